import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BacklogReport } from '#libs/contracts';
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
import { QueueTable } from './queue-table.tsx';

const EVERY_MS = 5000;

/** Is everything due being done, and what is stuck. */
export function OpsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({
    queryKey: keys.queues,
    queryFn: ({ signal }) => json<BacklogReport>('/api/queues', { signal }),
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

function Figures({ backlog }: { readonly backlog: BacklogReport }): ReactNode {
  const { t } = useI18n();
  const { backend, queues, outbox, deadlines, deadLetters } = backlog;
  const { fired } = deadlines;
  const stuck = deadLetters > 0;
  const figures: readonly (readonly [label: string, value: string])[] = [
    [t.operations.undone, String(outbox.undone)],
    [t.operations.oldest, outbox.oldestSeconds === null ? '–' : t.operations.seconds(outbox.oldestSeconds)],
    [t.operations.retrying, String(outbox.retrying)],
    [t.operations.due, String(deadlines.due)],
    [t.operations.lateness, t.operations.seconds(deadlines.latenessSeconds)],
    [t.operations.firedLate, fired === null ? '–' : [fired.p50, fired.p99, fired.max].map(t.operations.seconds).join(' · ')],
  ];
  return (
    <>
      {backend.state === 'up' ? null : <BackendAway backend={backend} />}
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

/** The queues are away: what that means, and since when. */
function BackendAway({ backend }: { readonly backend: BacklogReport['backend'] }): ReactNode {
  const { t, lang } = useI18n();
  const what = backend.state === 'silent' ? t.operations.silent : t.operations.away(word('queueBackend', backend.kind ?? '', lang));
  const why = backend.reason === 'evicting' ? t.operations.evicting : null;
  return (
    <div className="panel stack" role="status">
      <p>
        <Chip tone="overdue">{what}</Chip>
      </p>
      {why === null ? null : <p>{why}</p>}
      <p>
        {t.operations.meanwhile}
        {backend.since === null ? null : (
          <>
            {' '}
            <time className="nowrap">{t.operations.since(formatInstant(backend.since))}</time>
          </>
        )}
      </p>
    </div>
  );
}
