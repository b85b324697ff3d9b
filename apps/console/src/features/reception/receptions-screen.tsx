import { type ReactNode } from 'react';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RecordList } from '../meetings/record-list.tsx';
import { ArrangeForm } from './arrange-form.tsx';
import { useReceptionFigures, useReceptions } from './reception-queries.ts';
import { ReceptionParticulars } from './reception-particulars.tsx';
import { TableForm } from './table-form.tsx';

/** 领导接访: whose days are owed, when they are held, and what is late where. */
export function ReceptionsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.reception;
  const found = useReceptions();
  const { roles } = useUser();
  usePageTitle(m.title);
  const mayArrange = roles.some((role) => ['clerk', 'handler', 'head', 'supervisor'].includes(role));
  const mayRegister = roles.some((role) => ['clerk', 'handler', 'head'].includes(role));
  return (
    <section className="page stack">
      <h1>{m.title}</h1>
      <p className="faint">{m.hint}</p>
      <Figures asked={roles.some((role) => ['supervisor', 'leader', 'auditor'].includes(role))} />
      {mayArrange ? <ArrangeForm /> : null}
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data?.items.length === 0 ? <p>{m.none}</p> : null}
      {(found.data?.items ?? []).map((row) => (
        <div key={row.id} className="panel stack">
          <RecordList rows={[row]} />
          <ReceptionParticulars reception={row.reception} />
          {mayRegister && row.state === 'announced' ? <TableForm receptionId={row.id} division={row.reception.leader.division} /> : null}
        </div>
      ))}
    </section>
  );
}

/** Counted for places and levels: nobody is ranked. */
function Figures({ asked }: { readonly asked: boolean }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.reception;
  const figures = useReceptionFigures(asked);
  if (figures.length === 0) return null;
  return (
    <section className="panel" aria-label={m.figures}>
      <h2>{m.figures}</h2>
      <table>
        <thead>
          <tr>
            {[m.place, m.level, m.owing, m.held, m.late, m.cases].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={`${one.division} ${one.level}`}>
              <td>{one.division}</td>
              <td>{word('level', one.level, lang)}</td>
              <td>{one.owing}</td>
              <td>{one.held}</td>
              <td>{one.late}</td>
              <td>{one.cases}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
