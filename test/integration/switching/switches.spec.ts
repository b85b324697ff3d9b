import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { successor } from '../../../libs/domain/src/law/successor.fixture.ts';
import type { CaseSnapshot, RunningClocks } from '#libs/domain';
import type { Done, Engine } from '#libs/engine';
import { EngineUnavailable } from '#libs/engine';
import { createLog } from '#libs/observability';
import { SwitchRunner } from '#libs/switching';
import type { LawSwitch, SwitchItem } from '#libs/switching';
import { done, intake } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';
import { city, findings, openProcess } from './switching-city.ts';
import type { SwitchingProcess } from './switching-city.ts';

jest.setTimeout(90_000);
const server = ownServer();
const TODAY = '2026-01-05';
const ADMIN = randomUUID();
const LEADER = randomUUID();
let database: TestDatabase;
let open: SwitchingProcess;

beforeEach(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  open = await openProcess(database.url, database.owner);
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

async function registered(n: number, patch: Parameters<typeof intake>[1] = {}): Promise<readonly Done[]> {
  return (await Promise.all(Array.from({ length: n }, () => open.engine.register(intake(city, patch))))).map(done);
}

async function previewPack(runningClocks: RunningClocks, amounts: Readonly<Record<string, number>>, running = true): Promise<LawSwitch> {
  const rulePack = successor(runningClocks, amounts, TODAY);
  return open.switches.preview({ subject: { kind: 'rule-pack', id: rulePack.id }, rulePack, running, reason: '新规施行', userId: ADMIN });
}

const confirm = ({ id, digest }: LawSwitch, userId = LEADER): Promise<LawSwitch> =>
  open.switches.confirm(id, { digest, reason: '同意', userId, byAnother: true });

async function allItems({ id }: LawSwitch, limit: number): Promise<readonly SwitchItem[]> {
  const all: SwitchItem[] = [];
  for (let after: number | null = null; ;) {
    const page = await open.switches.items(id, limit, after);
    all.push(...page);
    after = page.at(-1)?.n ?? null;
    if (after === null) return all;
  }
}

const eventsOf = async (type: string): Promise<readonly { readonly case_id: string; readonly n: number }[]> =>
  (
    await database.owner.query<{ case_id: string; n: number }>(
      'select case_id, count(*)::int as n from jiefen.events where type = $1 group by 1',
      [type],
    )
  ).rows;

const snapshots = async (): Promise<readonly (Pick<CaseSnapshot, 'state' | 'procedureVersion'> & { readonly id: string })[]> =>
  (
    await database.owner.query<{ id: string; state: string; procedureVersion: number }>(
      'select id, state, procedure_version as "procedureVersion" from jiefen.cases order by id',
    )
  ).rows;

it('moves every case once, though the process dies in the middle of a batch and another takes over', async () => {
  const cases = await registered(230);
  const [sealed] = await registered(1, { class: 'ACCUSATION' });
  const preview = await previewPack('lengthen', { 'PET-FWD': 30 });
  expect(preview).toMatchObject({
    state: 'previewed',
    baseEdition: 1,
    totals: { cases: 230, moving: 230, staying: 0, clocks: { later: 230, earlier: 0 } },
  });
  expect(await eventsOf('deadline.rebased')).toEqual([]);

  const items = await allItems(preview, 47);
  expect(items.map(({ caseId }) => caseId)).toEqual(cases.map(({ caseId }) => caseId).sort());
  expect(items[0]?.plan.clocks).toMatchObject([
    { rule: 'PET-FWD', from: '2026-01-20', to: '2026-02-04', before: { rulePack: 'national-2022' } },
  ]);

  expect(await confirm(preview)).toMatchObject({ state: 'running', edition: 2, confirmedBy: LEADER });
  // It dies after some commands of the second batch were committed and before anything of it was noted.
  let left = 137;
  const sent: Promise<unknown>[] = [];
  const dying: Pick<Engine, 'execute'> = {
    execute: async (request) => {
      if (left-- <= 0) throw new EngineUnavailable('killed');
      const outcome = open.engine.execute(request);
      sent.push(outcome);
      return outcome;
    },
  };
  const killed = new SwitchRunner(open.readPool, dying, open.law, createLog({ app: 'test', level: 'error' }));
  expect(await killed.turn()).toBe('busy');
  await expect(killed.turn()).rejects.toThrow('killed');
  // The engine commits what it had taken, though nobody waits for it any more.
  await Promise.all(sent);
  expect(await open.switches.one(preview.id)).toMatchObject({ state: 'running', outcomes: { moved: 100 }, left: 130 });
  expect((await eventsOf('deadline.rebased')).length).toBe(137);

  await open.runner.finish(preview.id);
  expect(await open.switches.one(preview.id)).toMatchObject({ state: 'done', outcomes: { moved: 230 }, left: 0 });
  const events = await eventsOf('deadline.rebased');
  // The sealed case moved too, though nobody is shown it.
  expect([events.length, Math.max(...events.map(({ n }) => n))]).toEqual([231, 1]);
  expect(events.map(({ case_id }) => case_id)).toContain(sealed?.caseId);
  expect(await findings(database.owner, open.law.current())).toEqual([]);
  expect((await database.owner.query('select action, object from jiefen.audit_log order by id')).rows).toEqual([
    { action: 'law.previewed', object: 'national-2022.2-lengthen' },
    { action: 'law.switched', object: 'national-2022.2-lengthen' },
  ]);
});

it('does what the preview said, and leaves alone what has gone on since', async () => {
  const [still, forwarded] = await registered(2);
  const preview = await previewPack('lengthen', { 'PET-FWD': 30 });
  done(
    await open.engine.execute({ caseId: forwarded?.caseId ?? '', actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } }),
  );
  await confirm(preview);
  await open.runner.finish(preview.id);
  expect(await open.switches.one(preview.id)).toMatchObject({ outcomes: { moved: 1, 'switch.case_changed': 1 } });
  expect(await eventsOf('deadline.rebased')).toEqual([{ case_id: still?.caseId, n: 1 }]);
  // What began after the switch goes by the new law at once.
  const [fresh] = await registered(1);
  expect(fresh?.deadlines).toMatchObject([{ rulePack: 'national-2022.2-lengthen', dueDate: '2026-02-04' }]);
  expect(await findings(database.owner, open.law.current())).toEqual([]);
});

