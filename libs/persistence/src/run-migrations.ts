import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { reachFaultPoint } from '#libs/fault-points';
import { DatabaseNewer, DatabaseTooOld, DatabaseUnreachable, DatabaseUnusable, MigrationChanged } from './migration-errors.ts';
import { packageRoot } from './package-root.ts';
import { poolConfig } from './pools.ts';

const OLDEST_SERVER = { number: 150_000, name: '15' };
/** Only one process migrates at a time; the number is arbitrary and ours. */
const MIGRATION_LOCK = 7_245_330_118;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma writes it. */
  readonly checksum: string;
}

/** The migrations that this code brings, in order. */
export function shippedMigrations(folder = join(packageRoot(), 'prisma', 'migrations')): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database to this code's shape, each migration in a transaction of its own. Runs as the role of the address, which
 * needs CREATEROLE and the database, not superuser.
 * @throws DatabaseUnusable one clear line: unreachable, too old, newer than the code, changed, or in another encoding than UTF8
 */
export async function runMigrations(
  databaseUrl: string,
  migrations = shippedMigrations(),
): Promise<{ readonly applied: readonly string[] }> {
  const client = new pg.Client(poolConfig(databaseUrl, { name: 'migrations', max: 1, statementTimeout: 600_000, asApplication: false }));
  client.on('error', () => undefined);
  await connect(client);
  try {
    await checkVersion(client);
    await checkEncoding(client);
    await client.query('set lock_timeout = 60000');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    reachFaultPoint('migration.locked');
    const applied = await applyMissing(client, migrations);
    return { applied };
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error;
    throw new DatabaseUnusable(`the database can't be prepared: ${oneLine(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new DatabaseUnreachable(`the database at ${client.host}:${String(client.port)} can't be reached: ${oneLine(error)}`, {
      cause: error,
    });
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const found = rows[0];
  if (found === undefined || found.number < OLDEST_SERVER.number) throw new DatabaseTooOld(found?.name ?? 'unknown', OLDEST_SERVER.name);
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`create table if not exists public._prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
    rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of rows) {
    const migration = known.get(name);
    if (migration === undefined) throw new DatabaseNewer(name);
    if (migration.checksum !== checksum) throw new MigrationChanged(name);
  }
  const done = new Set(rows.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await applyOne(client, migration);
  return missing.map(({ name }) => name);
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(
      'insert into public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, clock_timestamp(), $3, 1)',
      [randomUUID(), migration.checksum, migration.name],
    );
    reachFaultPoint('migration.before-commit');
    await client.query('commit');
    reachFaultPoint('migration.after-commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new DatabaseUnusable(`migration ${migration.name} failed: ${oneLine(error)}`, { cause: error });
  }
}

/** Titles are searched by pairs of characters: in another encoding they would be pairs of bytes, and every search would find the wrong things. */
async function checkEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>("select current_setting('server_encoding') as encoding");
  if (rows[0]?.encoding !== 'UTF8') {
    throw new DatabaseUnusable(`this database is encoded in ${rows[0]?.encoding ?? 'something else'}: create it with encoding UTF8`);
  }
}

function oneLine(error: unknown): string {
  // A refused connection to a name with several addresses is an AggregateError without a message.
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return (inner instanceof Error ? inner.message : String(inner)).replaceAll(/\s+/g, ' ');
}
