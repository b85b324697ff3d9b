import type { Pool } from 'pg';

export const RELAY_CHANNEL = 'jiefen_relay';

/** Told when an operator has paused or resumed a queue. */
export const PAUSES_CHANNEL = 'jiefen_pauses';

/**
 * Asks the relays to look at the outbox now instead of at their next poll. Never inside the engine's commit: NOTIFY takes a
 * lock of the whole database until the commit is on disk, and polling runs anyway.
 */
export async function nudgeRelay(pool: Pool): Promise<void> {
  await pool.query(`select pg_notify($1, '')`, [RELAY_CHANNEL]);
}
