import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { RoutingDraft } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { ReasonForm } from '../operations/reason-form.tsx';

/** Rulings on jurisdiction as drafts of routing rules: taken up or not by an administrator, who sees codes and no case. */
export function DraftsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({
    queryKey: keys.routingDrafts,
    queryFn: ({ signal }) => json<{ readonly items: readonly RoutingDraft[] }>('/api/routing/drafts', { signal }),
  });
  usePageTitle(t.meetings.drafts);
  return (
    <section className="page stack">
      <h1>{t.meetings.drafts}</h1>
      <p className="faint">{t.meetings.draftsHint}</p>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data?.items.length === 0 ? <p>{t.meetings.draftsNone}</p> : null}
      {(found.data?.items ?? []).map((draft) => (
        <Draft key={draft.id} draft={draft} />
      ))}
    </section>
  );
}

function Draft({ draft }: { readonly draft: RoutingDraft }): ReactNode {
  const { t, lang } = useI18n();
  const queries = useQueryClient();
  const [accept, setAccept] = useState<boolean | null>(null);
  const decide = useMutation({
    mutationFn: (reason: string) => json(`/api/routing/drafts/${draft.id}/decision`, { method: 'POST', body: { accept, reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.routingDrafts }),
  });
  return (
    <div className="panel stack">
      <p>
        <strong>
          {draft.divisionName} · {draft.categoryPath}
        </strong>
      </p>
      <p>
        {draft.presentFunction} → {draft.function} · {formatInstant(draft.ruledAt)}
      </p>
      {draft.findings.map((finding) => (
        <p key={finding.counterexample} className="notice tone-overdue">
          {finding.counterexample}
        </p>
      ))}
      {decide.isError ? <ProblemNotice error={decide.error} m={t.problems} lang={lang} /> : null}
      {accept === null ? (
        <div className="wrap">
          {draft.findings.length > 0 ? null : (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                setAccept(true);
              }}
            >
              {t.meetings.takeUp}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              setAccept(false);
            }}
          >
            {t.meetings.leave}
          </button>
        </div>
      ) : (
        <ReasonForm
          label={t.meetings.why}
          act={accept ? t.meetings.takeUp : t.meetings.leave}
          busy={decide.isPending}
          onGiven={(reason) => {
            decide.mutate(reason);
          }}
          onCancel={() => {
            setAccept(null);
          }}
        />
      )}
    </div>
  );
}
