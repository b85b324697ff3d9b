import type { ReactNode } from 'react';
import type { IntakeMessages } from '../i18n/messages/intake.ts';
import type { Lang } from '../i18n/say.ts';
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
        {m.lead}: <strong>{lead.name ?? unitName(lead.unitId)}</strong>
        {desk ? ` · ${m.desk}: ${desk}` : ''}
      </p>
      {assist.length === 0 ? null : (
        <p>
          {m.assist}: {assist.map((unit) => unit.name ?? unitName(unit.unitId)).join(lang === 'zh' ? '、' : ', ')}
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
                <Shape tone="sealed" /> {unitName(one.unitId)}: {one.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
