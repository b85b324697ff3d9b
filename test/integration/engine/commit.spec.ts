import { jest } from '@jest/globals';
import type { Outcome } from '#libs/engine';
import { domainDecisions, EngineOverloaded } from '#libs/engine';
import type { Decisions, Done, ExecuteRequest } from '#libs/engine';
import { done, engineCity, intake, keyed, openEngine, PATIENT } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { cuttableWire } from '../../support/tcp-fault.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
const server = ownServer();
let database: TestDatabase;
let one: OpenEngine;
let other: OpenEngine;

beforeEach(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  one = await openEngine(database.url, city, { decisions: poisonable(), limits: PATIENT });
  other = await openEngine(database.url, city, { limits: PATIENT });
});
afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

/** The real decisions; a reason of `poison` makes a row that the database refuses, one of `defect` throws. */
function poisonable(): Decisions {
  const real = domainDecisions();
  return {
    ...real,
    decide: (snapshot, command, env) => {
      if (command.payload['urgency'] === 'defect') throw new Error('a defect');
      const decision = real.decide(snapshot, command, env);
      if (!decision.ok || command.payload['urgency'] !== 'poison') return decision;
      return { ...decision, deadlines: snapshot.open.map((open) => ({ ...open, version: open.version + 7 })) };
    },
  };
}

/** The real decisions, but only the first forwarding is decided at all. */
function acceptingOnce(count: () => number): Decisions {
  const real = domainDecisions();
  return {
    ...real,
    decide: (snapshot, command, env) => {
      if (command.type === 'FORWARD' && count() > 1) throw new Error('a defect');
      return real.decide(snapshot, command, env);
    },
  };
}

const reclassify = (categoryCode: string, extra: Record<string, unknown> = {}): Omit<ExecuteRequest, 'caseId'> => ({
  actor: city.clerk,
  type: 'RECLASSIFY',
  payload: { categoryCode, reason: '改正类别', ...extra },
});
const forward: Omit<ExecuteRequest, 'caseId'> = { actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } };

async function registered(n: number): Promise<readonly Done[]> {
  return (await Promise.all(Array.from({ length: n }, () => one.engine.register(intake(city))))).map(done);
}

