import type { ClientBase } from 'pg';

/** Runs the work between BEGIN and COMMIT; any error rolls all of it back and is thrown on. */
export async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
