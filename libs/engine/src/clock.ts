import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';

/** Legal time, as the database tells it; worker clocks never decide. */
export class LegalClock {
  constructor(private readonly pool: Pool) {}

  async now(): Promise<Instant> {
    const { rows } = await this.pool.query<{ now: Date }>("select date_trunc('milliseconds', jiefen.app_now()) as now");
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('the database tells no time');
    return now.toISOString();
  }

  /** The manual clock's instant; null while the database's own clock governs. */
  async manual(): Promise<Instant | null> {
    const { rows } = await this.pool.query<{ now_at: Date | null }>('select now_at from jiefen.app_clock');
    return rows[0]?.now_at?.toISOString() ?? null;
  }

  /** @returns false when that would turn a manual clock back; nothing is changed then */
  async set(at: Instant): Promise<boolean> {
    const { rowCount } = await this.pool.query('update jiefen.app_clock set now_at = $1 where now_at is null or now_at <= $1', [at]);
    return rowCount === 1;
  }
}
