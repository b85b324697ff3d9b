import type { Pool } from 'pg';
import { reachFaultPoint } from '#libs/fault-points';
import type { Turn } from '#libs/polling';
import type { JobProducer, NewJob } from '#libs/queues';
import { WAKE_UP } from '#libs/queues';
import type { RelayOptions } from './relay-options.ts';

interface Instant {
  readonly at: string;
  /** ms of legal time until then; under the manual clock never positive. */
  readonly delay: number;
  /** ms since the epoch by the database's clock. */
  readonly now: number;
}

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const AT_ONCE = 500;
/** ms in which at most one job is added for deadlines that are due already. */
const BUCKET = 2000;

/**
 * One delayed job for each instant at which some ladder has a rung, and one every two seconds while something is due: jobs may
 * be lost or come early, and a deadline may be due the moment it is armed. Under the manual clock legal time doesn't pass by
 * itself, so only what has come is queued.
 */
export class WakeupRelay {
  constructor(
    private readonly pool: Pool,
    private readonly producer: JobProducer,
    private readonly options: Pick<RelayOptions, 'horizonHours'>,
  ) {}

  async turn(): Promise<Turn> {
    const queued = await this.queueInstants();
    const due = await this.queueDue();
    return queued === AT_ONCE ? 'busy' : queued > 0 || due ? 'some' : 'idle';
  }

  private async queueInstants(): Promise<number> {
    const { rows } = await this.pool.query<Instant>(
      `select to_char(at at time zone 'UTC', ${UTC}) as at, ceil(extract(epoch from at - jiefen.app_now()) * 1000)::float8 as delay,
              floor(extract(epoch from now()) * 1000)::float8 as now
       from jiefen.wakeups
       where queued_at is null
         and at <= jiefen.app_now() + case when (select now_at from jiefen.app_clock) is null then make_interval(hours => $1) else interval '0' end
       order by at limit $2`,
      [this.options.horizonHours, AT_ONCE],
    );
    if (rows.length === 0) return 0;
    // First the job, then the mark: a crash in between adds the same id again, which changes nothing.
    await this.producer.add(WAKE_UP, rows.map(jobAt));
    reachFaultPoint('relay.wake-ups-added');
    await this.pool.query(`update jiefen.wakeups set queued_at = clock_timestamp() where at = any($1::timestamptz[])`, [
      rows.map(({ at }) => at),
    ]);
    reachFaultPoint('relay.wake-ups-marked');
    return rows.length;
  }

  private async queueDue(): Promise<boolean> {
    const { rows } = await this.pool.query<{ at: string; bucket: number }>(
      `select to_char(next_at at time zone 'UTC', ${UTC}) as at, floor(extract(epoch from clock_timestamp()) * 1000 / $1)::float8 as bucket
       from jiefen.deadlines where next_at <= jiefen.app_now() order by next_at limit 1`,
      [BUCKET],
    );
    const [due] = rows;
    if (due === undefined) return false;
    await this.producer.add(WAKE_UP, [{ id: `due-${String(due.bucket)}`, payload: { at: due.at } }]);
    return true;
  }
}

function jobAt({ at, delay, now }: Instant): NewJob<{ at: string }> {
  return { id: `at-${String(Date.parse(at))}-0`, payload: { at }, ...(delay > 0 ? { due: { now, delay } } : {}) };
}
