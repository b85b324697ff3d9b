import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { OFFICIAL_CALENDARS } from '#libs/domain';
import type { FaultPoint } from '#libs/fault-points';
import { DEATH_NOTE } from '#libs/fault-points';
import type { Finding } from '#libs/invariants';
import { checkDatabase, readDomainEnv } from '#libs/invariants';
import { shippedMigrations } from '#libs/persistence';
import { send } from '../support/api-client.ts';
import { killPostmaster, ownerUrl } from '../support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { runTask } from '../support/run-task.ts';
import { SupervisedApp } from '../support/supervised-app.ts';
import { until } from '../support/until.ts';
import { FaultTally } from './fault-tally.ts';
import { People } from './people.ts';
import { pointsAt } from './points-by-place.ts';
import { randomOf, times } from './seed.ts';

/** More than two chunks of an import, and more than a page of cases that follow a new calendar. */
const ROWS = 600;
const ROUNDS = times(1, 20);
const TARGET = '2026-03-01T01:00:00.000Z';

/** One after another on one installation, as an operator would meet them: migrating, importing, moving time, a new calendar. */
describe('killed at the points that no app reaches by itself', () => {
  const random = randomOf('points-beside');
  const tally = new FaultTally();
  let dataDir: string;
  let env: Record<string, string>;
  let app: SupervisedApp;
  let people: People;
  let pool: pg.Pool;

  beforeAll(() => {
    for (const point of pointsAt('beside')) tally.plan(point, ROUNDS);
  });

  afterEach(async () => {
    if (dataDir === '') return;
    await app.drop();
    killPostmaster(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    dataDir = '';
  });

  afterAll(() => {
    console.log(tally.report());
  });

  /** Runs a task that dies at the point. */
  async function taskDiesAt(point: FaultPoint, nth: number, task: readonly string[]): Promise<void> {
    const { signal, output } = await runTask(task, { ...env, FAULT_POINT: `${point}:${String(nth)}` });
    expect({ signal, output }).toEqual({ signal: 'SIGKILL', output: expect.stringContaining(`${DEATH_NOTE} ${point}`) as string });
    tally.fired(point);
  }

  /** The app dies at the point while `ask` is asked, and is started again. */
  async function appDiesAt(point: FaultPoint, nth: number, ask: () => Promise<unknown>): Promise<void> {
    app.giveUntil({ FAULT_POINT: `${point}:${String(nth)}` }, ({ lastWords: words }) => words.includes(`${DEATH_NOTE} ${point}`));
    await app.kill();
    await app.ready();
    const ending = app.ending();
    // Whoever asks is cut off; an answer means that the point was not on the way.
    const answer = await Promise.race([ask().catch(() => null), ending.then(() => null)]);
    expect(answer).toBeNull();
    const { signal, lastWords } = await ending;
    expect({ signal, lastWords }).toEqual({ signal: 'SIGKILL', lastWords: expect.stringContaining(`${DEATH_NOTE} ${point}`) as string });
    tally.fired(point);
    await app.ready();
  }

  async function number(sql: string): Promise<number> {
    return (await pool.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
  }

  async function ask(method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> {
    const token = await people.token('admin');
    return send(app.url, { method, path, token, body, within: 120_000 });
  }

  async function migrated(): Promise<void> {
    const migrations = shippedMigrations().length;
    await taskDiesAt('migration.locked', 1, ['migrate']);
    await taskDiesAt('migration.before-commit', random.between(1, migrations), ['migrate']);
    await taskDiesAt('migration.after-commit', 1, ['migrate']);
    await taskDiesAt('installation.seeded', 1, ['migrate']);
    expect(await runTask(['migrate'], env)).toMatchObject({ code: 0 });
  }

  async function imported(): Promise<void> {
    const file = join(dataDir, 'ledger.csv');
    const rows = Array.from(
      { length: ROWS },
      (_, i) => `"${String(i)}","第${String(i)}号路灯不亮","晚上路灯不亮，请尽快维修。","2026-01-04T10:00:00+08:00","430407"`,
    );
    writeFileSync(file, ['"id","title","narrative","receivedAt","divisionCode"', ...rows].join('\n'));
    await taskDiesAt('import.before-chunk', 2, ['import', file]);
    await taskDiesAt('import.after-chunk', random.between(2, 3), ['import', file]);
    expect(await runTask(['import', file], env)).toMatchObject({ code: 0 });
    pool = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 2 });
    pool.on('error', () => undefined);
    expect(await number('select count(*)::int as n from jiefen.cases')).toBe(ROWS);
  }

  async function movedOn(): Promise<void> {
    const move = (): Promise<unknown> => ask('PUT', '/api/clock', { now: TARGET });
    await appDiesAt('api.between-clock-steps', random.between(1, 2), move);
    await until('time has moved all its way', move, (answer) => (answer as { status: number }).status === 200);
    expect(await number("select count(*)::int as n from jiefen.deadlines where state = 'fired'")).toBeGreaterThan(0);
  }

  async function followedTheCalendar(): Promise<void> {
    const [base] = OFFICIAL_CALENDARS.filter(({ region }) => region === 'CN').toReversed();
    if (base === undefined) throw new Error('there is an official calendar');
    const holiday = { from: '2026-01-19', to: '2026-01-20', name: { zh: '临时放假', en: 'Extra holiday' } };
    const notice = {
      ...base,
      version: 'cn-fault.1',
      holidays: [...base.holidays, holiday].sort((a, b) => a.from.localeCompare(b.from)),
      notice: '临时放假通知',
    };
    const publish = (): Promise<unknown> => ask('POST', '/api/admin/calendars', notice);
    const behind = (): Promise<number> =>
      number("select count(*)::int as n from jiefen.deadlines where state = 'armed' and due_date between '2026-01-19' and '2026-01-20'");
    expect(await behind()).toBe(ROWS);
    await appDiesAt('engine.between-rederived', 1, publish);
    expect(await behind()).toBeGreaterThan(0);
    await publish();
    await until('every open deadline follows the new calendar', behind, (n) => n === 0);
  }

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'goes on where it was, round %i',
    async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'jiefen-fault-'));
      env = { DATA_DIR: dataDir, CLOCK: 'manual' };
      await migrated();
      // It sets the manual clock; what is imported from now on is registered by that.
      app = new SupervisedApp({ port: await freePort(), env });
      people = new People(app);
      await app.start();
      await app.ready();
      await imported();
      await followedTheCalendar();
      await movedOn();
      const findings: Finding[] = [];
      for await (const finding of checkDatabase(pool, await readDomainEnv(pool))) findings.push(finding);
      expect(findings).toEqual([]);
      await pool.end();
      expect(await app.stop()).toBe(0);
    },
    900_000,
  );

  it('reached every one of them', () => {
    expect(tally.missing()).toEqual([]);
  });
});
