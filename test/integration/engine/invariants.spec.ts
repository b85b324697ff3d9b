import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { civilDateOf } from '#libs/domain';
import type { RecordToOpen } from '#libs/domain';
import { derivedCaseId, recordRegistration } from '#libs/engine';
import { checkClientLog, checkDatabase, checkGatewayLog } from '#libs/invariants';
import type { InvariantCode } from '#libs/invariants';
import { createPool } from '#libs/persistence';
import { done, engineCity, intake, keyed, openEngine, petitionLife } from '../../support/engine-city.ts';
import { TestPostgres } from '../../support/test-postgres.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
let postgres: TestPostgres;
let sound: TestDatabase;
let database: TestDatabase;
/** Lived through, with its review. */
let lived: string;
/** Fired, urged and supervised. */
let overdue: string;

beforeAll(async () => {
  postgres = await TestPostgres.start();
  sound = await postgres.database();
  await sound.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  const open = await openEngine(sound.url, city);
  const { engine } = open;
  const late = done(await engine.register(intake(city)));
  overdue = late.caseId;
  for (let at = await engine.nextRungAt(); at !== null; at = await engine.nextRungAt()) {
    await engine.setManualClock(at);
    await engine.fireDue({ limit: 100 });
  }
  const first = done(await engine.register({ ...intake(city), ...keyed('first') }));
  lived = first.caseId;
  for (const step of petitionLife(city, civilDateOf(first.at))) done(await engine.execute({ caseId: lived, ...step }));
  expect((await engine.execute({ caseId: lived, actor: city.clerk, type: 'ARCHIVE', payload: {}, ...keyed('refused') })).kind).toBe(
    'refused',
  );
  done(await engine.register(intake(city, { class: 'ACCUSATION' })));
  await open.close();
  await sound.leave();
}, 120_000);
afterAll(async () => {
  await postgres.stop();
});
beforeEach(async () => {
  database = await postgres.database(sound.name);
  // What the owner could do by hand, and nobody else.
  await database.owner.query('alter table jiefen.events disable trigger all; alter table jiefen.documents disable trigger all');
});
afterEach(async () => {
  await database.drop();
});

async function findings(): Promise<readonly InvariantCode[]> {
  const pool = createPool(database.url, { name: 'check', max: 1 });
  const codes = new Set<InvariantCode>();
  for await (const { code } of checkDatabase(pool, city.env)) codes.add(code);
  await pool.end();
  return [...codes].sort();
}

it('finds nothing in a sound database', async () => {
  expect(await findings()).toEqual([]);
});

