import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from '#libs/embedded-postgres';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';

/** The value of a query on a connection of its own; asks again while the server is away. */
async function ask(url: string, sql: string): Promise<unknown> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return Object.values(rows[0] ?? {})[0];
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET' && !code?.startsWith('57P')) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let running: EmbeddedPostgres[];
  const start = async (options: { folder?: string } = {}) => {
    const server = await startEmbeddedPostgres({ dataDir, ...options });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiefen-pg-'));
    chmodSync(dataDir, 0o755);
    running = [];
  });
  afterEach(async () => {
    for (const server of running) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('makes a cluster nobody else can enter, with a database that knows Chinese', async () => {
    const server = await start();
    expect([server.fresh, server.attached]).toEqual([true, false]);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(await ask(server.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(server.url, `select length('电梯')`)).toBe(2);
    expect(await ask(server.url, `select string_agg(current_setting(s), ',') from unnest(array['fsync', 'synchronous_commit']) s`)).toBe(
      'on,on',
    );
    expect(await ask(server.url, 'show server_version')).toBe('18.4');
  }, 60_000);

  it('keeps data and port over a stop', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as n');
    await first.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await start();
    expect([second.fresh, second.port]).toEqual([false, first.port]);
    expect(await ask(second.url, 'select n from kept')).toBe(42);
  }, 60_000);

  it('attaches to a server that is running already', async () => {
    const first = await start();
    const second = await start();
    expect([second.attached, second.pid, second.url]).toEqual([true, first.pid, first.url]);
  }, 60_000);

  it('is not misled by a pid file that names another process', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${String(process.ppid)}\n${dataDir}\n1\n${String(first.port)}\n\n127.0.0.1\n\nready\n`,
    );
    const second = await start();
    expect(second.attached).toBe(false);
    expect(await ask(second.url, 'select 1')).toBe(1);
  }, 60_000);

  it('starts the server again when it is killed', async () => {
    const server = await start();
    const before = server.pid;
    await ask(server.url, 'create table kept as select 42 as n');
    process.kill(before, 'SIGKILL');
    expect(await ask(server.url, 'select n from kept')).toBe(42);
    expect(await ask(server.url, `select pg_postmaster_start_time() is not null`)).toBe(true);
    expect(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).not.toMatch(new RegExp(`^${String(before)}\n`));
  }, 60_000);

  it('refuses the cluster of another PostgreSQL in one line', async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '19\n');
    await expect(start()).rejects.toThrow(/^\S+ was made by PostgreSQL 19, newer than the embedded PostgreSQL 18; [^\n]+$/);
  }, 60_000);

  it('works where a folder above is closed to the OS user that runs it', async () => {
    chmodSync(dataDir, 0o700);
    const server = await start();
    expect(await ask(server.url, 'select 1')).toBe(1);
    process.kill(server.pid, 'SIGKILL');
    expect(await ask(server.url, 'select 2')).toBe(2);
  }, 60_000);

  it('keeps several clusters in one data folder apart', async () => {
    const one = await start();
    const other = await start({ folder: 'other' });
    expect(other.port).not.toBe(one.port);
    await ask(one.url, 'create table only_here (n int)');
    expect(await ask(other.url, `select to_regclass('only_here')`)).toBeNull();
  }, 60_000);
});
