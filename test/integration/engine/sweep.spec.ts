import { jest } from '@jest/globals';
import type { Done } from '#libs/engine';
import { domainDecisions, RUNG_ATTEMPTS } from '#libs/engine';
import { done, engineCity, intake, openEngine } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
const server = ownServer();
let database: TestDatabase;
let open: OpenEngine;

beforeEach(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  open = await openEngine(database.url, city);
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

async function registered(n: number): Promise<readonly Done[]> {
  return (await Promise.all(Array.from({ length: n }, () => open.engine.register(intake(city))))).map(done);
}

const passed = async (): Promise<readonly { readonly case_id: string; readonly n: number }[]> =>
  (
    await database.owner.query<{ case_id: string; n: number }>(
      "select case_id, count(*)::int as n from jiefen.events where type = 'deadline.passed' group by 1",
    )
  ).rows;

it('fires a storm exactly once, however many sweeps and processes are at it', async () => {
  const cases = await registered(120);
  const due = cases[0]?.deadlines[0]?.dueAt ?? '';
  const others = await Promise.all([openEngine(database.url, city), openEngine(database.url, city)]);
  await open.engine.setManualClock(due);
  const sweeps = [open, ...others].flatMap(({ engine }) => [engine.fireDue({ limit: 1_000 }), engine.fireDue({ limit: 50 })]);
  const results = await Promise.all(sweeps);
  expect(results.reduce((sum, { fired }) => sum + fired, 0)).toBe(120);
  const events = await passed();
  expect([events.length, Math.max(...events.map(({ n }) => n))]).toEqual([120, 1]);
  // Rungs of one case in their order: reminded, passed, urged, supervised.
  const { rows } = await database.owner.query<{ types: string }>(
    "select distinct string_agg(type, ' ' order by seq) as types from jiefen.events group by case_id",
  );
  expect(rows).toEqual([{ types: 'case.registered deadline.reminded deadline.passed deadline.urged supervision.opened' }]);
  // What comes next waits for the replies.
  expect((await open.engine.nextRungAt()) ?? '').not.toBe(due);
  expect(await database.owner.query('select 1 from jiefen.dead_letters')).toMatchObject({ rowCount: 0 });
  await Promise.all(others.map((other) => other.close()));
});

it('is not fooled by a rung that only looks due: the database decides', async () => {
  const [only] = await registered(1);
  const [deadline] = only?.deadlines ?? [];
  const early = await open.engine.execute({
    caseId: only?.caseId ?? '',
    actor: { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null },
    type: 'DEADLINE_STEP',
    payload: { deadlineId: deadline?.id, step: 1, version: deadline?.version },
  });
  expect(early).toMatchObject({ kind: 'refused', refusal: { code: 'deadline.stale' } });
  expect(await passed()).toEqual([]);
});

it('leaves a bad case behind as a dead letter, and the others go on', async () => {
  const [bad] = await registered(1);
  await registered(5);
  const real = domainDecisions();
  const failing = await openEngine(database.url, city, {
    decisions: {
      ...real,
      decide: (snapshot, command, env) => {
        if (snapshot.context.caseId === bad?.caseId) throw new Error('cannot be decided');
        return real.decide(snapshot, command, env);
      },
    },
  });
  await failing.engine.setManualClock(bad?.deadlines[0]?.dueAt ?? '');
  for (let attempt = 1; attempt <= RUNG_ATTEMPTS; attempt++) {
    await failing.engine.fireDue({ limit: 100 });
    expect((await database.owner.query('select attempts from jiefen.rung_failures')).rows).toEqual([{ attempts: attempt }]);
    await database.owner.query('update jiefen.rung_failures set retry_at = now()');
  }
  expect((await passed()).length).toBe(5);
  expect((await database.owner.query('select source, case_id, reason, attempts from jiefen.dead_letters')).rows).toEqual([
    { source: 'sweep', case_id: bad?.caseId, reason: 'cannot be decided', attempts: RUNG_ATTEMPTS },
  ]);
  // The bad case waits no longer; the others wait for their replies.
  expect((await failing.engine.nextRungAt()) ?? '').not.toBe(bad?.deadlines[0]?.dueAt);
  // Redriven: the failure is taken away, and the rung is climbed.
  await database.owner.query('delete from jiefen.rung_failures');
  expect(await open.engine.fireDue({ limit: 100 })).toMatchObject({ fired: 1 });
  await failing.close();
});

it('says which instants have a wake-up, each once', async () => {
  const cases = await registered(20);
  const next = await open.engine.nextRungAt();
  expect((await database.owner.query<{ at: Date }>('select at from jiefen.wakeups')).rows.map(({ at }) => at.toISOString())).toEqual([
    next,
  ]);
  expect(cases.every(({ deadlines }) => deadlines[0]?.nextAt === next)).toBe(true);
});

it('never turns the manual clock back', async () => {
  expect(await open.engine.setManualClock('2026-01-04T00:00:00.000Z')).toBe(false);
  expect(await open.engine.now()).toBe('2026-01-05T01:00:00.000Z');
});
