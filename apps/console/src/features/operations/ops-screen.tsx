import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { word } from '../../i18n/glossary.ts';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import { DeadLetters } from './dead-letters.tsx';

interface Queue {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  readonly at: string;
}

interface Backlog {
  readonly queues: readonly Queue[];
  readonly outbox: { readonly undone: number; readonly oldestSeconds: number | null; readonly retrying: number };
  readonly deadlines: { readonly due: number; readonly latenessSeconds: number };
  readonly deadLetters: number;
}

const COLUMNS = ['waiting', 'delayed', 'active', 'failed'] as const;
const EVERY_MS = 5000;

/** Is everything due being done, and what is stuck. */
export function OpsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({
    queryKey: keys.queues,
    queryFn: ({ signal }) => json<Backlog>('/api/queues', { signal }),
    refetchInterval: EVERY_MS,
  });
  usePageTitle(t.operations.title);
  return (
    <section className="page stack">
      <h1>{t.operations.title}</h1>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      {found.data === undefined ? null : <Figures backlog={found.data} />}
      {found.data === undefined || found.data.deadLetters === 0 ? null : <DeadLetters count={found.data.deadLetters} />}
      <p>
        <a href="/queues">{t.operations.board}</a>
      </p>
    </section>
  );
}

function Figures({ backlog }: { readonly backlog: Backlog }): ReactNode {
  const { t } = useI18n();
  const { queues, outbox, deadlines, deadLetters } = backlog;
  const stuck = deadLetters > 0;
  const figures: readonly (readonly [label: string, value: string])[] = [
    [t.operations.undone, String(outbox.undone)],
    [t.operations.oldest, outbox.oldestSeconds === null ? '–' : t.operations.seconds(outbox.oldestSeconds)],
    [t.operations.retrying, String(outbox.retrying)],
    [t.operations.due, String(deadlines.due)],
    [t.operations.lateness, t.operations.seconds(deadlines.latenessSeconds)],
  ];
  return (
    <>
      <dl className="panel facts inline figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.operations.deadLetters}</dt>
          <dd>{stuck ? <Chip tone="overdue">{deadLetters}</Chip> : '0'}</dd>
        </div>
      </dl>
      <div className="panel flush" role="region" aria-label={t.operations.title} tabIndex={0}>
        {queues.length === 0 ? <p className="empty">{t.operations.empty}</p> : <QueueTable queues={queues} />}
      </div>
    </>
  );
}

function QueueTable({ queues }: { readonly queues: readonly Queue[] }): ReactNode {
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
            <td>{queue.paused ? <Chip tone="stopped">{t.operations.paused}</Chip> : <Chip tone="running">{t.operations.running}</Chip>}</td>
            <td className="nowrap">{formatInstant(queue.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
