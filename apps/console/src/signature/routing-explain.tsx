import type { ReactNode } from 'react';
import type { IntakeMessages } from '../i18n/messages/intake.ts';
import { word } from '../i18n/glossary.ts';
import { colon, labelled, listed, type Lang } from '../i18n/say.ts';
import type { Routing } from '../server-state/api-types.ts';
import { Shape } from './shape.tsx';

interface Props {
  readonly routing: Routing;
  readonly m: IntakeMessages;
  readonly lang: Lang;
  /** Names of units the answer names by id only. */
  readonly unitName: (id: string) => string;
}

/** Where a matter goes and why: the lead, the assisting units, the contract's steps in order, and who is excluded. */
export function RoutingExplain({ routing, m, lang, unitName }: Props): ReactNode {
  const { lead, assist, desk, reasons, excluded } = routing;
  return (
    <div className="routing">
      <p>
        {m.lead}
        {colon(lang)}
        <strong>{unitName(lead.unitId)}</strong>
        {desk ? ` · ${labelled(m.desk, desk, lang)}` : ''}
      </p>
      {assist.length === 0 ? null : (
        <p>
          {labelled(
            m.assist,
            listed(
              assist.map((unit) => unitName(unit.unitId)),
              lang,
            ),
            lang,
          )}
        </p>
      )}
      <h4>{m.reasons}</h4>
      <ol>
        {reasons.map((reason) => (
          <li key={`${reason.rule}${reason.text}`}>{lang === 'en' ? (reason.textEn ?? reason.text) : reason.text}</li>
        ))}
      </ol>
      {excluded.length === 0 ? null : (
        <>
          <h4>{m.excluded}</h4>
          <ul className="plain">
            {excluded.map((one) => (
              <li key={one.unitId}>
                <Shape tone="sealed" /> {labelled(unitName(one.unitId), word('exclusion', one.reason, lang), lang)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
