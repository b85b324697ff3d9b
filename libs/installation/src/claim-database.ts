import { ConfigError } from '#libs/config';
import { poolConfig } from '#libs/persistence';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Arbitrary and ours. */
const CLAIM = 7_245_330_201;
/** A process that was killed lets go when its connection is noticed to be gone. */
const PATIENCE_MS = 3_000;

/**
 * Makes sure that no second process uses this data folder's server: whoever stopped first would stop it for both. The claim
 * lives as long as the connection, so nothing has to be cleaned up after a kill.
 * @throws ConfigError one line, when another process holds it
 */
export async function claimDatabase(databaseUrl: string, dataDir: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client(poolConfig(databaseUrl, { name: 'claim', max: 1, asApplication: false }));
  // When the server is restarted the claim is gone with it; by then a second process would have been refused already.
  client.on('error', () => undefined);
  await client.connect();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [CLAIM]);
    if (rows[0]?.held === true) return { release: () => client.end().catch(() => undefined) };
    if (Date.now() > deadline) break;
    await pause(50);
  }
  await client.end();
  throw new ConfigError(`the data folder ${dataDir} is in use by another running Jiefen`);
}
