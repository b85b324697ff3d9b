import { accountId } from '#libs/directory';
import { hash } from '@node-rs/argon2';
import type { ClientBase } from 'pg';
import { cityAccounts } from './city-accounts.ts';
import { cityUnits } from './city-units.ts';
import { inTransaction } from './in-transaction.ts';
import { readSeedData } from './seed-data.ts';

/** Public on purpose: it is printed at every start with demonstration data. */
export const DEMO_PASSWORD = 'demo-Jiefen-2026';

/** Demonstration accounts have a password that everybody knows. */
export class DemoAccountsRefused extends Error {
  constructor() {
    super('demonstration accounts have a public password and are never created when NODE_ENV=production');
    this.name = 'DemoAccountsRefused';
  }
}

/**
 * Creates the demonstration accounts that are missing, as the owner role, in one transaction; accounts that exist keep
 * their password and roles. One argon2id hash is computed and shared, since all have the one public password.
 *
 * @param where the city whose centre the counter belongs to, and the environment the process runs in
 * @returns how many were created
 * @throws DemoAccountsRefused in production, whatever else is configured
 */
export async function seedDemoAccounts(client: ClientBase, where: { readonly city: string; readonly nodeEnv: string }): Promise<number> {
  if (where.nodeEnv === 'production') throw new DemoAccountsRefused();
  const accounts = cityAccounts(where.city, cityUnits(readSeedData()));
  const rows = JSON.stringify(accounts.map((account) => ({ id: accountId(account.username), ...account })));
  const missing = await client.query<{ count: number }>(
    `select count(*)::int as count from jsonb_to_recordset($1::jsonb) as r(username text)
      where not exists (select from jiefen.users u where u.username = r.username)`,
    [rows],
  );
  if (missing.rows[0]?.count === 0) return 0;

  // argon2id with the parameters that OWASP asks for is this package's default.
  const passwordHash = await hash(DEMO_PASSWORD);
  let created = 0;
  await inTransaction(client, async () => {
    const inserted = await client.query(
      `insert into jiefen.users (id, username, password_hash, display_name, roles, unit_id)
       select id, username, $2, "displayName", roles, "unitId"
         from jsonb_to_recordset($1::jsonb) as r(id uuid, username text, "displayName" text, roles text[], "unitId" uuid)
       on conflict do nothing`,
      [rows, passwordHash],
    );
    created = inserted.rowCount ?? 0;
  });
  return created;
}
