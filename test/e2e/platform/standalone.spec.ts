import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { send } from '../../support/api-client.ts';
import { ownerUrl, postmasterPid } from '../../support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../support/running-app.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PASSWORD = 'demo-Jiefen-2026';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `npm start -- --no-build …` to its end; what it reads from standard input is `input`. */
function runToEnd(env: Readonly<Record<string, string>>, args: readonly string[] = [], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), '--no-build', ...args], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
    child.stdin.end(input);
  });
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const login = (url: string, username: string, password = PASSWORD) =>
  send(url, { method: 'POST', path: '/api/auth/login', body: { username, password } });

describe('npm start', () => {
  let dataDir: string;
  let apps: RunningApp[];
  const app = async (env: Readonly<Record<string, string>> = {}) => {
    const one = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, ...env } });
    apps.push(one);
    return one;
  };
  const environment = async (env: Readonly<Record<string, string>> = {}) => ({ PORT: String(await freePort()), DATA_DIR: dataDir, ...env });

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiefen-start-'));
    chmodSync(dataDir, 0o755);
    apps = [];
  });
  afterEach(async () => {
    for (const one of apps) await one.stop();
    // A process that was killed leaves its server running, as it should.
    const pid = postmasterPid(dataDir);
    if (pid !== null) process.kill(pid, 'SIGQUIT');
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  });

  it('plays the demonstration without a refusal, keeps it, and stops in order', async () => {
    const first = await app();
    await first.start();
    expect(first.output).not.toContain('demo.refused');
    expect(first.output).toContain(PASSWORD);
    const { token } = (await login(first.url, 'leader')).body as { token: string };
    const cases = await send(first.url, { method: 'GET', path: '/api/cases?limit=200', token });
    const states = new Set((cases.body as { items: { state: string }[] }).items.map(({ state }) => state));
    for (const state of ['registered', 'routed', 'handling', 'answered', 'served', 'reviewing', 'concluded', 'archived'])
      expect(states).toContain(state);
    expect(await first.stop()).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await app();
    await second.start();
    const again = await send(second.url, { method: 'GET', path: '/api/cases?limit=200', token });
    expect((again.body as { items: unknown[] }).items).toHaveLength((cases.body as { items: unknown[] }).items.length);
  }, 180_000);

  it('goes on after kill -9, on the server that lived on', async () => {
    const one = await app({ CLOCK: 'manual' });
    await one.start();
    const pid = postmasterPid(dataDir);
    await one.kill();
    await one.start();
    expect(postmasterPid(dataDir)).toBe(pid);
    expect((await login(one.url, 'clerk')).status).toBe(200);
  }, 120_000);

  it('stops in order while somebody listens to live updates', async () => {
    const one = await app({ CLOCK: 'manual' });
    await one.start();
    const { token } = (await login(one.url, 'clerk')).body as { token: string };
    const stream = await fetch(`${one.url}/api/stream`, { headers: { authorization: `Bearer ${token}` } });
    expect(stream.status).toBe(200);
    expect(await one.stop()).toBe(0);
    await stream.body?.cancel().catch(() => undefined);
  }, 120_000);

  it('serves metrics on a port of their own, among them all that the dashboard and the alarms ask for', async () => {
    const port = await freePort();
    const one = await app({ CLOCK: 'manual', METRICS_PORT: String(port) });
    await one.start();
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(answer.status).toBe(200);
    const served = new Set([...(await answer.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const asked = ['alerts.yml', join('grafana', 'dashboards', 'jiefen.json')].flatMap((file) =>
      [...readFileSync(join(ROOT, 'deploy', 'monitoring', file), 'utf8').matchAll(/\b(?:jiefen|process|nodejs)_[a-z0-9_]+/g)].map(
        ([name]) => name,
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !served.has(name))).toEqual([]);
  }, 120_000);

  it('has no accounts with DEMO=0 until an administrator is made', async () => {
    const env = { CLOCK: 'manual', DEMO: '0' };
    const one = await app(env);
    await one.start();
    expect((await login(one.url, 'clerk')).status).toBe(401);
    const made = await runToEnd({ DATA_DIR: dataDir, DEMO: '0' }, ['--app', 'cli', 'admin-create', 'first'], 'a password of its own\n');
    expect(made).toEqual({ code: 0, output: 'administrator first created\n' });
    expect((await login(one.url, 'first', 'a password of its own')).status).toBe(200);
    const twice = await runToEnd({ DATA_DIR: dataDir, DEMO: '0' }, ['--app', 'cli', 'admin-create', 'first'], 'a password of its own\n');
    expect(twice).toEqual({ code: 1, output: 'jiefen admin-create: there is an account first already\n' });
  }, 120_000);

  describe('ends with one line and without success', () => {
    const refused = async (env: Readonly<Record<string, string>>, message: RegExp) => {
      const { code, output } = await runToEnd(await environment(env));
      expect(output).toMatch(message);
      expect(output.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(1);
    };

    it.each([
      [{ CLOCK: 'manual', NODE_ENV: 'production' }, /CLOCK=manual is refused when NODE_ENV=production/],
      [{ PORT: 'http' }, /PORT must be a port/],
      [{ CLOCK: 'fast' }, /CLOCK must be real or manual/],
      [{ JIEFEN_MASTER_KEY: 'short' }, /JIEFEN_MASTER_KEY must hold 32 bytes/],
      [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none', JIEFEN_MASTER_KEY: 'ab'.repeat(32) }, /can't be reached/],
      [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' }, /JIEFEN_MASTER_KEY/],
    ])(
      '%j',
      async (env: Readonly<Record<string, string>>, message) => {
        await refused(env, message);
      },
      60_000,
    );

    it('on a port in use, before a data folder is made', async () => {
      const server = await new Promise<Server>((resolve) => {
        const one = createServer().listen(0, '127.0.0.1', () => {
          resolve(one);
        });
      });
      const address = server.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      try {
        await refused({ PORT: port, DATA_DIR: join(dataDir, 'untouched') }, new RegExp(`port ${port} is in use`));
        expect(existsSync(join(dataDir, 'untouched'))).toBe(false);
      } finally {
        server.close();
      }
    }, 60_000);

    it('on a data folder that another process uses, and on a database written by a newer version', async () => {
      const one = await app({ CLOCK: 'manual' });
      await one.start();
      await refused({}, /is in use by another running Jiefen/);
      expect((await login(one.url, 'clerk')).status).toBe(200);
      await query(
        ownerUrl(dataDir),
        `insert into public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ('x', 'x', now(), '29990101000000_later', 1)`,
      );
      expect(await one.stop()).toBe(0);
      await refused({}, /written by a newer version/);
    }, 120_000);

    it('on a wrong master key', async () => {
      const one = await app({ CLOCK: 'manual' });
      await one.start();
      expect(await one.stop()).toBe(0);
      await refused({ CLOCK: 'manual', JIEFEN_MASTER_KEY: 'ab'.repeat(32) }, /master key is not the one/);
      expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    }, 120_000);

    it('on the cluster of a newer PostgreSQL', async () => {
      const one = await app({ CLOCK: 'manual' });
      await one.start();
      expect(await one.stop()).toBe(0);
      writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '19\n');
      await refused({}, /was made by PostgreSQL 19/);
    }, 120_000);
  });
});
