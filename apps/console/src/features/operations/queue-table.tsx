import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { QueueFigures } from '#libs/contracts';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import { ReasonForm } from './reason-form.tsx';

const COLUMNS = ['waiting', 'delayed', 'active', 'failed'] as const;

/** What each queue holds, whether somebody has paused it and why, and the way to pause or resume it. */
export function QueueTable({ queues }: { readonly queues: readonly QueueFigures[] }): ReactNode {
  const { t, lang } = useI18n();
  return (
    <table className="cases">
      <thead>
        <tr>
          <th scope="col">{t.operations.queue}</th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="num">
              {t.operations[name]}
            </th>
          ))}
          <th scope="col">{t.operations.state}</th>
          <th scope="col">{t.operations.at}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <tr key={queue.queue}>
            <th scope="row" className="nowrap">
              {word('queue', queue.queue, lang)}
            </th>
            {COLUMNS.map((name) => (
              <td key={name} className="num">
                {queue[name]}
              </td>
            ))}
            <td>
              <Switch queue={queue} />
            </td>
            <td className="nowrap">{formatInstant(queue.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Switch({ queue: { queue, pause } }: { readonly queue: QueueFigures }): ReactNode {
  const { t, lang } = useI18n();
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const act = pause === null ? 'pause' : 'resume';
  const order = useMutation({
    mutationFn: (reason: string) => json<unknown>(`/api/queues/${queue}/${act}`, { method: 'POST', body: { reason } }),
    onSettled: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: keys.queues });
    },
  });
  return (
    <div className="stack">
      <p>
        {pause === null ? <Chip tone="running">{t.operations.running}</Chip> : <Chip tone="stopped">{t.operations.paused}</Chip>}
        {pause === null ? null : (
          <>
            {' '}
            {t.operations.pausedBy(pause.by, formatInstant(pause.at))} {pause.reason}
          </>
        )}
      </p>
      {order.isError ? <ProblemNotice error={order.error} m={t.problems} lang={lang} /> : null}
      {asked ? (
        <ReasonForm
          label={act === 'pause' ? t.operations.pauseReason : t.operations.resumeReason}
          act={t.operations[act]}
          busy={order.isPending}
          onGiven={(reason) => {
            order.mutate(reason);
          }}
          onCancel={() => {
            setAsked(false);
          }}
        />
      ) : (
        <button
          type="button"
          className="button"
          aria-label={`${t.operations[act]}: ${word('queue', queue, lang)}`}
          onClick={() => {
            setAsked(true);
          }}
        >
          {t.operations[act]}
        </button>
      )}
    </div>
  );
}
