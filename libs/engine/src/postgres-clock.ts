import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';
import type { ClockStore } from './engine-store.ts';

/** The legal clock as the database tells it. */
export class PostgresClock implements ClockStore {
  constructor(private readonly pool: Pool) {}

  async now(): Promise<Instant> {
    const { rows } = await this.pool.query<{ now: Date }>("select date_trunc('milliseconds', jiefen.app_now()) as now");
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('the database tells no time');
    return now.toISOString();
  }

  async manual(): Promise<Instant | null> {
    const { rows } = await this.pool.query<{ now_at: Date | null }>('select now_at from jiefen.app_clock');
    return rows[0]?.now_at?.toISOString() ?? null;
  }

  async set(at: Instant): Promise<boolean> {
    const { rowCount } = await this.pool.query('update jiefen.app_clock set now_at = $1 where now_at is null or now_at <= $1', [at]);
    return rowCount === 1;
  }
}
