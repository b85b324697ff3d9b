import type { Config } from '#libs/config';
import { seedDemoAccounts, seedOrganisation } from '#libs/demo-city';
import { poolConfig, runMigrations } from '#libs/persistence';
import pg from 'pg';
import { setLegalClock } from './legal-clock.ts';

/** Brings schema, organisation, accounts and clock to where the apps expect them; safe to repeat at every start. */
export async function prepareDatabase(config: Config): Promise<void> {
  await runMigrations(config.databaseUrl);
  const client = new pg.Client(
    poolConfig(config.databaseUrl, { name: 'prepare', max: 1, statementTimeout: 120_000, asApplication: false }),
  );
  await client.connect();
  try {
    await setLegalClock(client, config);
    await seedOrganisation(client);
    if (config.demo) await seedDemoAccounts(client, config);
  } finally {
    await client.end();
  }
}
