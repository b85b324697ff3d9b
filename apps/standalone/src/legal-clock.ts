import type { Config } from '#libs/config';
import type { ClientBase } from 'pg';

/**
 * Sets which clock governs legal time. A manual clock that stands already stays where it stands; a new one begins at
 * `clockStart`, or at the last thing that happened if that is later: legal time never goes back.
 */
export async function setLegalClock(client: ClientBase, config: Pick<Config, 'clock' | 'clockStart'>): Promise<void> {
  if (config.clock === 'real') {
    await client.query('update jiefen.app_clock set now_at = null where now_at is not null');
    return;
  }
  await client.query(
    `update jiefen.app_clock
        set now_at = greatest($1::timestamptz, (select max(last_at) from jiefen.cases))
      where now_at is null`,
    [config.clockStart],
  );
}
