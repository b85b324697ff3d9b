import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { useUser } from '../../shell/session.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';

/** 访、改、宣: for whoever visited a closed case, to ask its unit to put right what was found. */
export function RectifyForm({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const id = useId();
  const user = useUser();
  const client = useQueryClient();
  const [opened, setOpened] = useState('');
  const send = useMutation({
    mutationFn: (finding: string) =>
      json<{ readonly caseNo: string }>(`/api/cases/${shown.id}/rectifications`, {
        method: 'POST',
        body: { finding },
        idempotencyKey: newIdempotencyKey(),
      }),
    onSuccess: async ({ caseNo }) => {
      setOpened(caseNo);
      await client.invalidateQueries({ queryKey: ['outreach', '/api/rectifications'] });
    },
  });
  const mayVisit = user.roles.some((role) => role === 'clerk' || role === 'supervisor');
  if (shown.closedAt === null || shown.mainCase !== null || shown.sealed || !mayVisit) return null;
  return (
    <section className="panel stack" aria-label={m.rectify}>
      <details>
        <summary>{m.rectify}</summary>
        <form
          className="stack"
          onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
            event.preventDefault();
            const found = new FormData(event.currentTarget).get('finding');
            if (typeof found === 'string') send.mutate(found);
          }}
        >
          <label htmlFor={id}>{m.found}</label>
          <textarea id={id} name="finding" className="field" rows={3} required maxLength={20_000} />
          {send.isError ? <ProblemNotice error={send.error} m={t.problems} lang={lang} /> : null}
          {opened === '' ? null : <p role="status">{m.asked(opened, shown.holder.name)}</p>}
          <div>
            <button type="submit" className="button primary" aria-busy={send.isPending}>
              {m.ask}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
