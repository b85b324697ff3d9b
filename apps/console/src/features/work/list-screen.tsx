import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { useChanges } from '../../shell/changes.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { CaseTable } from './case-table.tsx';
import { ExportLinks } from './export-links.tsx';
import { Filters } from './filters.tsx';
import { InboxPanel } from './inbox-panel.tsx';
import { useCases } from './queries.ts';
import { activeFilters, type ListSearch } from './view-state.ts';

interface Props {
  /** `mine`: what one's own unit holds; `all`: every case this person may know of. */
  readonly scope: 'mine' | 'all';
  readonly search: ListSearch;
}

export function ListScreen({ scope, search }: Props): ReactNode {
  const { t, lang } = useI18n();
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { pending, seen } = useChanges();
  const found = useCases(search, scope === 'mine' ? user.unit?.id : undefined);
  const title = scope === 'mine' ? t.work.myTitle : t.work.casesTitle;
  usePageTitle(title);
  const go = (next: ListSearch): void => void navigate({ to: scope === 'mine' ? '/work' : '/cases', search: next });
  const filtered = activeFilters(search).length > 0;
  const rows = found.data?.items ?? [];
  const { cursor: _cursor, dropped, ...kept } = search;
  return (
    <section className="page">
      <h1>{title}</h1>
      {dropped === undefined ? null : <p className="notice tone-soon">{t.work.dropped(dropped)}</p>}
      <Filters search={search} onChange={go} />
      <div role="status" className="updates">
        {pending.size === 0 ? null : (
          <>
            {t.work.updates(pending.size)}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                seen();
                void queries.invalidateQueries({ queryKey: ['cases'] });
              }}
            >
              {t.work.show}
            </button>
          </>
        )}
      </div>
      <div className={scope === 'mine' ? 'two list-two' : ''}>
        <div className="panel flush" aria-busy={found.isFetching}>
          {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
          {found.isPending ? <Pending /> : null}
          {found.data !== undefined && rows.length === 0 ? (
            <div className="empty">
              <p>{filtered ? t.work.noMatch : t.work.empty}</p>
              {filtered ? (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    go({});
                  }}
                >
                  {t.work.clear}
                </button>
              ) : (
                <p className="faint">{t.work.emptyHint}</p>
              )}
            </div>
          ) : null}
          {rows.length === 0 ? null : <CaseTable rows={rows} grouped={(search.sort ?? 'due') === 'due'} />}
          {rows.length === 0 ? null : <ExportLinks search={search} unitId={scope === 'mine' ? user.unit?.id : undefined} />}
          <div className="wrap pager">
            {rows.length === 0 ? null : <span className="faint">{t.work.shown(rows.length)}</span>}
            {search.cursor === undefined ? null : (
              <button
                type="button"
                className="link"
                onClick={() => {
                  go(kept);
                }}
              >
                {t.work.first}
              </button>
            )}
            {found.data?.nextCursor ? (
              <button
                type="button"
                className="link"
                onClick={() => {
                  go({ ...kept, cursor: found.data.nextCursor ?? '' });
                }}
              >
                {t.work.more}
              </button>
            ) : null}
          </div>
        </div>
        {scope === 'mine' ? <InboxPanel /> : null}
      </div>
    </section>
  );
}
