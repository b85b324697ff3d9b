import type { Pool } from 'pg';
import { QueuePauses } from '#libs/backlog';
import type { Turn } from '#libs/polling';
import type { JobProducer, QueueCounts } from '#libs/queues';
import { awayReasonOf } from '#libs/queues';

/**
 * Keeps the queues paused as PostgreSQL says, and writes what they hold, or that they can't be asked, into tables where the API may
 * read it. Several relays write the same rows: the last one counts.
 */
export class QueueWatch {
  private readonly pauses: QueuePauses;

  constructor(
    private readonly pool: Pool,
    private readonly producer: JobProducer,
  ) {
    this.pauses = new QueuePauses(pool);
  }

  /** @throws when the backend is away, after having written that */
  async turn(): Promise<Turn> {
    const paused = await this.pauses.all();
    let counts: readonly QueueCounts[];
    try {
      await this.producer.verify();
      await this.producer.keepPaused(new Set(paused.map(({ queue }) => queue)));
      counts = await this.producer.counts();
    } catch (error) {
      await this.writeBackend(awayReasonOf(error));
      throw error;
    }
    await this.writeFigures(counts);
    await this.writeBackend(null);
    return 'some';
  }

  private async writeFigures(counts: readonly QueueCounts[]): Promise<void> {
    await this.pool.query(
      `insert into jiefen.queue_figures as f (queue, backend, waiting, active, delayed, failed, paused, at)
       select c.queue, $2, c.waiting, c.active, c.delayed, c.failed, c.paused, clock_timestamp()
       from jsonb_to_recordset($1::jsonb) c(queue text, waiting bigint, active bigint, delayed bigint, failed bigint, paused boolean)
       order by c.queue
       on conflict (queue) do update set backend = excluded.backend, waiting = excluded.waiting, active = excluded.active,
         delayed = excluded.delayed, failed = excluded.failed, paused = excluded.paused, at = excluded.at`,
      [JSON.stringify(counts), this.producer.backendKind],
    );
  }

  /** `reason` null: it answers. When it went away is kept until it is back. */
  private async writeBackend(reason: string | null): Promise<void> {
    await this.pool.query(
      `insert into jiefen.queue_backend as b (kind, away_since, reason, at)
       values ($1, case when $2::text is not null then clock_timestamp() end, $2, clock_timestamp())
       on conflict (only_row) do update set kind = excluded.kind, reason = excluded.reason, at = excluded.at,
         away_since = case when excluded.reason is not null then coalesce(b.away_since, excluded.away_since) end`,
      [this.producer.backendKind, reason],
    );
  }
}