it.each<[InvariantCode, string, string]>([
  ['case.head', 'the last event deleted', 'delete from jiefen.events where case_id = $1 and seq = 8'],
  ['seq.gap', 'an event in the middle deleted', 'delete from jiefen.events where case_id = $1 and seq = 4'],
  ['chain.hash', 'a body changed', `update jiefen.events set body = replace(body, 'FORWARD', 'ASSIGNX') where case_id = $1 and seq = 2`],
  [
    'chain.link',
    'an event replaced by that of another history',
    "update jiefen.events set prev_hash = repeat('0', 64) where case_id = $1 and seq = 3",
  ],
  ['event.columns', 'a type changed', "update jiefen.events set type = 'case.accepted' where case_id = $1 and seq = 2"],
  ['event.columns', 'a body that is no JSON', "update jiefen.events set body = 'gone' where case_id = $1 and seq = 2"],
  ['fold.state', 'a state set by hand', "update jiefen.cases set state = 'final' where id = $1"],
  ['fold.state', 'a version set by hand', 'update jiefen.cases set version = version + 1 where id = $1'],
  [
    'fold.state',
    'an exclusion taken out of the context',
    `update jiefen.cases set context = jsonb_set(context::jsonb, '{hops}', '[]')::text where id = $1`,
  ],
  [
    'case.projection',
    'a viewer added by hand',
    'update jiefen.cases set viewer_unit_ids = viewer_unit_ids || gen_random_uuid() where id = $1',
  ],
  ['case.projection', 'closed by hand', 'update jiefen.cases set closed_at = now() where id = $1'],
  ['deadline.row', 'a deadline called met', "update jiefen.deadlines set state = 'cancelled' where case_id = $1 and rule = 'PET-HANDLE'"],
  ['deadline.row', 'a deadline deleted', "delete from jiefen.deadlines where case_id = $1 and rule = 'PET-HANDLE'"],
  [
    'deadline.derivation',
    'a due date moved',
    "update jiefen.deadlines set due_date = due_date + 1, due_at = due_at + interval '1 day' where case_id = $1 and rule = 'PET-HANDLE'",
  ],
  ['deadline.derivation', 'a digest changed', "update jiefen.deadlines set digest = 'x' where case_id = $1 and rule = 'PET-HANDLE'"],
  ['deadline.copy', 'the copy in the case out of step', `update jiefen.cases set open_deadlines = '[]' where id = $1`],
  ['document.row', 'a text deleted', "delete from jiefen.documents where case_id = $1 and field = 'opinion'"],
  [
    'document.row',
    'a text put in',
    'insert into jiefen.documents select gen_random_uuid(), case_id, seq, field, cipher, digest, created_at from jiefen.documents where case_id = $1 limit 1',
  ],
  [
    'document.cipher',
    'a text exchanged',
    "update jiefen.documents set cipher = cipher || '\\x00' where case_id = $1 and field = 'opinion'",
  ],
  ['party.row', 'a party deleted', 'delete from identity.parties where case_id = $1'],
  ['outbox.lost', 'an outbox row deleted before it was sent', 'delete from jiefen.outbox where case_id = $1'],
  ['outbox.unknown', 'an outbox row without event', 'update jiefen.outbox set seq = 99 where case_id = $1'],
  ['notice.count', 'an outbox row done that told nobody', 'update jiefen.outbox set done_at = now() where case_id = $1'],
  ['case.open', 'a list chose by another state', "update jiefen.open_cases set state = 'archived' where case_id = $1"],
  ['key.outcome', 'a success recorded that was not', "update jiefen.command_keys set status = 200 where key = 'refused' and case_id = $1"],
  [
    'command.twice',
    'a command stored in two cases',
    `update jiefen.events set command_id = (select command_id from jiefen.events where case_id = $1 and seq = 1) where case_id <> $1 and seq = 1`,
  ],
  ['event.orphan', 'a case deleted', 'delete from jiefen.cases where id = $1'],
])('%s: %s', async (code, _, statement) => {
  const { rowCount } = await database.owner.query(statement, [lived]);
  expect(rowCount).toBeGreaterThan(0);
  expect(await findings()).toContain(code);
});

it('deadline.early: fired before its instant', async () => {
  await database.owner.query("update jiefen.deadlines set fired_at = due_at - interval '1 second' where case_id = $1", [overdue]);
  expect(await findings()).toEqual(expect.arrayContaining(['deadline.early', 'deadline.row']));
});

