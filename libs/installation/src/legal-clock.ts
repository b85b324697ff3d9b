import pg from 'pg';
import type { Config } from '#libs/config';
import { poolConfig } from '#libs/persistence';

/**
 * Sets which clock governs legal time. A manual clock that stands already stays where it stands; a new one begins at
 * `clockStart`, or at the last thing that happened if that is later: legal time never goes back.
 */
export async function setLegalClock(config: Pick<Config, 'clock' | 'clockStart' | 'databaseUrl'>): Promise<void> {
  const client = new pg.Client(poolConfig(config.databaseUrl, { name: 'clock', max: 1, asApplication: false }));
  await client.connect();
  try {
    if (config.clock === 'real') await client.query('update jiefen.app_clock set now_at = null where now_at is not null');
    else {
      await client.query(
        `update jiefen.app_clock
            set now_at = greatest($1::timestamptz, (select max(last_at) from jiefen.cases))
          where now_at is null`,
        [config.clockStart],
      );
    }
  } finally {
    await client.end();
  }
}
