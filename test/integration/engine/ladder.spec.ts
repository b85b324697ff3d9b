import { jest } from '@jest/globals';
import type { Deadline, Instant } from '#libs/domain';
import { supervisionsOf } from '#libs/domain';
import type { Done } from '#libs/engine';
import { checkDatabase } from '#libs/invariants';
import { createPool } from '#libs/persistence';
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
  await setClock('2026-01-05T01:00:00Z');
  open = await openEngine(database.url, city);
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

const setClock = async (at: Instant): Promise<void> => {
  await database.owner.query('update jiefen.app_clock set now_at = $1', [at]);
};
const utc = (local: string): Instant => new Date(`${local}+08:00`).toISOString();

interface Rung {
  readonly type: string;
  readonly at: Instant;
  readonly rungAt: Instant | null;
}

/** The rungs of a case as the log has them, oldest first. */
async function rungs(caseId: string): Promise<readonly Rung[]> {
  const { rows } = await database.owner.query<{ type: string; at: Date; body: string }>(
    "select type, at, body from jiefen.events where case_id = $1 and (type like 'deadline.%' or type like 'supervision.%') order by seq",
    [caseId],
  );
  return rows.map(({ type, at, body }) => {
    const { facts } = JSON.parse(body) as { readonly facts: readonly { readonly data?: { readonly rungAt?: Instant } }[] };
    return { type, at: at.toISOString(), rungAt: facts[0]?.data?.rungAt ?? null };
  });
}

async function findings(): Promise<readonly string[]> {
  const pool = createPool(database.url, { name: 'check', max: 1 });
  const found: string[] = [];
  for await (const { code, detail } of checkDatabase(pool, city.env)) found.push(`${code} ${detail}`);
  await pool.end();
  return found;
}

/** A case that waits to be forwarded by 01-20; supervised at its passing, the reply due five working days later, on 01-28. */
const waiting = async (): Promise<Done> => done(await open.engine.register(intake(city)));

it('climbs every rung at its own instant, up to the leader who answers for it, and no further', async () => {
  const { caseId } = await waiting();
  const seen: Instant[] = [];
  for (let at = await open.engine.nextRungAt(); at !== null; at = await open.engine.nextRungAt()) {
    await open.engine.setManualClock(at);
    await open.engine.fireDue({ limit: 100 });
    seen.push(at);
  }
  expect(seen).toEqual([utc('2026-01-15T09:00:00'), utc('2026-01-21T00:00:00'), utc('2026-01-29T00:00:00'), utc('2026-02-06T00:00:00')]);
  expect((await rungs(caseId)).map(({ type, rungAt }) => [type, rungAt])).toEqual([
    ['deadline.reminded', null],
    ['deadline.passed', null],
    ['deadline.urged', null],
    ['supervision.opened', null],
    ['supervision.escalated', null],
    ['supervision.escalated', null],
  ]);
  expect(await findings()).toEqual([]);
});

it('after a downtime over several rungs climbs all of them once, in order, at the true time and marked as late', async () => {
  const { caseId } = await waiting();
  await open.close();
  // Down from before the reminder until after the supervision, the reply clock and its escalation would have been.
  const back = utc('2026-02-13T15:00:00');
  await setClock(back);
  // Three processes come back at once.
  const engines = await Promise.all([0, 1, 2].map(() => openEngine(database.url, city)));
  [open] = engines as [OpenEngine];
  await Promise.all(engines.map(({ engine }) => engine.fireDue({ limit: 100 })));
  await Promise.all(engines.slice(1).map((other) => other.close()));
  await open.engine.fireDue({ limit: 100 });
  const midnight = utc('2026-01-21T00:00:00');
  expect(await rungs(caseId)).toEqual([
    { type: 'deadline.reminded', at: back, rungAt: utc('2026-01-15T09:00:00') },
    { type: 'deadline.passed', at: back, rungAt: midnight },
    { type: 'deadline.urged', at: back, rungAt: midnight },
    { type: 'supervision.opened', at: back, rungAt: midnight },
  ]);
  // Nobody could reply before he was asked: five working days from now, over the Spring Festival.
  expect(await open.engine.nextRungAt()).toBe(utc('2026-02-28T00:00:00'));
  await setClock(utc('2026-12-01T00:00:00'));
  await open.engine.fireDue({ limit: 100 });
  await setClock(utc('2026-12-31T00:00:00'));
  await open.engine.fireDue({ limit: 100 });
  expect((await rungs(caseId)).map(({ type }) => type)).toEqual([
    'deadline.reminded',
    'deadline.passed',
    'deadline.urged',
    'supervision.opened',
    'supervision.escalated',
    'supervision.escalated',
  ]);
  expect(await open.engine.nextRungAt()).toBeNull();
  expect(await findings()).toEqual([]);
});

it('a reply ends the clock: nothing goes up, the text is sealed, the act itself is still owed', async () => {
  const { caseId, deadlines } = await waiting();
  const { engine, identity } = open;
  await setClock(deadlines[0]?.dueAt ?? '');
  await engine.fireDue({ limit: 100 });
  const payload = { reply: '因件数较多，将于两日内转送。', measures: '增派一名登记员。' };
  const replied = done(await engine.execute({ caseId, actor: city.clerk, type: 'REPLY_SUPERVISION', payload }));
  expect(replied.facts).toMatchObject([{ type: 'supervision.replied', rule: 'PET-FWD', data: { replyBy: '2026-01-28' } }]);
  expect(supervisionsOf(replied.snapshot)).toMatchObject([{ supervision: { repliedAt: replied.at }, deadline: { state: 'fired' } }]);
  expect((await identity.documents(caseId)).map(({ field }) => field)).toEqual(expect.arrayContaining(['reply', 'measures']));
  const { rows } = await database.owner.query<{ body: string }>('select body from jiefen.events');
  expect(rows.map(({ body }) => body).join()).not.toContain('增派');
  expect(await engine.nextRungAt()).toBeNull();
  const [late] = done(await engine.execute({ caseId, actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } })).deadlines;
  expect(late satisfies Deadline | undefined).toMatchObject({ rule: 'PET-FWD', state: 'fired', doneAt: deadlines[0]?.dueAt });
  expect(await findings()).toEqual([]);
});
