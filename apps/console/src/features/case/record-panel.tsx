import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { listed, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { Shape } from '../../signature/shape.tsx';

type Card = NonNullable<CaseView['card']>;

/** What a supervision card or a letter of suggestion says, and which case it is about; nothing for any other case. */
export function RecordPanel({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.supervision;
  const { card, suggestionLetter: letter, mainCase } = shown;
  if (card === null && letter === null) return null;
  return (
    <section className="panel stack" aria-label={card === null ? m.letterTitle : m.cardTitle}>
      <h2>{card === null ? m.letterTitle : m.cardTitle}</h2>
      {mainCase === null ? null : (
        <p>
          {m.about}：
          <Link to="/cases/$id" params={{ id: mainCase.id }}>
            {mainCase.caseNo} {mainCase.title}
          </Link>
        </p>
      )}
      {letter === null ? null : (
        <p>
          {say(letter.kindLabel, lang)}
          {letter.adopted === undefined ? '' : ` · ${word('adopted', letter.adopted, lang)}`}
        </p>
      )}
      {card === null ? null : <CardItems card={card} />}
    </section>
  );
}

function CardItems({ card }: { readonly card: Card }): ReactNode {
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
        {m.ground}：{say(card.groundLabel, lang)}
        {card.overdue === undefined ? '' : ` · ${card.overdue.rule}`}
      </p>
      <ul className="plain">
        {card.items.map((item) => (
          <li key={item.no}>
            <Shape tone={item.signedOff === true ? 'done' : 'running'} /> {m.item(item.no)} ·{' '}
            {item.signedOff === true ? m.itemDone : item.evidenceId === undefined ? m.itemOwed : m.itemGiven}
            {item.sentBack === 0 ? '' : ` · ${m.sentBack(item.sentBack)}`}
          </li>
        ))}
      </ul>
      {dated.map(([what, on]) => (on === undefined ? null : <p key={what}>{`${what} ${formatDate(on, lang)}`}</p>))}
      {card.proposed.length === 0 ? null : (
        <p>
          {m.proposed}：
          {listed(
            card.proposed.map((one) => word('measure', one, lang)),
            lang,
          )}
        </p>
      )}
      {card.measures.length === 0 ? null : (
        <p>
          {m.measures}：
          {listed(
            card.measures.map(({ measure, resolution }) => `${word('measure', measure, lang)}（${m.resolution} ${resolution}）`),
            lang,
          )}
        </p>
      )}
    </>
  );
}