it('leaves running clocks to their law where the switch or the pack says so, and undoes no passing', async () => {
  const [late] = await registered(1);
  await open.engine.setManualClock(late?.deadlines[0]?.dueAt ?? '');
  await open.engine.fireDue({ limit: 10 });
  const today = '2026-01-21';
  const [running] = (await Promise.all([open.engine.register(intake(city, { receivedAt: '2026-01-20T01:00:00.000Z' }))])).map(done);
  const pack = successor('follow', { 'PET-FWD': 60 }, today);
  const change = { subject: { kind: 'rule-pack' as const, id: pack.id }, rulePack: pack, reason: '新规施行', userId: ADMIN };
  const quiet = await open.switches.preview({ ...change, running: false });
  expect(quiet.totals).toMatchObject({ cases: 0 });
  await confirm(quiet);
  await open.runner.finish(quiet.id);
  expect(await eventsOf('deadline.rebased')).toEqual([]);

  // In force already: what is left is to move running cases, without another edition.
  const { rulePack: _, ...again } = change;
  await expect(open.switches.preview({ ...again, running: false })).rejects.toThrow('switch.nothing_new');
  const moving = await open.switches.preview({ ...again, running: true });
  expect(moving.totals).toMatchObject({ cases: 1, clocks: { later: 1 } });
  expect(await confirm(moving)).toMatchObject({ edition: 2 });
  await open.runner.finish(moving.id);
  expect(await eventsOf('deadline.rebased')).toEqual([{ case_id: running?.caseId, n: 1 }]);
  expect((await database.owner.query("select state, rule_pack from jiefen.deadlines where state = 'fired'")).rows).toEqual([
    { state: 'fired', rule_pack: 'national-2022' },
  ]);
  expect(await findings(database.owner, open.law.current())).toEqual([]);
});

it('is confirmed by another person, once, and only while it is what would be done now', async () => {
  await registered(1);
  const [first, second] = [await previewPack('lengthen', { 'PET-FWD': 30 }), await previewPack('follow', { 'PET-FWD': 20 })];
  await expect(confirm(first, ADMIN)).rejects.toThrow('switch.four_eyes');
  await expect(confirm({ ...first, digest: second.digest })).rejects.toThrow('switch.stale');
  await expect(confirm({ ...first, id: randomUUID() })).rejects.toThrow('switch.not_found');
  await confirm(first);
  await expect(confirm(first)).rejects.toThrow('switch.not_open');
  await expect(confirm(second)).rejects.toThrow('switch.stale');
  await expect(previewPack('lengthen', {})).rejects.toThrow('switch.exists');
  const unsound = { ...successor('keep', {}, '2026-01-04'), supersedes: 'nothing' };
  await expect(
    open.switches.preview({
      subject: { kind: 'rule-pack', id: unsound.id },
      rulePack: unsound,
      running: false,
      reason: 'x',
      userId: ADMIN,
    }),
  ).rejects.toThrow(/takes the place of nothing.*before it is published/);
  await expect(
    open.switches.preview({ subject: { kind: 'procedure', id: 'petition', version: 2 }, running: true, reason: 'x', userId: ADMIN }),
  ).rejects.toThrow('switch.unknown_subject');
});

