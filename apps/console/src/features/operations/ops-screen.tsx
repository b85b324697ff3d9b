import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { json } from '../../server-state/http.ts';
import { keys } from '../../server-state/keys.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';

type Figures = Readonly<Record<string, unknown>>;
const COLUMNS = ['waiting', 'delayed', 'active', 'failed', 'completed'] as const;
const EVERY_MS = 5000;

function isFigures(value: unknown): value is Figures {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Queues are listed by the API as `queues`; each names its figures, flat or under `counts`. */
function queuesOf(answer: Figures): readonly Figures[] {
  const listed = answer['queues'] ?? answer['items'];
  return Array.isArray(listed) ? listed.filter(isFigures).map((one) => (isFigures(one['counts']) ? { ...one, ...one['counts'] } : one)) : [];
}

/** Every other figure of the answer, flattened to `outbox.pending` and the like. */
function othersOf(answer: Figures, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(answer).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    if (key === 'queues' || key === 'items' || key === 'nextCursor') return [];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (isFigures(value)) return othersOf(value, name);
    return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)]] : [];
  });
}

export function OpsScreen(): ReactNode {
  const { t, lang } = useI18n();
  const found = useQuery({ queryKey: keys.queues, queryFn: ({ signal }) => json<Figures>('/api/queues', { signal }), refetchInterval: EVERY_MS });
  useEffect(() => {
    document.title = `${t.operations.title} · ${t.shell.product}`;
  }, [t]);
  const queues = queuesOf(found.data ?? {});
  const others = othersOf(found.data ?? {});
  const figure = (queue: Figures, name: string): string => (typeof queue[name] === 'number' ? String(queue[name]) : '–');
  return (
    <section className="page">
      <h1>{t.operations.title}</h1>
      {found.isError ? <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Pending /> : null}
      <div className="panel flush">
        {found.data !== undefined && queues.length === 0 ? <p className="empty">{t.operations.empty}</p> : null}
        {queues.length === 0 ? null : (
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
              </tr>
            </thead>
            <tbody>
              {queues.map((queue) => (
                <tr key={String(queue['name'])}>
                  <th scope="row">{String(queue['name'])}</th>
                  {COLUMNS.map((name) => (
                    <td key={name} className="num">
                      {figure(queue, name)}
                    </td>
                  ))}
                  <td>{queue['paused'] === true ? <Chip tone="stopped">{t.operations.paused}</Chip> : <Chip tone="running">{t.operations.running}</Chip>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {others.length === 0 ? null : (
        <section className="panel" aria-label={t.operations.other}>
          <h2>{t.operations.other}</h2>
          <dl className="facts">
            {others.map(([name, value]) => (
              <div key={name} className="pair">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>
        <a href="/queues">{t.operations.board}</a>
      </p>
    </section>
  );
}