describe('record.count', () => {
  /** What the engine asked to be opened when the overdue deadline came under supervision. */
  async function asked(): Promise<RecordToOpen> {
    const { rows } = await database.owner.query<{ record: RecordToOpen }>(
      "select payload #> '{opens,0}' as record from jiefen.outbox where topic = 'record' and case_id = $1",
      [overdue],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('nothing was to be opened');
    return row.record;
  }

  async function opened(...caseIds: readonly (string | undefined)[]): Promise<void> {
    const registration = recordRegistration(await asked());
    const open = await openEngine(database.url, city);
    for (const caseId of caseIds) done(await open.engine.register({ ...registration, ...(caseId === undefined ? {} : { caseId }) }));
    await open.close();
    await database.owner.query("update jiefen.outbox set done_at = now() where topic = 'record'");
  }

  it('is sound once the card was opened', async () => {
    await opened(undefined);
    expect(await findings()).toEqual([]);
  });

  it('a request done that opened nothing', async () => {
    await opened();
    expect(await findings()).toEqual(['record.count']);
  });

  it('a second card about the same deadline', async () => {
    await opened(undefined, derivedCaseId('record', 'supervision', 'another'));
    expect(await findings()).toEqual(['record.count']);
  });
});

/** Rewrites bodies and hashes from an event on, as somebody with the whole database in his hands would. */
async function forge(caseId: string, change: (body: Record<string, unknown>, seq: number) => void): Promise<void> {
  const { rows } = await database.owner.query<{ seq: number; body: string }>(
    'select seq, body from jiefen.events where case_id = $1 order by seq',
    [caseId],
  );
  let before: string | null = null;
  for (const { seq, body } of rows) {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    change(parsed, seq);
    parsed['prevHash'] = before;
    const forged = JSON.stringify(parsed);
    const hash = createHash('sha256').update(forged).digest('hex');
    await database.owner.query(
      'update jiefen.events set body = $3, hash = $4, prev_hash = $5, at = $6, type = $7 where case_id = $1 and seq = $2',
      [caseId, seq, forged, hash, before, parsed['at'], parsed['type']],
    );
    before = hash;
  }
  await database.owner.query(
    'update jiefen.cases set head_hash = $2, last_at = (select at from jiefen.events where case_id = $1 order by seq desc limit 1) where id = $1',
    [caseId, before],
  );
}

it('fold.refused: a whole history forged with a command the law forbids', async () => {
  await forge(lived, (body, seq) => {
    if (seq === 3) (body['command'] as { by: { unitId: string } }).by.unitId = city.reviewer.unitId ?? '';
  });
  expect(await findings()).toContain('fold.refused');
});

it('fold.facts: a whole history forged with other facts', async () => {
  await forge(lived, (body, seq) => {
    if (seq === 4) body['facts'] = [{ type: body['type'], data: { outcome: 'SUPPORT' } }];
  });
  expect(await findings()).toContain('fold.facts');
});

it('event.time: a whole history forged with time running backwards', async () => {
  await forge(lived, (body, seq) => {
    if (seq === 5) body['at'] = '2026-01-01T00:00:00.000Z';
  });
  expect(await findings()).toContain('event.time');
});

it('deadline.twice: a whole history forged with an expiry told twice', async () => {
  await forge(overdue, (body) => {
    if (body['type'] !== 'deadline.urged') return;
    body['facts'] = [
      ...(body['facts'] as unknown[]),
      { type: 'deadline.passed', data: { deadlineId: (body['facts'] as { data: { deadlineId: string } }[])[0]?.data.deadlineId } },
    ];
  });
  expect(await findings()).toContain('deadline.twice');
});

it('client.lost: something acknowledged isn’t there', async () => {
  const log = [
    { caseId: lived, seq: 8, version: 8 },
    { caseId: lived, seq: 1, key: { scope: 'somebody POST /somewhere', key: 'first' } },
  ];
  expect(await checkClientLog(database.owner, log)).toEqual([]);
  await database.owner.query('delete from jiefen.events where case_id = $1 and seq = 8', [lived]);
  expect((await checkClientLog(database.owner, log)).map(({ code }) => code)).toEqual(['client.lost']);
  expect(await checkClientLog(database.owner, [{ caseId: '00000000-0000-7000-8000-000000000000' }])).toHaveLength(1);
});

describe('the gateway’s log', () => {
  const at = Date.now() + 60_000;
  const line = (key: string) => ({ key, taken: true, at });

  /** A message that was sent about a case. */
  async function sent(caseId: string): Promise<string> {
    const { rows } = await database.owner.query<{ id: string }>(
      `with sent as (
         insert into jiefen.deliveries (id, message, channel, recipient_kind, recipient_id, roles, case_id, seq, kind, at, state, not_before)
         values (gen_random_uuid(), '1.1', 'sms', 'party', gen_random_uuid(), '{petitioner}', $1, 1, 'case.registered', now(), 'accepted', now())
         returning id
       )
       insert into jiefen.delivery_attempts (delivery_id, no, state) select id, 1, 'accepted' from sent returning delivery_id as id`,
      [caseId],
    );
    return rows[0]?.id ?? '';
  }

  async function codes(log: Parameters<typeof checkGatewayLog>[1]): Promise<readonly InvariantCode[]> {
    return (await checkGatewayLog(database.owner, log)).map(({ code }) => code);
  }

  it('agrees with a sound database', async () => {
    const key = await sent(lived);
    expect(await codes([line(key), { ...line(key), taken: false }])).toEqual([]);
    expect(await findings()).toEqual([]);
  });

  it('gateway.twice: a message taken twice', async () => {
    const key = await sent(lived);
    expect(await codes([line(key), line(key)])).toEqual(['gateway.twice']);
  });

  it('gateway.unknown: a message that nobody here sent', async () => {
    expect(await codes([line('0f0f0f0f-0000-4000-8000-000000000000')])).toEqual(['gateway.unknown']);
  });

  it('gateway.never: called accepted, and the gateway knows nothing of it', async () => {
    await sent(lived);
    expect(await codes([])).toEqual(['gateway.never']);
  });

  it('gateway.sealed: a message about a sealed case', async () => {
    const { rows } = await database.owner.query<{ id: string }>('select id from jiefen.cases where sealed');
    const key = await sent(rows[0]?.id ?? '');
    expect(await codes([line(key)])).toEqual(['gateway.sealed']);
  });

  it.each([
    ['an acceptance taken out', 'delete from jiefen.delivery_attempts'],
    ['a delivery put back after it was accepted', "update jiefen.deliveries set state = 'waiting'"],
  ])('delivery.attempts: %s', async (_, statement) => {
    await sent(lived);
    await database.owner.query(statement);
    expect(await findings()).toContain('delivery.attempts');
  });
});
