import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { BacklogReader, BacklogReport } from '#libs/backlog';

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
  const gauges: readonly (readonly [name: string, help: string, of: (report: BacklogReport) => number])[] = [
    ['jiefen_outbox_undone', 'Outbox rows not done, counted up to 1,001', ({ outbox }) => outbox.undone],
    ['jiefen_outbox_oldest_seconds', 'Age of the oldest outbox row not done', ({ outbox }) => outbox.oldestSeconds ?? 0],
    ['jiefen_deadlines_due', 'Ladder rungs due and not climbed, counted up to 1,001', ({ deadlines }) => deadlines.due],
    [
      'jiefen_deadline_lateness_seconds',
      'By how much legal time the latest due rung is late',
      ({ deadlines }) => deadlines.latenessSeconds,
    ],
    ['jiefen_dead_letters', 'Dead letters that nobody has sent again, counted up to 1,001', ({ deadLetters }) => deadLetters],
  ];
  for (const [name, help, of] of gauges) {
    new Gauge({
      name,
      help,
      registers: [metrics],
      async collect() {
        const report = await ask();
        if (report !== null) this.set(of(report));
      },
    });
  }
}
