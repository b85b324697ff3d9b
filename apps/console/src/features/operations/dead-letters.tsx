import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { ReasonForm } from './reason-form.tsx';

interface DeadLetter {
  readonly id: string;
  readonly source: string;
  readonly reason: string;
  readonly attempts: number;
  readonly createdAt: string;
}

interface Page {
  readonly items: readonly DeadLetter[];
  readonly nextCursor: string | null;
}

/** What was given up after the last try, each with the way back; neither case nor content is shown. */
export function DeadLetters({ count }: { readonly count: number }): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({
    // With the count: what was put back, or given up since, is another list.
    queryKey: [...keys.deadLetters, count],
    queryFn: ({ signal }) => json<Page>('/api/dead-letters', { signal }),
  });
  return (
    <section className="panel stack" aria-label={t.operations.deadLetters}>
      <h2>{t.operations.deadLetters}</h2>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <p className="faint">{t.operations.noDeadLetters}</p> : null}
      <ul className="plain rows">
        {(found.data?.items ?? []).map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ul>
      {found.data === undefined || found.data.nextCursor === null ? null : <p className="faint">{t.operations.moreDeadLetters}</p>}
    </section>
  );
}

function Letter({ letter }: { readonly letter: DeadLetter }): ReactNode {
  const { t, lang } = useI18n();
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const redrive = useMutation({
    mutationFn: (reason: string) => json<unknown>(`/api/dead-letters/${letter.id}/redrive`, { method: 'POST', body: { reason } }),
    onSettled: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: keys.queues }), client.invalidateQueries({ queryKey: keys.deadLetters })]);
    },
  });
  return (
    <li>
      <p>
        {word('letterSource', letter.source, lang)} · {t.operations.tries(letter.attempts)} ·{' '}
        <time className="nowrap">{formatInstant(letter.createdAt)}</time>
        <br />
        <code>{letter.reason}</code>
      </p>
      {redrive.isError ? <ProblemNotice error={redrive.error} m={t.problems} lang={lang} /> : null}
      {asked ? (
        <ReasonForm
          label={t.operations.redriveReason}
          act={t.operations.redrive}
          busy={redrive.isPending}
          onGiven={(reason) => {
            redrive.mutate(reason);
          }}
          onCancel={() => {
            setAsked(false);
          }}
        />
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => {
            setAsked(true);
          }}
        >
          {t.operations.redrive}
        </button>
      )}
    </li>
  );
}
