import pg from 'pg';
import type { Config } from '#libs/config';
import { seedDemoAccounts, seedOrganisation } from '#libs/demo-city';
import { reachFaultPoint } from '#libs/fault-points';
import { poolConfig, runMigrations } from '#libs/persistence';

/** Brings schema, organisation and, with demonstration data, accounts to what this code expects; safe to repeat at every start. */
export async function prepareDatabase(config: Config): Promise<void> {
  await runMigrations(config.databaseUrl);
  const client = new pg.Client(
    poolConfig(config.databaseUrl, { name: 'prepare', max: 1, statementTimeout: 120_000, asApplication: false }),
  );
  await client.connect();
  try {
    await seedOrganisation(client);
    reachFaultPoint('installation.seeded');
    if (config.demo) await seedDemoAccounts(client, config);
  } finally {
    await client.end();
  }
}
