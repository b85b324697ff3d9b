import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { VisitSample as Sample } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';

/** Whom a plan drew, what the visit found, and which visit is owed until when. */
export function VisitSample({ planId }: { readonly planId: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const path = `/api/visit-plans/${planId}/sample`;
  const found = useQuery({ queryKey: ['outreach', path], queryFn: ({ signal }) => json<Sample>(path, { signal }) });
  if (found.isError) return <ProblemNotice error={found.error} m={t.problems} lang={lang} />;
  if (found.data === undefined) return null;
  const { closed, items, unvisited, overdue } = found.data;
  return (
    <>
      <p>{m.drawn(items.length, closed, unvisited, overdue)}</p>
      <ul className="plain rows">
        {items.map((one) => (
          <li key={one.caseId}>
            <Link to="/cases/$id" params={{ id: one.caseId }}>
              {one.caseNo}
            </Link>{' '}
            · {formatDate(one.closedOn, lang)} ·{' '}
            {one.outcome === null
              ? m.visitBy(one.dueDate === null ? '–' : formatDate(one.dueDate, lang), one.overdue)
              : word('visit', one.outcome, lang)}
          </li>
        ))}
      </ul>
    </>
  );
}
