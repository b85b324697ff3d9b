import type { Pool, PoolClient } from 'pg';
import { ROOT_ROW } from './identity.service.ts';
import { Keyring, WrongMasterKey } from './keyring.ts';

const PAGE = 1_000;

/** The application is running: it would go on wrapping new cases' keys with the old master key. */
export class ApplicationRunning extends Error {
  constructor() {
    super('Jiefen is running on this database: stop it before rotating the master key');
    this.name = 'ApplicationRunning';
  }
}

/**
 * Wraps every case's key, and the installation's root, under a new master key, in one transaction: afterwards only the new one opens
 * anything. Query codes, case numbers and blind indexes stay what they are.
 * @param pool connects as the owner of the database
 * @returns how many cases' keys were wrapped anew
 * @throws WrongMasterKey when `from` isn't the present one; ApplicationRunning
 */
export async function rotateMasterKey(pool: Pool, from: Buffer, to: Buffer): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const running = await client.query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name in ('jiefen-engine', 'jiefen-read') limit 1",
    );
    if (running.rowCount !== 0) throw new ApplicationRunning();
    const root = (await client.query<{ value: string }>('select value from jiefen.installation where name = $1 for update', [ROOT_ROW]))
      .rows[0]?.value;
    if (root === undefined) throw new WrongMasterKey();
    const rewrapped = await rewrapCases(client, Keyring.open(from, root), Keyring.rewrapRoot(from, to, root), to);
    await client.query('commit');
    return rewrapped;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function rewrapCases(client: PoolClient, before: Keyring, newRoot: string, to: Buffer): Promise<number> {
  const after = Keyring.open(to, newRoot);
  let rewrapped = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const ids = (
      await client.query<{ id: string }>('select id from jiefen.cases where id > $1 order by id limit $2', [last, PAGE])
    ).rows.map(({ id }) => id);
    if (ids.length === 0) break;
    last = ids.at(-1) ?? last;
    const { rows } = await client.query<{ case_id: string; wrapped: Buffer }>('select case_id, wrapped from identity.keys_of($1)', [ids]);
    const fresh = rows.map((row) => after.wrapCaseKey(row.case_id, before.unwrapCaseKey(row.case_id, row.wrapped)));
    await client.query('select identity.rewrap($1, $2)', [rows.map((row) => row.case_id), fresh]);
    rewrapped += rows.length;
  }
  await client.query('update jiefen.installation set value = $2 where name = $1', [ROOT_ROW, newRoot]);
  return rewrapped;
}