async function count(table: string): Promise<number> {
  return Number((await database.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
}

/** Every case's events are 1 … seq without gap, chained. */
async function expectWholeChains(): Promise<void> {
  const { rows } = await database.owner.query(`
    select e.case_id from (
      select case_id, seq, prev_hash, lag(hash) over w as before, row_number() over w as place from jiefen.events window w as (partition by case_id order by seq)
    ) e where e.place <> e.seq or e.prev_hash is distinct from e.before
    union all
    select c.id from jiefen.cases c where not exists (select from jiefen.events e where e.case_id = c.id and e.seq = c.seq and e.hash = c.head_hash)`);
  expect(rows).toEqual([]);
}

it('commits what waits as groups, one command of a case in each', async () => {
  const cases = await registered(40);
  const outcomes = await Promise.all(
    cases.flatMap(({ caseId }) => [one.engine.execute({ caseId, ...forward }), one.engine.execute({ caseId, ...reclassify('150000') })]),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'done'));
  expect(one.engine.stats().groups).toBeLessThan(40);
  expect(one.engine.stats().conflicts).toBe(0);
  await expectWholeChains();
});

it('answers a poisoned command alone, writes nothing of it, and commits the others of its group', async () => {
  const cases = await registered(33);
  const before = await count('jiefen.documents');
  const results = await Promise.allSettled(
    cases.map(({ caseId }, i) =>
      one.engine.execute({ caseId, ...reclassify('150000', i === 20 ? { urgency: 'poison' } : {}), ...keyed(`k${String(i)}`) }),
    ),
  );
  expect(results.map((result, i) => (result.status === 'rejected' ? i : null)).filter((i) => i !== null)).toEqual([20]);
  expect(one.engine.stats().halvings).toBeGreaterThan(0);
  expect(await count('jiefen.events')).toBe(33 + 32);
  expect(await count('jiefen.documents')).toBe(before + 32);
  expect(await count('jiefen.command_keys')).toBe(32);
  await expectWholeChains();
});

it('answers a defect in deciding with that defect, and goes on', async () => {
  const [only] = await registered(1);
  const caseId = only?.caseId ?? '';
  await expect(one.engine.execute({ caseId, ...reclassify('150000', { urgency: 'defect' }) })).rejects.toThrow('a defect');
  expect((await one.engine.execute({ caseId, ...reclassify('150000') })).kind).toBe('done');
});

it('lets one of two processes win, and the other decide again', async () => {
  const cases = await registered(30);
  await Promise.all(cases.map(({ caseId }) => one.engine.execute({ caseId, ...forward })));
  const accept = (open: OpenEngine): Promise<Outcome>[] =>
    cases.map(({ caseId }) => open.engine.execute({ caseId, actor: city.handler, type: 'ACCEPT', payload: {} }));
  const outcomes = await Promise.all([...accept(one), ...accept(other)]);
  const kinds = cases.map((_, i) => [outcomes[i]?.kind, outcomes[i + cases.length]?.kind].sort().join());
  expect(new Set(kinds)).toEqual(new Set(['done,refused']));
  await expectWholeChains();
});

it('keeps overlapping groups of two processes out of deadlocks, whatever their order', async () => {
  const cases = await registered(16);
  const all = [one, other].flatMap((open, k) =>
    (k === 0 ? cases : [...cases].reverse()).flatMap(({ caseId }) => [
      open.engine.execute({ caseId, ...reclassify(k === 0 ? '150000' : '150603') }),
      open.engine.execute({ caseId, ...reclassify('150000') }),
    ]),
  );
  const results = await Promise.all(all);
  expect(results.filter(({ kind }) => kind !== 'done' && kind !== 'refused')).toEqual([]);
  expect(one.engine.stats().halvings + other.engine.stats().halvings).toBe(0);
  await expectWholeChains();
});

it('compares the cases that a command refers to, too', async () => {
  const [target, ...rest] = await registered(12);
  const outcomes = await Promise.all(
    rest.flatMap(({ caseId }, i) => {
      const { engine } = i % 2 === 0 ? one : other;
      const merge = { actor: city.clerk, type: 'MERGE', payload: { intoCaseId: target?.caseId } };
      return [
        engine.execute({ caseId, ...merge }),
        engine.execute({ caseId: target?.caseId ?? '', ...reclassify(i % 2 === 0 ? '150000' : '150603') }),
      ];
    }),
  );
  expect(outcomes.filter(({ kind }) => kind !== 'done' && kind !== 'refused')).toEqual([]);
  await expectWholeChains();
});

describe('an Idempotency-Key', () => {
  it('gives the recorded answer again, in another process too, and refuses another body', async () => {
    const first = done(await one.engine.register({ ...intake(city), ...keyed('k', 'body') }));
    const again = { kind: 'replayed', status: 200, body: { caseId: first.caseId, seq: 1 }, caseId: first.caseId };
    expect(await one.engine.register({ ...intake(city), ...keyed('k', 'body') })).toEqual(again);
    expect(await other.engine.register({ ...intake(city), ...keyed('k', 'body') })).toEqual(again);
    expect(await one.engine.register({ ...intake(city), ...keyed('k', 'another') })).toEqual({ kind: 'key-reused' });
    expect(await count('jiefen.cases')).toBe(1);
  });

  it('is waited for while it is in flight, and taken once by two processes', async () => {
    const outcomes = await Promise.all(
      [one, one, other, other, one].map((open) => open.engine.register({ ...intake(city), ...keyed('k') })),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'replayed', 'replayed', 'replayed', 'replayed']);
    expect(await count('jiefen.cases')).toBe(1);
    expect(await count('identity.case_keys')).toBe(1);
  });

  it('records a refusal, never a 403 or 404', async () => {
    const [only] = await registered(1);
    const caseId = only?.caseId ?? '';
    expect((await one.engine.execute({ caseId, actor: city.clerk, type: 'ARCHIVE', payload: {}, ...keyed('refused') })).kind).toBe(
      'refused',
    );
    expect(await one.engine.execute({ caseId, actor: city.clerk, type: 'ARCHIVE', payload: {}, ...keyed('refused') })).toMatchObject({
      kind: 'replayed',
      status: 409,
    });
    expect(await one.engine.execute({ caseId, actor: city.handler, type: 'ACCEPT', payload: {}, ...keyed('unknown') })).toEqual({
      kind: 'not-found',
    });
    expect(await one.engine.execute({ caseId, ...reclassify('150000'), expectedVersion: 9, ...keyed('stale') })).toMatchObject({
      kind: 'version-conflict',
      version: 1,
    });
    expect((await database.owner.query('select key, status from jiefen.command_keys order by key')).rows).toEqual([
      { key: 'refused', status: 409 },
      { key: 'stale', status: 409 },
    ]);
  });

  it('is forgotten after a week, not earlier', async () => {
    done(await one.engine.register({ ...intake(city), ...keyed('k') }));
    expect(await one.engine.purgeKeys(0)).toBe(0);
    await database.owner.query("update jiefen.command_keys set created_at = now() - interval '8 days'");
    expect(await one.engine.purgeKeys(7)).toBe(1);
  });
});

