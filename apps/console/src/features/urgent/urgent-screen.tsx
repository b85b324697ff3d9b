import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import type { UrgentPage } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { DutyPanel } from '../duty/duty-panel.tsx';
import { RecordList } from '../meetings/record-list.tsx';
import { UrgentParticulars } from './urgent-particulars.tsx';

/** The register of urgent and major matters (请示报告重大事项): what was reported upward, when, and whether late. */
export function UrgentScreen(): ReactNode {
  const { t, lang } = useI18n();
  const [late, setLate] = useState(false);
  const found = useQuery({
    queryKey: keys.urgent(late),
    queryFn: ({ signal }) => json<UrgentPage>('/api/urgent-matters', { query: { limit: 100, ...(late ? { late: true } : {}) }, signal }),
  });
  usePageTitle(t.urgent.title);
  return (
    <section className="page stack">
      <h1>{t.urgent.title}</h1>
      <p className="faint">{t.urgent.hint}</p>
      <DutyPanel />
      <label>
        <input
          type="checkbox"
          checked={late}
          onChange={(event) => {
            setLate(event.target.checked);
          }}
        />{' '}
        {t.urgent.onlyLate}
      </label>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data?.items.length === 0 ? <p>{t.urgent.none}</p> : null}
      {(found.data?.items ?? []).map((row) => (
        <div key={row.id} className="panel">
          <RecordList rows={[row]} />
          <UrgentParticulars urgent={row.urgentMatter} />
        </div>
      ))}
    </section>
  );
}
