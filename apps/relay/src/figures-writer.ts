import type { Pool } from 'pg';
import type { Turn } from '#libs/polling';
import type { JobProducer } from '#libs/queues';

/** Writes what the queues hold into a table, where the API may read it. Several relays write the same rows: the last one counts. */
export class FiguresWriter {
  constructor(
    private readonly pool: Pool,
    private readonly producer: JobProducer,
  ) {}

  async turn(): Promise<Turn> {
    const counts = await this.producer.counts();
    await this.pool.query(
      `insert into jiefen.queue_figures as f (queue, backend, waiting, active, delayed, failed, paused, at)
       select c.queue, $2, c.waiting, c.active, c.delayed, c.failed, c.paused, clock_timestamp()
       from jsonb_to_recordset($1::jsonb) c(queue text, waiting bigint, active bigint, delayed bigint, failed bigint, paused boolean)
       order by c.queue
       on conflict (queue) do update set backend = excluded.backend, waiting = excluded.waiting, active = excluded.active,
         delayed = excluded.delayed, failed = excluded.failed, paused = excluded.paused, at = excluded.at`,
      [JSON.stringify(counts), this.producer.backendKind],
    );
    return 'some';
  }
}
