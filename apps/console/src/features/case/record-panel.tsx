import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { ruleWord, word } from '../../i18n/glossary.ts';
import { labelled, listed, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Shape } from '../../signature/shape.tsx';
import { demandsOf } from './demands.ts';

type Card = NonNullable<CaseView['card']>;

/** What a supervision card or a letter of suggestion says; nothing for any other case. */
export function RecordPanel({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const { card, suggestionLetter: letter } = shown;
  if (card === null && letter === null) return null;
  return (
    <section className="panel stack" aria-label={card === null ? m.letterTitle : m.cardTitle}>
      <h2>{card === null ? m.letterTitle : m.cardTitle}</h2>
      {letter === null ? null : (
        <p>
          {say(letter.kindLabel, lang)}
          {letter.adopted === undefined ? '' : ` · ${word('adopted', letter.adopted, lang)}`}
        </p>
      )}
      {card === null ? null : <CardItems card={card} shown={shown} />}
    </section>
  );
}

function CardItems({ card, shown }: { readonly card: Card; readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const dated: readonly (readonly [string, string | undefined])[] = [
    [m.warnedOn, card.warnedOn],
    [m.listedOn, card.listed?.on],
    [m.delistedOn, card.delistedOn],
  ];
  return (
    <>
      <p>
        {labelled(m.ground, say(card.groundLabel, lang), lang)}
        {card.overdue === undefined ? '' : ` · ${ruleWord(card.overdue.rule, lang)}`}
      </p>
      <ul className="plain">
        {demandsOf(shown).map(({ item, demand }) => (
          <li key={item.no}>
            <Shape tone={item.signedOff === true ? 'done' : 'running'} /> {m.item(item.no)} <span dir="auto">{demand}</span> ·{' '}
            {item.signedOff === true ? m.itemDone : item.evidenceId === undefined ? m.itemOwed : m.itemGiven}
            {item.sentBack === 0 ? '' : ` · ${m.sentBack(item.sentBack)}`}
          </li>
        ))}
      </ul>
      {dated.map(([what, on]) => (on === undefined ? null : <p key={what}>{`${what} ${formatDate(on, lang)}`}</p>))}
      {card.proposed.length === 0 ? null : (
        <p>
          {labelled(
            m.proposed,
            listed(
              card.proposed.map((one) => word('measure', one, lang)),
              lang,
            ),
            lang,
          )}
        </p>
      )}
      {card.measures.length === 0 ? null : (
        <p>
          {labelled(
            m.measures,
            listed(
              card.measures.map(({ measure, resolution, dueDate }) =>
                [word('measure', measure, lang), `${m.resolution} ${resolution}`, dueDate === undefined ? '' : formatDate(dueDate, lang)]
                  .filter((part) => part !== '')
                  .join(' · '),
              ),
              lang,
            ),
            lang,
          )}
        </p>
      )}
    </>
  );
}
