import type { ReactNode } from 'react';
import { formatDate, formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { listed, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitNames } from '../../server-state/directory.ts';
import { usePeople } from '../../server-state/registers.ts';
import { Shape } from '../../signature/shape.tsx';
import { unitsOf } from './units.ts';

/** How a mediation stands: who has consented, who mediates, behind open or shut doors, and what came of it. */
export function MediationPanel({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.mediation;
  const unitName = useUnitNames(unitsOf(shown));
  const people = usePeople([shown.holder.unitId]);
  const { mediation } = shown;
  if (mediation === null) return null;
  const { mediators, team, agreement, confirmation, ground, routes } = mediation;
  const person = (id: string): string => people.find((one) => one.id === id)?.name ?? m.elsewhere;
  return (
    <section className="panel" aria-label={say(mediation.title, lang)}>
      <h2>{say(mediation.title, lang)}</h2>
      <dl className="facts inline">
        <div>
          <dt>{m.consents}</dt>
          <dd>
            <ul className="plain">
              {shown.parties.map((party) => (
                <li key={party.id}>
                  <Shape tone={mediation.consents.includes(party.id) ? 'done' : 'neutral'} /> {word('partyRole', party.role, lang)}{' '}
                  {party.name ?? t.case.masked} · {mediation.consents.includes(party.id) ? m.agrees : m.silent}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{m.mediators}</dt>
          <dd>
            {mediators.length === 0
              ? m.noMediator
              : listed(
                  mediators.map((one) => `${person(one.userId)} · ${word('chosenBy', one.chosenBy, lang)}`),
                  lang,
                )}
          </dd>
        </div>
        <div>
          <dt>{m.openness}</dt>
          <dd>{word('openness', mediation.openness, lang)}</dd>
        </div>
        <div>
          <dt>{m.sessions}</dt>
          <dd>{m.times(mediation.sessions)}</dd>
        </div>
        {mediation.appraisalFrom === null ? null : (
          <div>
            <dt>{m.appraisal}</dt>
            <dd>{m.since(formatInstant(mediation.appraisalFrom))}</dd>
          </div>
        )}
        {team.length === 0 ? null : (
          <div>
            <dt>{m.team}</dt>
            <dd>
              {listed(
                team.map((one) => `${word('seat', one.seat, lang)} ${unitName(one.unitId)}`),
                lang,
              )}
            </dd>
          </div>
        )}
        {agreement === undefined ? null : (
          <div>
            <dt>{m.agreement}</dt>
            <dd>
              {word('agreementForm', agreement.form, lang)} · {m.effective(formatDate(agreement.effectiveOn, lang))}
              {agreement.performBy === null ? '' : ` · ${m.performBy(formatDate(agreement.performBy, lang))}`}
              {confirmation === undefined ? '' : ` · ${word('confirmation', confirmation, lang)}`}
            </dd>
          </div>
        )}
        {ground === undefined ? null : (
          <div>
            <dt>{m.ended}</dt>
            <dd>{word('mediationEnd', ground, lang)}</dd>
          </div>
        )}
        {routes.length === 0 ? null : (
          <div>
            <dt>{m.routes}</dt>
            <dd>
              {listed(
                routes.map((route) => word('remainingRoute', route, lang)),
                lang,
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