describe('a connection lost at commit', () => {
  it('after the server has committed: the outcome is looked up, nothing is done twice', async () => {
    const wire = await cuttableWire(database.url);
    const cut = await openEngine(wire.url, city);
    const [only] = await registered(1);
    wire.cutAnswerTo('engine-commit');
    const outcomes = await Promise.all([
      cut.engine.register({ ...intake(city), ...keyed('k') }),
      cut.engine.execute({ caseId: only?.caseId ?? '', ...forward }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect([wire.cuts, cut.engine.stats().inDoubt]).toEqual([1, 1]);
    expect(await count('jiefen.events')).toBe(3);
    await expectWholeChains();
    await cut.close();
    await wire.close();
  });

  it('before the server has heard of it: what arrives after the answer changes nothing, though the case is as it expects', async () => {
    const wire = await cuttableWire(database.url);
    let asked = 0;
    const cut = await openEngine(wire.url, city, { decisions: acceptingOnce(() => ++asked) });
    const [only] = await registered(1);
    const caseId = only?.caseId ?? '';
    const arrive = wire.holdBack('engine-commit');
    await expect(cut.engine.execute({ caseId, ...forward })).rejects.toThrow('a defect');
    expect([asked, cut.engine.stats().inDoubt]).toEqual([2, 1]);
    await arrive();
    expect(await count('jiefen.events')).toBe(1);
    await cut.close();
    await wire.close();
  });

  it('before the server could commit: it is done again, once', async () => {
    const [only] = await registered(1);
    const holder = await database.owner.connect();
    await holder.query('begin');
    await holder.query('lock table jiefen.outbox in exclusive mode');
    const outcome = one.engine.execute({ caseId: only?.caseId ?? '', ...forward });
    const stuck = `select pid from pg_stat_activity where application_name = 'jiefen-engine' and wait_event_type = 'Lock' and datname = current_database()`;
    let pid: number | undefined;
    while (pid === undefined) pid = (await database.owner.query<{ pid: number }>(stuck)).rows[0]?.pid;
    await database.owner.query('select pg_terminate_backend($1)', [pid]);
    await holder.query('commit');
    holder.release();
    expect((await outcome).kind).toBe('done');
    expect(one.engine.stats().inDoubt).toBe(1);
    expect(await count('jiefen.events')).toBe(2);
    await expectWholeChains();
  });
});

it('sheds commands before intake when too many wait, and stores nothing of them', async () => {
  const [only] = await registered(1);
  const usual = await openEngine(database.url, city);
  const holder = await database.owner.connect();
  await holder.query('begin');
  await holder.query('lock table jiefen.events in exclusive mode');
  const waiting = Array.from({ length: 2_600 }, () => usual.engine.register(intake(city)));
  const refused = usual.engine.execute({ caseId: only?.caseId ?? '', ...forward });
  await expect(refused).rejects.toBeInstanceOf(EngineOverloaded);
  await holder.query('commit');
  holder.release();
  const settled = await Promise.allSettled(waiting);
  const stored = settled.filter((result) => result.status === 'fulfilled').length;
  expect(settled.filter((result) => result.status === 'rejected').every((result) => result.reason instanceof EngineOverloaded)).toBe(true);
  expect(await count('jiefen.cases')).toBe(stored + 1);
  await usual.close();
});
