import { jest } from '@jest/globals';
import { done, engineCity, intake, keyed, openEngine, PATIENT } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

// Groups are decided from what a process remembers: whatever another process did meanwhile must still count.
jest.setTimeout(60_000);
const city = engineCity();
const NARRATOR = { actor: city.clerk, type: 'ADD_MATERIAL', payload: { text: '补充材料' } } as const;
const server = ownServer();
let database: TestDatabase;
let one: OpenEngine;
let other: OpenEngine;

beforeEach(async () => {
  database = await server.database();
  [one, other] = await Promise.all([
    openEngine(database.url, city, { limits: PATIENT }),
    openEngine(database.url, city, { limits: PATIENT }),
  ]);
});
afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

it('decides on what another process did since', async () => {
  const { caseId } = done(await one.engine.register(intake(city)));
  done(await other.engine.execute({ caseId, actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } }));
  // In the first engine's memory the case isn't forwarded, so that it would refuse.
  const accepted = done(await one.engine.execute({ caseId, actor: city.handler, type: 'ACCEPT', payload: {} }));
  expect(accepted.seq).toBe(3);
});

it('refuses by what stands, not by what it remembers', async () => {
  const { caseId } = done(await one.engine.register(intake(city)));
  done(await other.engine.execute({ caseId, actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } }));
  const again = await one.engine.execute({ caseId, actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } });
  expect(again).toMatchObject({ kind: 'refused', version: 2 });
});

it('answers a key that another process has used as that one did', async () => {
  const { caseId } = done(await one.engine.register(intake(city)));
  done(await one.engine.execute({ caseId, ...NARRATOR }));
  const first = done(await other.engine.execute({ caseId, ...NARRATOR, ...keyed('k') }));
  expect(await one.engine.execute({ caseId, ...NARRATOR, ...keyed('k') })).toMatchObject({
    kind: 'replayed',
    body: { caseId, seq: first.seq },
  });
  expect(await one.engine.execute({ caseId, ...NARRATOR, ...keyed('k', 'another body') })).toEqual({ kind: 'key-reused' });
});

it('notices a version that is no longer the present one', async () => {
  const { caseId } = done(await one.engine.register(intake(city)));
  done(await other.engine.execute({ caseId, ...NARRATOR }));
  expect(await one.engine.execute({ caseId, ...NARRATOR, expectedVersion: 1 })).toMatchObject({ kind: 'version-conflict', version: 2 });
  expect(done(await one.engine.execute({ caseId, ...NARRATOR, expectedVersion: 2 })).version).toBe(3);
});

it('takes the time from the clock that another process has set', async () => {
  await one.engine.setManualClock('2026-03-02T01:00:00.000Z');
  const { caseId } = done(await one.engine.register(intake(city)));
  await other.engine.setManualClock('2026-03-09T01:00:00.000Z');
  expect(done(await one.engine.execute({ caseId, ...NARRATOR })).at).toBe('2026-03-09T01:00:00.000Z');
});

it('works under a manual clock that was set to a part of a millisecond', async () => {
  await database.owner.query("update jiefen.app_clock set now_at = '2026-03-02T01:00:00.123456Z'");
  const { caseId } = done(await one.engine.register(intake(city)));
  expect(done(await one.engine.execute({ caseId, ...NARRATOR })).at).toBe('2026-03-02T01:00:00.123Z');
});

it('never writes a time that lies ahead of the database’s', async () => {
  const { caseId } = done(await one.engine.register(intake(city)));
  const ats = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const { at } = done(await (n % 2 === 0 ? one : other).engine.execute({ caseId, ...NARRATOR }));
      const { rows } = await database.owner.query<{ ahead: boolean }>('select $1::timestamptz > clock_timestamp() as ahead', [at]);
      return rows[0]?.ahead;
    }),
  );
  expect(ats).not.toContain(true);
  const { rows } = await database.owner.query<{ at: Date }>('select at from jiefen.events where case_id = $1 order by seq', [caseId]);
  expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).sort((a, b) => a - b));
});
