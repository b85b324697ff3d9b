import { jest } from '@jest/globals';
import type pg from 'pg';
import { createPool, DatabaseNewer, DatabaseUnreachable, MigrationChanged, runMigrations, shippedMigrations } from '#libs/persistence';
import { TestPostgres } from '../../support/test-postgres.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
let postgres: TestPostgres;
let database: TestDatabase;

beforeAll(async () => {
  postgres = await TestPostgres.start();
}, 60_000);
afterAll(async () => {
  await postgres.stop();
});
beforeEach(async () => {
  database = await postgres.database();
});
afterEach(async () => {
  await database.drop();
});

it('applies each migration once', async () => {
  expect(await runMigrations(database.url)).toEqual({ applied: [] });
  const { rows } = await database.owner.query<{ migration_name: string }>(
    'select migration_name from public._prisma_migrations order by 1',
  );
  expect(rows.map((row) => row.migration_name)).toEqual(shippedMigrations().map(({ name }) => name));
});

it('lets two processes start at once', async () => {
  const empty = await postgres.database('template0');
  const [one, other] = await Promise.all([runMigrations(empty.url), runMigrations(empty.url)]);
  expect([one.applied.length, other.applied.length].sort()).toEqual([0, shippedMigrations().length]);
  await empty.drop();
});

it('runs for an owner who is no superuser', async () => {
  const fresh = await postgres.database('template0');
  const { host, port, pathname } = new URL(fresh.url);
  await postgres.administer("create role plain login createrole password 'plain'");
  await postgres.administer(`alter database ${pathname.slice(1)} owner to plain`);
  // The roles of the cluster belong to somebody else already: they have to be granted once.
  await postgres.administer('grant jiefen_app, jiefen_identity to plain with admin option');
  const url = `postgresql://plain:plain@${host.replace(`:${port}`, '')}:${port}${pathname}`;
  expect((await runMigrations(url)).applied).toHaveLength(shippedMigrations().length);
  const pool = createPool(url, { name: 'probe', max: 1 });
  expect((await pool.query<{ who: string }>('select current_user as who')).rows).toEqual([{ who: 'jiefen_app' }]);
  await expect(pool.query('select 1 from identity.parties')).rejects.toThrow(/permission denied/);
  expect((await pool.query('select * from identity.masked(array[]::uuid[])')).rows).toEqual([]);
  await pool.end();
  await fresh.drop();
  await postgres.administer('drop owned by plain');
  await postgres.administer('drop role plain');
});

it('says in one line that the database is newer', async () => {
  await database.owner.query(
    "insert into public._prisma_migrations (id, checksum, finished_at, migration_name) values ('x', 'x', now(), '29990101000000_future')",
  );
  const failure = await runMigrations(database.url).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseNewer);
  expect((failure as Error).message).toMatch(/^[^\n]*newer version[^\n]*29990101000000_future[^\n]*$/);
});

it('refuses a migration that was changed after it was applied', async () => {
  const [first, ...rest] = shippedMigrations();
  if (first === undefined) throw new Error('no migrations');
  await expect(runMigrations(database.url, [{ ...first, checksum: '0'.repeat(64) }, ...rest])).rejects.toBeInstanceOf(MigrationChanged);
});

it('says in one line that nobody answers', async () => {
  const failure = await runMigrations('postgresql://nobody:nothing@127.0.0.1:1/none').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseUnreachable);
  expect((failure as Error).message).toMatch(/^the database at 127\.0\.0\.1:1 can't be reached: [^\n]+$/);
});

describe('the application', () => {
  let app: pg.Pool;

  beforeEach(() => {
    app = createPool(database.url, { name: 'probe', max: 2 });
  });
  afterEach(async () => {
    await app.end();
  });

  it('owns nothing and has no delete, update or truncate on events', async () => {
    const { rows } = await app.query<{ owned: string }>(`select count(*) as owned from pg_class where relowner = 'jiefen_app'::regrole`);
    expect(rows).toEqual([{ owned: '0' }]);
    for (const statement of ['delete from jiefen.events', "update jiefen.events set type = 'x'", 'truncate jiefen.events']) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it.each(['case_keys', 'parties', 'disclosures'])('reads nothing of identity.%s', async (table) => {
    for (const statement of [
      `select * from identity.${table}`,
      `delete from identity.${table}`,
      `update identity.${table} set case_id = null`,
    ]) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('has every function of the identity schema pinned to a search path', async () => {
    const { rows } = await database.owner.query<{ proname: string }>(
      `select proname from pg_proc where pronamespace = 'identity'::regnamespace and (not prosecdef or not coalesce(proconfig::text, '') like '%search_path=pg_catalog%')`,
    );
    expect(rows).toEqual([]);
  });

  it('forces row-level security on every table of the identity schema, its owner included', async () => {
    const { rows } = await database.owner.query(
      `select relname from pg_class where relnamespace = 'identity'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity and relowner = 'jiefen_identity'::regrole)`,
    );
    expect(rows).toEqual([]);
  });
});

it.each([
  'delete from jiefen.events',
  "update jiefen.events set type = 'x'",
  'truncate jiefen.events',
  'truncate jiefen.documents',
  'delete from jiefen.audit_log',
])('refuses even the owner: %s', async (statement) => {
  await expect(database.owner.query(statement)).rejects.toThrow(/append-only/);
});
