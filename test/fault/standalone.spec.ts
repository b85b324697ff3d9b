import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkDatabase, readDomainEnv } from '#libs/invariants';
import type { Finding } from '#libs/invariants';
import { send } from '../support/api-client.ts';
import { killPostmaster, ownerUrl } from '../support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../support/running-app.ts';
import { runTask } from '../support/run-task.ts';
import { until } from '../support/until.ts';
import { Caseworker } from './caseworker.ts';
import { ClientLog } from './client-log.ts';
import type { Operation } from './client-log.ts';
import { Condition } from './condition.ts';
import { FastClocks } from './fast-clocks.ts';
import type { CarriedOutKill, PlannedKill } from './fault-plan.ts';
import { KILLS, planKills } from './fault-plan.ts';
import { LegalTime } from './legal-time.ts';
import { contradictions } from './log-against-database.ts';
import { People } from './people.ts';
import { enterLeader } from './principal-leader.ts';
import { RepeatedDeliveries } from './repeated-deliveries.ts';
import { NIGHTLY, randomOf } from './seed.ts';

const CASEWORKERS = 8;
const REPEAT_EVERY = 40;
const LAST_DAY = Date.parse('2026-12-20T01:00:00Z');

describe('under load, killed and misled', () => {
  const log = new ClientLog();
  const kills: CarriedOutKill[] = [];
  let dataDir: string;
  let app: RunningApp;
  let pool: pg.Pool;
  let fast: FastClocks;
  let fastClocksSaid: readonly string[] = [];
  let fastClocksTouched: number;
  let repeats: RepeatedDeliveries;
  let time: LegalTime;
  let people: People;

  async function carryOut({ victim, afterAcknowledged }: PlannedKill): Promise<void> {
    const from = log.acknowledged;
    await until(
      'clients get on',
      () => log.acknowledged - from,
      (count) => count >= afterAcknowledged,
    );
    const at = performance.now();
    const pids: (number | null | undefined)[] = [];
    let exitCode: number | null | undefined;
    let lastSeenBefore = at;
    if (victim === 'database' || victim === 'both') pids.push(killPostmaster(dataDir));
    if (victim !== 'database') {
      pids.push(app.pid);
      if (victim === 'stopped') exitCode = await app.stop();
      else await app.kill();
      // While it stops in order it still answers what it has taken.
      lastSeenBefore = Math.max(at, log.latestAcknowledgedSentAt);
      await app.start();
    }
    await until(
      `work moves again after the kill of ${victim}`,
      () => log.latestAcknowledgedSentAt,
      (latest) => latest > lastSeenBefore,
    );
    kills.push({
      victim,
      pids: pids.filter((pid) => typeof pid === 'number'),
      workAgainAfter: Math.round(performance.now() - at),
      ...(exitCode === undefined ? {} : { exitCode }),
    });
  }

  async function keepRepeating(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const from = log.acknowledged;
      // How long that may take is for the kills to say.
      await until('clients get on, or are done', () => stop.aborted || log.acknowledged - from >= REPEAT_EVERY, Boolean, Infinity);
      await repeats.addOnce(time.heard);
    }
  }

  async function one<T>(sql: string): Promise<T> {
    const { rows } = await pool.query<{ value: T }>(sql);
    const [row] = rows;
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return row.value;
  }

  async function quiet(): Promise<void> {
    await until(
      'every outbox row is done',
      () => one<number>('select count(*)::int as value from jiefen.outbox where done_at is null'),
      (n) => n === 0,
    );
    await until(
      'no rung is due',
      () => one<number>('select count(*)::int as value from jiefen.deadlines where next_at <= jiefen.app_now()'),
      (n) => n === 0,
    );
    await until(
      'no repeated job is left',
      () => repeats.waiting(),
      (n) => n === 0,
    );
  }

  beforeAll(
    async () => {
      const random = randomOf('standalone');
      dataDir = mkdtempSync(join(tmpdir(), 'jiefen-fault-'));
      app = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, CLOCK: 'manual' } });
      await app.start();
      pool = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 2 });
      pool.on('error', () => undefined);
      fast = await FastClocks.start(ownerUrl(dataDir), dataDir);
      repeats = new RepeatedDeliveries(ownerUrl(dataDir), random.fork());
      const stopping = new AbortController();
      const { signal: stop } = stopping;
      people = new People(app);
      time = new LegalTime(app, people);
      await enterLeader(app, people);
      const office = { app, people, log, time, stop, duty: new Condition() };
      const work = Array.from({ length: CASEWORKERS }, (_, i) =>
        new Caseworker(`standalone-${String(random.seed)}-${String(i)}`, office, random.fork()).work(),
      );
      const everything = Promise.all([...work, time.keepMoving(random.fork(), stop), keepRepeating(stop)]);
      const faults = (async () => {
        fastClocksSaid = await fast.noticed();
        for (const kill of planKills(random.fork())) await carryOut(kill);
      })();
      try {
        // Whoever fails first ends the run.
        await Promise.race([faults, everything]);
      } catch (error) {
        console.log(`${report()}\n${log.surprises.slice(0, 20).join('\n')}\n${app.output.slice(-20_000)}`);
        throw error;
      } finally {
        stopping.abort();
      }
      await everything;
      await quiet();
      fastClocksTouched = await fast.rowsTouched();
      // Whatever is still open falls due.
      await time.moveTo(LAST_DAY);
      await quiet();
      console.log(report());
      if (kills.some(({ exitCode }) => (exitCode ?? 0) !== 0)) console.log(app.output);
    },
    NIGHTLY ? 12 * 3_600_000 : 900_000,
  );

  afterAll(async () => {
    await fast.stop();
    await repeats.close();
    await pool.end();
    await app.kill();
    killPostmaster(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  function report(): string {
    const attempts = log.operations.flatMap(({ statuses }) => statuses);
    const work = kills.map(({ workAgainAfter }) => workAgainAfter).sort((a, b) => a - b);
    return [
      `operations ${String(log.operations.length)}: ${String(log.count('acknowledged'))} acknowledged, ${String(log.count('refused'))} refused, ${String(log.count('unknown'))} left unknown`,
      `requests ${String(attempts.length)}, of them without an answer ${String(attempts.filter((status) => status === null).length)}, 503 ${String(attempts.filter((status) => status === 503).length)}, replays ${String(log.replays)}`,
      `kills: ${kills.map(({ victim, workAgainAfter }) => `${victim} ${String(workAgainAfter)} ms`).join(', ')}; until work moved again ${String(work.at(0))} to ${String(work.at(-1))} ms`,
      `legal time moved ${String(time.moves)} times`,
      `repeated jobs ${String(repeats.jobs)} (rows done before ${String(repeats.repeated)}, jobs out of order ${String(repeats.reordered)}), wake-ups ${String(repeats.wakeups)}`,
      ...fastClocksSaid,
    ].join('\n');
  }

  it('carried out every fault', () => {
    const of = (victim: string) => kills.filter((kill) => kill.victim === victim && kill.pids.length > 0).length;
    for (const [victim, times] of KILLS) expect({ victim, times: of(victim) }).toEqual({ victim, times });
    expect(repeats.repeated).toBeGreaterThan(0);
    expect(repeats.reordered).toBeGreaterThan(0);
    expect(repeats.wakeups).toBeGreaterThan(0);
    expect(fastClocksSaid).toHaveLength(2);
    // Each move waits until all that fell due is done and told, however slow the machine.
    expect(time.moves).toBeGreaterThan(4);
    // A kill that cuts no request off proves nothing, nor does a repetition that is answered by nobody.
    expect(log.operations.flatMap(({ statuses }) => statuses).filter((status) => status === null).length).toBeGreaterThan(0);
    expect(log.replays).toBeGreaterThan(0);
  });

  it('kept working: most of what was asked was done', () => {
    expect(log.count('acknowledged') / log.operations.length).toBeGreaterThan(0.5);
  });

  it('told nobody anything but acknowledgements, refusals and "try again"', () => {
    expect(log.surprises).toEqual([]);
  });

  it('stored what it acknowledged exactly once, and nothing that it refused', async () => {
    expect(await contradictions(pool, log.operations)).toEqual([]);
  });

  it('would have noticed a lost acknowledgement, a refusal that was stored, a case that nobody registered', async () => {
    const of = (certainty: Operation['certainty'], type?: string): Operation => {
      const found = log.operations.find(
        (operation) => operation.certainty === certainty && (type === undefined || operation.type === type),
      );
      if (found === undefined) throw new Error(`no operation is ${certainty}`);
      return found;
    };
    const instead = (one: Operation, other: readonly Operation[]): readonly Operation[] =>
      log.operations.flatMap((operation) => (operation === one ? other : [operation]));
    const refused = of('refused');
    const accepted = of('acknowledged', 'ACCEPT');
    const registered = log.operations.find(
      ({ certainty, title, type }) => certainty === 'acknowledged' && title !== null && type === 'REGISTER',
    );
    if (registered === undefined) throw new Error('no case with a title was registered');
    for (const operations of [
      instead(refused, [{ ...refused, certainty: 'acknowledged' }]),
      instead(accepted, [{ ...accepted, certainty: 'refused' }]),
      instead(accepted, [accepted, { ...accepted, key: 'never-sent' }]),
      instead(registered, []),
    ])
      expect(await contradictions(pool, operations)).not.toEqual([]);
  });

  it('keeps every invariant: numbering, chain, folding, deadlines, notices, keys', async () => {
    const findings: Finding[] = [];
    for await (const finding of checkDatabase(pool, await readDomainEnv(pool))) findings.push(finding);
    expect(findings).toEqual([]);
    expect(await one<number>('select count(*)::int as value from jiefen.notices')).toBeGreaterThan(0);
  }, 120_000);

  it('agrees with `npm run check:invariants`, given the clients’ log', async () => {
    const file = join(dataDir, 'clients.log');
    const lines = log.operations
      .filter(({ certainty }) => certainty === 'acknowledged')
      .map(({ caseId, answer }) => JSON.stringify({ caseId, version: (answer as { version: number }).version }));
    writeFileSync(file, lines.join('\n'));
    const { code, output } = await runTask(['check-invariants', file], { DATA_DIR: dataDir, CLOCK: 'manual' });
    expect(output).toMatch(/cases, \d+ events checked: nothing found/);
    expect(code).toBe(0);
  }, 120_000);

  it('fired every deadline that passed, once each and none early, whoever was killed meanwhile', async () => {
    expect(
      await one<number>("select count(*)::int as value from jiefen.deadlines where state = 'armed' and due_at <= jiefen.app_now()"),
    ).toBe(0);
    expect(await one<number>("select count(*)::int as value from jiefen.deadlines where state = 'fired'")).toBeGreaterThan(0);
    // Told by the events alone: the checker above goes by the rows.
    const { rows } = await pool.query(
      `with passed as (
         select (f #>> '{data,deadlineId}')::uuid as id, e.at from jiefen.events e, jsonb_array_elements(e.body::jsonb -> 'facts') f
         where f ->> 'type' = 'deadline.passed'
       )
       select d.rule, d.state, d.due_at, d.fired_at, array_agg(p.at) as passed from jiefen.deadlines d left join passed p using (id)
       group by d.id having count(p.at) <> (d.fired_at is not null)::int or min(p.at) < d.due_at`,
    );
    expect(rows).toEqual([]);
  });

  it('stored the due dates that `explain` gives', async () => {
    const { rows } = await pool.query<{ rule: string; triggerAt: string; extensionDays: number; dueDate: string }>(
      `select distinct on (rule, (trigger_at at time zone 'Asia/Shanghai')::date, extension_days) rule,
         to_char(trigger_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "triggerAt", extension_days as "extensionDays", due_date::text as "dueDate"
       from jiefen.deadlines where fixed_date is null and pauses = '[]'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const token = await people.token('clerk');
    for (const { dueDate, ...asked } of rows) {
      const body = { ...asked, region: '430000' };
      const answer = await send(app.url, { method: 'POST', path: '/api/deadlines/explain', token, body });
      expect({ ...asked, dueDate: (answer.body as { dueDate: string }).dueDate }).toEqual({ ...asked, dueDate });
    }
  }, 120_000);

  it('left nothing in the dead letters', async () => {
    expect(await one<number>('select count(*)::int as value from jiefen.dead_letters')).toBe(0);
  });

  it('let the workers with a fast clock do nothing, and live', () => {
    expect(fastClocksTouched).toBe(0);
    expect(fast.deaths).toEqual([]);
  });

  it('never ended by itself, and stops in order, busy or not', async () => {
    expect(app.deaths).toEqual([]);
    expect(kills.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])).filter((code) => code !== 0)).toEqual([]);
    expect(await app.stop()).toBe(0);
  }, 40_000);
});
