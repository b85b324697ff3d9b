import { jest } from '@jest/globals';
import { civilDateOf } from '#libs/domain';
import { done, engineCity, intake, openEngine, petitionLife } from '../../support/engine-city.ts';
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

it('takes a petition from the counter to a served review', async () => {
  const { engine } = open;
  const registered = done(await engine.register(intake(city)));
  const states = [registered.snapshot.state];
  for (const step of petitionLife(city, civilDateOf(registered.at)))
    states.push(done(await engine.execute({ caseId: registered.caseId, ...step })).snapshot.state);
  expect(states).toEqual(['registered', 'routed', 'handling', 'answered', 'served', 'reviewing', 'reviewed', 'review-served']);
  const { rows } = await database.owner.query('select state, version, seq, closed_at from jiefen.cases');
  expect(rows).toEqual([{ state: 'review-served', version: 8, seq: 8, closed_at: null }]);
});

it('fires a deadline at its instant, not before, and climbs its ladder', async () => {
  const { engine } = open;
  const registered = done(await engine.register(intake(city)));
  const [forwarding] = registered.deadlines;
  if (forwarding === undefined) throw new Error('nothing was armed');
  const log: unknown[] = [];
  for (let at = await engine.nextRungAt(); at !== null; at = await engine.nextRungAt()) {
    const before = new Date(Date.parse(at) - 1).toISOString();
    await engine.setManualClock(before);
    expect(await engine.fireDue({ limit: 100 })).toEqual({ fired: 0, climbed: 0 });
    await engine.setManualClock(at);
    log.push({ at, ...(await engine.fireDue({ limit: 100 })) });
  }
  expect(log).toMatchObject([
    { fired: 0, climbed: 1 },
    { at: forwarding.dueAt, fired: 1, climbed: 3 },
    // Nobody replied to the supervision: to the superior’s supervisor, then to the leader there.
    { fired: 0, climbed: 1 },
    { fired: 0, climbed: 1 },
  ]);
  const { rows } = await database.owner.query<{ type: string }>('select type from jiefen.events order by seq');
  expect(rows.map(({ type }) => type)).toEqual([
    'case.registered',
    'deadline.reminded',
    'deadline.passed',
    'deadline.urged',
    'supervision.opened',
    'supervision.escalated',
    'supervision.escalated',
  ]);
  const row = (await database.owner.query('select state, next_at, fired_at, ended_seq from jiefen.deadlines')).rows;
  expect(row).toEqual([{ state: 'fired', next_at: null, fired_at: new Date(forwarding.dueAt), ended_seq: 3 }]);
});

it('keeps names and free text out of everything but the identity schema and the documents', async () => {
  const registered = done(await open.engine.register(intake(city, { title: '某某拖欠工资' })));
  const { rows } = await database.owner.query<{ body: string; context: unknown }>(
    'select body, context from jiefen.events join jiefen.cases on id = case_id',
  );
  const stored = JSON.stringify(rows);
  for (const secret of ['周小明', '13812345678', '138 1234 5678', '430421199003074218', '八个月', '某镇', '拖欠工资'])
    expect(stored).not.toContain(secret);
  expect((await open.identity.documents(registered.caseId)).map(({ field }) => field).sort()).toEqual(['address', 'narrative', 'title']);
  expect(await open.identity.maskedParties([registered.caseId])).toMatchObject([{ nameMask: '周**', hasPhone: true }]);
});

it('seals an accusation: no title in clear', async () => {
  done(await open.engine.register(intake(city, { class: 'ACCUSATION', title: '举报某人' })));
  expect((await database.owner.query('select title, sealed from jiefen.cases')).rows).toEqual([{ title: '', sealed: true }]);
});
