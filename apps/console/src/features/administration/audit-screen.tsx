import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { WordPicker } from '../../forms/pickers.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { AuditPage } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { RegisterTable } from '../../signature/register-table.tsx';

/** Acts of administration, the newest first: codes and ids as they were kept, for whoever audits them. */
export function AuditScreen(): ReactNode {
  const { t, lang } = useI18n();
  const m = t.administration;
  const [action, setAction] = useState<string | undefined>(undefined);
  usePageTitle(m.audit);
  const found = useInfiniteQuery({
    queryKey: keys.audit(action ?? ''),
    initialPageParam: '',
    queryFn: ({ signal, pageParam: cursor }) => json<AuditPage>('/api/admin/audit', { query: { action, cursor }, signal }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const acts = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="page stack">
      <h1>{m.audit}</h1>
      <div className="panel stack">
        <label className="entry-form">
          {m.action}
          <WordPicker vocabulary="auditAction" clearable value={action} onChange={setAction} placeholder={m.everyAction} />
        </label>
        {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
        {found.isPending ? <Pending /> : null}
        {found.data === undefined ? null : (
          <RegisterTable
            caption={m.audit}
            columns={[m.at, m.action, m.object, m.by, m.details]}
            rows={acts.map((act) => ({
              key: act.id,
              cells: [
                formatInstant(act.at),
                word('auditAction', act.action, lang),
                <code key="object">{act.object}</code>,
                <code key="by">{act.userId ?? '–'}</code>,
                <code key="data">{JSON.stringify(act.data)}</code>,
              ],
            }))}
            none={m.auditNone}
          />
        )}
        {found.hasNextPage ? <Button onClick={() => void found.fetchNextPage()}>{m.more}</Button> : null}
      </div>
    </section>
  );
}
