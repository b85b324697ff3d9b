import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import { nameOf, versionsOf, type LawInForce, type LawSwitch } from './law-types.ts';
import { ProposeForm } from './propose-form.tsx';
import { SwitchPanel } from './switch-panel.tsx';

const EVERY_MS = 3000;

/** Which law is in force, and switches of it: previewed by an administrator, confirmed by somebody else. */
export function LawScreen(): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const [shown, setShown] = useState<string | null>(null);
  const law = useQuery({ queryKey: keys.law, queryFn: ({ signal }) => json<LawInForce>('/api/admin/law', { signal }) });
  const switches = useQuery({
    queryKey: keys.switches,
    queryFn: ({ signal }) => json<{ readonly items: readonly LawSwitch[] }>('/api/admin/switches', { query: { limit: 20 }, signal }),
    refetchInterval: EVERY_MS,
  });
  usePageTitle(t.law.title);
  const problem = law.error ?? switches.error;
  const found = switches.data?.items.find(({ id }) => id === shown);
  return (
    <section className="page stack">
      <h1>{t.law.title}</h1>
      {problem === null ? null : <ProblemNotice error={problem} m={t.problems} lang={lang} />}
      {law.data === undefined ? <Pending /> : <Versions law={law.data} />}
      {law.data !== undefined && user.roles.includes('admin') ? <ProposeForm versions={versionsOf(law.data)} onPreview={setShown} /> : null}
      <section className="panel stack" aria-label={t.law.switches}>
        <h2>{t.law.switches}</h2>
        {switches.data?.items.length === 0 ? <p className="faint">{t.law.none}</p> : null}
        <ul className="plain rows">
          {(switches.data?.items ?? []).map(({ id, kind, subject, state, proposedAt, reason, totals }) => (
            <li key={id}>
              <p>
                <Chip tone={state === 'done' ? 'done' : state === 'running' ? 'running' : 'neutral'}>{t.law.states[state]}</Chip>{' '}
                {t.law.kinds[kind]} <code>{subject}</code> · <time className="nowrap">{formatInstant(proposedAt)}</time> · {reason}
                <br />
                {t.law.totals(totals.cases, totals.moving, totals.staying)}
              </p>
              <button
                type="button"
                className="button"
                aria-expanded={shown === id}
                onClick={() => {
                  setShown(shown === id ? null : id);
                }}
              >
                {t.law.open}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {found === undefined ? null : <SwitchPanel key={found.id} found={found} />}
    </section>
  );
}

function Versions({ law }: { readonly law: LawInForce }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="panel flush" role="region" aria-label={t.law.inForce} tabIndex={0}>
      <table className="cases">
        <caption>
          {t.law.inForce} · {t.law.edition(law.edition)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.law.kind}</th>
            <th scope="col">{t.law.name}</th>
            <th scope="col">{t.law.region}</th>
            <th scope="col">{t.law.from}</th>
            <th scope="col">{t.law.status}</th>
          </tr>
        </thead>
        <tbody>
          {versionsOf(law).map((one) => (
            <tr key={`${one.kind} ${nameOf(one)}`}>
              <td>{t.law.kinds[one.kind]}</td>
              <th scope="row" className="nowrap">
                {nameOf(one)}
              </th>
              <td>{one.region}</td>
              <td className="nowrap">{one.from}</td>
              <td>{one.inForce ? <Chip tone="running">{t.law.current}</Chip> : <Chip tone="neutral">{t.law.available}</Chip>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
