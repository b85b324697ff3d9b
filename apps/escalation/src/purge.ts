import type { Pool } from 'pg';
import type { Engine } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import type { Turn } from '#libs/polling';

/** Any number; the same in every process. */
const LOCK = 5_240_001;

const STATEMENTS = [
  `delete from jiefen.sessions where expires_at < now() - interval '1 day'`,
  `delete from jiefen.throttles where updated_at < now() - interval '7 days' and coalesce(blocked_until, now()) <= now()`,
  `delete from jiefen.processed where at < now() - interval '7 days'`,
  `delete from jiefen.wakeups where queued_at < now() - interval '7 days' and at < jiefen.app_now() - interval '7 days'`,
] as const;

/** Contract: an Idempotency-Key is remembered for at least 7 days. */
const KEY_DAYS = 7;

/** Removes what has served its time. One process at a time; whoever comes second leaves it to the first. */
export class Purge {
  constructor(
    private readonly pool: Pool,
    private readonly engine: Pick<Engine, 'purgeKeys'>,
  ) {}

  async turn(): Promise<Turn> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
      reachFaultPoint('escalation.purge-locked');
      if (rows[0]?.mine === true) for (const statement of STATEMENTS) await client.query(statement);
      await client.query('commit');
      if (rows[0]?.mine === true) await this.engine.purgeKeys(KEY_DAYS);
      return 'idle';
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
