import type { Pool } from 'pg';

/** One queue as the relay last saw it; up to a few seconds old. */
export interface QueueFigures {
  readonly queue: string;
  readonly backend: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface OutboxFigures {
  /** Rows not done, counted up to 1,001. */
  readonly undone: number;
  /** Age in seconds of the oldest row not done; null when there is none. */
  readonly oldestSeconds: number | null;
  /** Rows that failed at least once and are still tried, counted up to 1,001. */
  readonly retrying: number;
}

export interface DeadlineFigures {
  /** Rungs due and not climbed yet, counted up to 1,001. */
  readonly due: number;
  /** By how many seconds of legal time the latest of them is late; 0 when there is none. */
  readonly latenessSeconds: number;
}

export interface BacklogReport {
  readonly queues: readonly QueueFigures[];
  readonly outbox: OutboxFigures;
  readonly deadlines: DeadlineFigures;
  /** Dead letters nobody has sent again, counted up to 1,001. */
  readonly deadLetters: number;
}

/** Reads what waits to be done, from tables alone: the API shows it without touching BullMQ. */
export class BacklogReader {
  constructor(private readonly pool: Pool) {}

  async read(): Promise<BacklogReport> {
    const { rows } = await this.pool.query<{ report: BacklogReport }>(
      `select jsonb_build_object(
         'queues', (select coalesce(jsonb_agg(jsonb_build_object(
             'queue', queue, 'backend', backend, 'waiting', waiting, 'active', active, 'delayed', delayed, 'failed', failed,
             'paused', paused, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by queue), '[]')
           from jiefen.queue_figures),
         'outbox', jsonb_build_object(
           'undone', (select count(*) from (select from jiefen.outbox where done_at is null limit 1001) capped),
           'oldestSeconds', (select greatest(0, extract(epoch from clock_timestamp() - created_at))::float8
                             from jiefen.outbox where done_at is null order by id limit 1),
           'retrying', (select count(*) from (
              select from (select tries from jiefen.outbox where done_at is null order by id limit 10000) head
              where tries > 0 limit 1001) capped)),
         'deadlines', jsonb_build_object(
           'due', (select count(*) from (select from jiefen.deadlines where next_at <= jiefen.app_now() limit 1001) capped),
           'latenessSeconds', coalesce((select extract(epoch from jiefen.app_now() - next_at)::float8
              from jiefen.deadlines where next_at <= jiefen.app_now() order by next_at limit 1), 0)),
         'deadLetters', (select count(*) from (select from jiefen.dead_letters where redriven_at is null limit 1001) capped)
       ) as report`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('a select without a from clause gave no row');
    return row.report;
  }
}
