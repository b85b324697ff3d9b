import type { Pool } from 'pg';
import type { EngineStore, GroupSession } from './engine-store.ts';
import { PostgresClock } from './postgres-clock.ts';
import { PostgresRungs } from './postgres-rungs.ts';
import { PostgresSession } from './postgres-session.ts';

/** The engine's tables, through a pool of few connections: groups use two, the rest is for sweeps and look-ups. */
export class PostgresStore implements EngineStore {
  readonly clock: PostgresClock;
  readonly rungs: PostgresRungs;

  constructor(private readonly pool: Pool) {
    this.clock = new PostgresClock(pool);
    this.rungs = new PostgresRungs(pool);
  }

  async connect(): Promise<GroupSession> {
    return new PostgresSession(await this.pool.connect());
  }

  async caseNumbers(blocks: number): Promise<readonly number[]> {
    const { rows } = await this.pool.query<{ start: string }>(
      "select nextval('jiefen.case_numbers') as start from generate_series(1, $1)",
      [blocks],
    );
    return rows.map(({ start }) => Number(start));
  }

  async purgeKeys(olderThanDays: number): Promise<number> {
    await this.pool.query('delete from jiefen.closed_attempts where closed_at < now() - make_interval(days => $1)', [olderThanDays]);
    const { rowCount } = await this.pool.query('delete from jiefen.command_keys where created_at < now() - make_interval(days => $1)', [
      olderThanDays,
    ]);
    return rowCount ?? 0;
  }
}