it('brings a second version of a procedure into force, and takes running cases over by its map', async () => {
  const patch = { class: 'SUGGESTION' } as const;
  const named: Done[] = [];
  // One after the other, so that they are listed in this order.
  for (let n = 0; n < 4; n++) named.push(...(await registered(1, patch)));
  const [plain, objected, merged, target] = named;
  const send = async (
    one: Done | undefined,
    actor: typeof city.clerk,
    type: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Done> => done(await open.engine.execute({ caseId: one?.caseId ?? '', actor, type, payload }));
  await send(objected, city.clerk, 'FORWARD', { unitId: city.lead.id });
  await send(objected, city.handler, 'OBJECT', { reason: '不属本单位职责' });
  await send(merged, city.clerk, 'MERGE', { intoCaseId: target?.caseId, reason: '同一建议' });
  const subject = { kind: 'procedure', id: 'suggestion', version: 2 } as const;
  const ask = (running: boolean): Promise<LawSwitch> => open.switches.preview({ subject, running, reason: '流程改版', userId: ADMIN });

  const onlyNew = await ask(false);
  await confirm(onlyNew);
  await open.runner.finish(onlyNew.id);
  const [fresh] = await registered(1, patch);
  const versions = async (): Promise<readonly (readonly [string, number])[]> =>
    (await snapshots()).map(({ state, procedureVersion }) => [state, procedureVersion]);
  expect(fresh?.snapshot.procedureVersion).toBe(2);
  expect(await versions()).toEqual([...['registered', 'objected', 'merged', 'registered'].map((state) => [state, 1]), ['registered', 2]]);

  const moving = await ask(true);
  expect(moving.totals).toMatchObject({ cases: 4, moving: 3, staying: 1 });
  const plans = (await allItems(moving, 2)).map(({ caseId, plan }) => [caseId, plan.migration?.stateAfter, plan.migration?.why?.code]);
  expect(plans).toEqual([
    [plain?.caseId, 'registered', undefined],
    [objected?.caseId, 'routed', undefined],
    [merged?.caseId, null, 'migration.state_stays'],
    [target?.caseId, 'registered', undefined],
  ]);
  await confirm(moving);
  await open.runner.finish(moving.id);
  expect(await open.switches.one(moving.id)).toMatchObject({ state: 'done', outcomes: { moved: 3, stays: 1 }, left: 0 });
  expect(await versions()).toEqual([
    ['registered', 2],
    ['routed', 2],
    ['merged', 1],
    ['registered', 2],
    ['registered', 2],
  ]);
  expect(await send(objected, city.handler, 'ACCEPT', {})).toMatchObject({ snapshot: { state: 'handling', procedureVersion: 2 } });
  expect((await eventsOf('procedure.migrated')).map(({ n }) => n)).toEqual([1, 1, 1]);
  const { rows } = await database.owner.query<{ machine: string }>(
    "select body::json ->> 'machine' as machine from jiefen.events where case_id = $1 order by seq",
    [objected?.caseId],
  );
  expect(rows.map(({ machine }) => machine)).toEqual([...Array<string>(3).fill('suggestion@1'), 'suggestion@2', 'suggestion@2']);
  expect(await findings(database.owner, open.law.current())).toEqual([]);
});

it('is read by another process as soon as a case needs it', async () => {
  const [one] = await registered(1);
  const other = await openProcess(database.url, database.owner);
  const preview = await previewPack('lengthen', { 'PET-FWD': 30 });
  await confirm(preview);
  await open.runner.finish(preview.id);
  const [deadline] = one?.deadlines ?? [];
  const due = (await database.owner.query<{ next_at: Date }>('select next_at from jiefen.deadlines')).rows[0]?.next_at.toISOString();
  expect([other.law.current().law?.edition, due === deadline?.nextAt]).toEqual([1, false]);
  await open.engine.setManualClock(due ?? '');
  expect(await other.engine.fireDue({ limit: 10 })).toEqual({ fired: 0, climbed: 1 });
  expect([other.law.current().law?.edition, other.law.reads]).toEqual([2, 2]);
  expect((await database.owner.query('select 1 from jiefen.rung_failures')).rowCount).toBe(0);
  await other.close();
});
