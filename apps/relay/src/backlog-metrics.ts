import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { BacklogReader } from '#libs/backlog';
import type { BacklogReport } from '#libs/contracts';

type Figure = readonly [labels: Readonly<Record<string, string>>, value: number];

interface BacklogGauge {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly of: (report: BacklogReport) => readonly Figure[];
}

const one = (value: number): readonly Figure[] => [[{}, value]];

const GAUGES: readonly BacklogGauge[] = [
  { name: 'jiefen_outbox_undone', help: 'Outbox rows not done, counted up to 1,001', of: ({ outbox }) => one(outbox.undone) },
  {
    name: 'jiefen_outbox_oldest_seconds',
    help: 'Age of the oldest outbox row not done',
    of: ({ outbox }) => one(outbox.oldestSeconds ?? 0),
  },
  {
    name: 'jiefen_deadlines_due',
    help: 'Ladder rungs due and not climbed, counted up to 1,001',
    of: ({ deadlines }) => one(deadlines.due),
  },
  {
    name: 'jiefen_deadline_lateness_seconds',
    help: 'By how much legal time the latest due rung is late',
    of: ({ deadlines }) => one(deadlines.latenessSeconds),
  },
  {
    name: 'jiefen_deadline_fired_lateness_seconds',
    help: 'By how much legal time the latest 1,000 deadlines fired late, of the last day',
    labelNames: ['quantile'],
    of: ({ deadlines: { fired } }) =>
      fired === null
        ? []
        : [
            [{ quantile: '0.5' }, fired.p50],
            [{ quantile: '0.99' }, fired.p99],
            [{ quantile: '1' }, fired.max],
          ],
  },
  {
    name: 'jiefen_dead_letters',
    help: 'Dead letters that nobody has sent again, counted up to 1,001',
    of: ({ deadLetters }) => one(deadLetters),
  },
  {
    name: 'jiefen_queues_up',
    help: '1: where the queues live answers; 0: it is away, and the work goes on by the sweep',
    of: ({ backend }) => one(backend.state === 'up' ? 1 : 0),
  },
  {
    name: 'jiefen_queue_jobs',
    help: 'Jobs of a queue by state',
    labelNames: ['queue', 'state'],
    of: ({ queues }) =>
      queues.flatMap(({ queue, waiting, active, delayed, failed }) =>
        Object.entries({ waiting, active, delayed, failed }).map(([state, count]): Figure => [{ queue, state }, count]),
      ),
  },
  {
    name: 'jiefen_queue_paused',
    help: '1: an operator has paused the queue',
    labelNames: ['queue'],
    of: ({ queues }) => queues.map(({ queue, paused }): Figure => [{ queue }, paused ? 1 : 0]),
  },
];

/** Backlog of the whole installation, asked of the database at each scrape. While it is away the last answer stands. */
export function observeBacklog(metrics: Registry, reader: BacklogReader): void {
  let answer: Promise<BacklogReport | null> | null = null;
  // All gauges of one scrape share a question.
  const ask = (): Promise<BacklogReport | null> => {
    answer ??= reader
      .read()
      .catch(() => null)
      .finally(() => {
        answer = null;
      });
    return answer;
  };
  for (const { name, help, labelNames = [], of } of GAUGES) {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [metrics],
      async collect() {
        const report = await ask();
        if (report === null) return;
        this.reset();
        for (const [labels, value] of of(report)) this.set(labels, value);
      },
    });
  }
}
