import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { EntryForm } from '../../forms/entry-form.tsx';
import { formatDate } from '../../i18n/format.ts';
import { stateWord } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CallCases, SuggestionCall } from '../../server-state/api-types.ts';
import { useDivisionNames } from '../../server-state/directory.ts';
import { json } from '../../server-state/http.ts';
import { RegisterTable } from '../../signature/register-table.tsx';

const OPEN_CALLS = '/api/public/suggestion-calls';

function Suggestions({ callId }: { readonly callId: string }): ReactNode {
  const { t, lang } = useI18n();
  const path = `/api/suggestion-calls/${callId}/cases`;
  const found = useQuery({ queryKey: ['outreach', path], queryFn: ({ signal }) => json<CallCases>(path, { signal }) });
  const items = found.data?.items ?? [];
  if (items.length === 0) return <p className="faint">{t.outreach.suggestionsNone}</p>;
  return (
    <ul className="plain rows">
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
  const placeName = useDivisionNames((calls.data?.items ?? []).map((one) => one.division));
  const open = async (body: unknown, idempotencyKey: string): Promise<void> => {
    await json<SuggestionCall>('/api/suggestion-calls', { method: 'POST', body, idempotencyKey });
    await client.invalidateQueries({ queryKey: ['outreach', OPEN_CALLS] });
  };
  const items = calls.data?.items ?? [];
  return (
    <section className="panel stack" aria-label={m.calls}>
      <h2>{m.calls}</h2>
      <RegisterTable
        caption={m.calls}
        columns={[m.topic, m.division, m.callPeriod, m.suggestions]}
        rows={items.map((one) => ({
          key: one.id,
          cells: [
            one.topic,
            placeName(one.division),
            `${formatDate(one.opensOn, lang)} – ${formatDate(one.closesOn, lang)}`,
            <button
              key="shown"
              type="button"
              className="button"
              aria-expanded={shown === one.id}
              onClick={() => {
                setShown(shown === one.id ? null : one.id);
              }}
            >
              {m.suggestions}
            </button>,
          ],
        }))}
        none={m.callsNone}
      />
      {shown === null ? null : <Suggestions callId={shown} />}
      <EntryForm
        act={m.openCall}
        initial={{ division }}
        fields={[
          { name: 'topic', label: m.topic, kind: 'line' },
          { name: 'division', label: m.division, kind: 'division' },
          { name: 'opensOn', label: m.opensOn, kind: 'date' },
          { name: 'closesOn', label: m.closesOn, kind: 'date' },
        ]}
        onSend={open}
      />
    </section>
  );
}
