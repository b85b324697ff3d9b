import { createPool } from '#libs/persistence';
import type { TestDatabase } from '../../support/test-postgres.ts';
import { TestPostgres } from '../../support/test-postgres.ts';

describe('a connection that breaks', () => {
  let server: TestPostgres;
  let database: TestDatabase;

  beforeAll(async () => {
    server = await TestPostgres.start();
    database = await server.database();
  }, 60_000);
  afterAll(async () => {
    await database.drop();
    await server.stop();
  });

  it('while it is held between two queries costs its holder one query and nobody the process', async () => {
    const pool = createPool(database.url, { name: 'held', max: 1 });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const broken = new Promise((resolve) => {
      client.once('error', resolve);
    });
    await database.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await broken;
    await expect(client.query('select 1')).rejects.toThrow();
    client.release();
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
