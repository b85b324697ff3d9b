import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { stateWord } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CallCases, SuggestionCall } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { PlainForm } from './plain-form.tsx';

const OPEN_CALLS = '/api/public/suggestion-calls';

function Suggestions({ callId }: { readonly callId: string }): ReactNode {
  const { t, lang } = useI18n();
  const path = `/api/suggestion-calls/${callId}/cases`;
  const found = useQuery({ queryKey: ['outreach', path], queryFn: ({ signal }) => json<CallCases>(path, { signal }) });
  const items = found.data?.items ?? [];
  if (items.length === 0) return <p className="faint">{t.outreach.none}</p>;
  return (
    <ul className="plain">
      {items.map((one) => (
        <li key={one.caseId}>
          <Link to="/cases/$id" params={{ id: one.caseId }}>
            {one.caseNo}
          </Link>{' '}
          {stateWord(one.state, lang).text}
        </li>
      ))}
    </ul>
  );
}

/** 问计于民: the calls that are open today, what came to each, and a new one. */
export function SuggestionCallPanel({ division }: { readonly division: string }): ReactNode {
  const { t, lang } = useI18n();
  const m = t.outreach;
  const client = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const calls = useQuery({
    queryKey: ['outreach', OPEN_CALLS],
    queryFn: ({ signal }) => json<{ readonly items: readonly SuggestionCall[] }>(OPEN_CALLS, { signal }),
  });
  const open = useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) =>
      json<SuggestionCall>('/api/suggestion-calls', { method: 'POST', body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outreach', OPEN_CALLS] }),
  });
  const items = calls.data?.items ?? [];
  return (
    <section className="panel stack" aria-label={m.calls}>
      <h2>{m.calls}</h2>
      {items.length === 0 ? <p className="faint">{m.none}</p> : null}
      <ul className="plain">
        {items.map((one) => (
          <li key={one.id}>
            {one.topic} · {one.opensOn} – {one.closesOn}{' '}
            <button
              type="button"
              className="button"
              aria-expanded={shown === one.id}
              onClick={() => {
                setShown(shown === one.id ? null : one.id);
              }}
            >
              {m.suggestions}
            </button>
            {shown === one.id ? <Suggestions callId={one.id} /> : null}
          </li>
        ))}
      </ul>
      {open.isError ? <ProblemNotice error={open.error} m={t.problems} lang={lang} /> : null}
      {open.isSuccess ? <p role="status">{m.saved}</p> : null}
      <PlainForm
        label={m.calls}
        submit={m.openCall}
        busy={open.isPending}
        fields={[
          { name: 'topic', label: m.topic },
          { name: 'division', label: m.division, initial: division },
          { name: 'opensOn', label: m.opensOn, type: 'date' },
          { name: 'closesOn', label: m.closesOn, type: 'date' },
        ]}
        onSend={(body) => {
          open.mutate(body);
        }}
      />
    </section>
  );
}
