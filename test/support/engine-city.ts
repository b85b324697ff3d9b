import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { cityUnits, readSeedData } from '#libs/demo-city';
import type { Actor, Directory, DomainEnv, Instant, Role, Unit } from '#libs/domain';
import { calendarBook, directoryFrom, OFFICIAL_CALENDARS, RULE_PACKS } from '#libs/domain';
import { domainDecisions, Engine, PostgresStore } from '#libs/engine';
import type { Done, EngineParts, ExecuteRequest, Outcome, RegisterRequest } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { createPool } from '#libs/persistence';

/** The demonstration city's organisation in memory, and the people who act in the engine's tests and benches. */
export interface EngineCity {
  readonly env: DomainEnv;
  readonly directory: Directory;
  readonly clerk: Actor;
  /** Of the same counter; rates what the other registered. */
  readonly secondClerk: Actor;
  readonly handler: Actor;
  readonly head: Actor;
  /** Of the unit one level up, which reviews. */
  readonly reviewer: Actor;
  readonly lead: Unit;
}

export function engineCity(): EngineCity {
  const data = readSeedData();
  const directory = directoryFrom({ ...data, units: cityUnits(data) });
  const unitOf = (fn: string, division: string): Unit => {
    const unit = directory.unitOf(fn, division);
    if (unit === undefined) throw new Error(`no unit ${fn}.${division}`);
    return unit;
  };
  const lead = unitOf('human-resources', '430421');
  const person = (unit: Unit, role: Role): Actor => ({
    userId: randomUUID(),
    role,
    roles: [role],
    unitId: unit.id,
    division: unit.division,
  });
  return {
    env: { calendars: calendarBook(OFFICIAL_CALENDARS), rulePacks: RULE_PACKS, directory },
    directory,
    clerk: person(unitOf('governance-centre', '430400'), 'clerk'),
    secondClerk: person(unitOf('governance-centre', '430400'), 'clerk'),
    handler: person(lead, 'handler'),
    head: person(lead, 'head'),
    reviewer: person(unitOf('human-resources', '430400'), 'handler'),
    lead,
  };
}

/** An ordinary claim about unpaid wages in one county, received at the city's counter. */
export function intake(
  city: EngineCity,
  patch: { readonly receivedAt?: Instant; readonly title?: string; readonly class?: string; readonly route?: string } = {},
): RegisterRequest {
  const division = city.directory.division('430421');
  return {
    actor: city.clerk,
    payload: {
      class: patch.class ?? 'CLAIM',
      route: patch.class === undefined || patch.class === 'CLAIM' ? (patch.route ?? 'PETITION') : null,
      categoryCode: '150603',
      centreUnitId: city.clerk.unitId,
      direct: false,
      divisionPath: ['430421', ...(division?.ancestors ?? [])],
      routing: { leadUnitId: city.lead.id, assistUnitIds: [], excluded: [] },
      channel: 'visit',
      divisionCode: '430421',
      divisionCodes: [],
      receivedAt: patch.receivedAt ?? '2026-01-05T00:00:00.000Z',
      headcount: 1,
      urgent: false,
      confidential: false,
    },
    texts: {
      title: patch.title ?? '拖欠工资',
      narrative: '我在该公司工作八个月，从去年九月起未领到工资，多次催要无果，请求帮助追讨。',
      address: '衡阳县某镇某路12号',
    },
    parties: [{ role: 'petitioner', kind: 'person', name: '周小明', phone: '138 1234 5678', idNumber: '430421199003074218' }],
  };
}

export interface OpenEngine {
  readonly engine: Engine;
  readonly identity: IdentityService;
  readonly enginePool: Pool;
  readonly readPool: Pool;
  close(): Promise<void>;
}

/** On a busy machine nothing is shed but where that is the question. */
export const PATIENT: NonNullable<EngineParts['limits']> = {
  commands: { queued: 10_000, waitMs: 60_000 },
  intake: { queued: 10_000, waitMs: 60_000 },
};

export const TEST_MASTER_KEY = Buffer.alloc(32, 0x5a);

/** An engine as one process of the application runs it. */
export async function openEngine(
  url: string,
  city: EngineCity,
  parts: Partial<EngineParts> & { readonly connections?: number } = {},
): Promise<OpenEngine> {
  const { connections = 3, ...own } = parts;
  const enginePool = createPool(url, { name: 'engine', max: connections });
  const readPool = createPool(url, { name: 'read', max: 4 });
  const identity = await IdentityService.open(readPool, TEST_MASTER_KEY);
  const engine = new Engine({ store: new PostgresStore(enginePool), identity, env: () => city.env, decisions: domainDecisions(), ...own });
  return {
    engine,
    identity,
    enginePool,
    readPool,
    close: async () => {
      await engine.drain();
      await Promise.all([enginePool.end(), readPool.end()]);
    },
  };
}

/** The committed outcome. @throws for any other */
export function done(outcome: Outcome): Done {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A key as the API makes them: the answer is the version or the refusal's code. */
export function keyed(key: string, body: unknown = key): Pick<ExecuteRequest, 'idempotency'> {
  return {
    idempotency: {
      scope: 'somebody POST /somewhere',
      key,
      bodyHash: JSON.stringify(body),
      answer: (outcome) =>
        outcome.kind === 'done'
          ? { status: 200, body: { caseId: outcome.caseId, seq: outcome.seq } }
          : { status: 409, body: { code: outcome.kind === 'refused' ? outcome.refusal.code : 'case.version_conflict' } },
    },
  };
}

/** The eight steps from the counter to a served review, the day's dates filled in by the caller. */
export function petitionLife(city: EngineCity, today: string): readonly Omit<ExecuteRequest, 'caseId'>[] {
  const opinion = {
    request: '请求支付拖欠工资',
    facts: '经查，该公司拖欠申请人八个月工资。',
    opinion: '责令该公司十五日内支付。',
    basis: '《保障农民工工资支付条例》',
  };
  return [
    { actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } },
    { actor: city.handler, type: 'ACCEPT', payload: {} },
    { actor: city.handler, type: 'ISSUE_OPINION', payload: { outcome: 'EXPLAIN', ...opinion } },
    { actor: city.handler, type: 'RECORD_SERVICE', payload: { method: 'in-person', receivedOn: today } },
    { actor: city.clerk, type: 'REQUEST_REVIEW', payload: { receivedOn: today, reason: '对处理意见不服' } },
    { actor: city.reviewer, type: 'DECIDE_REVIEW', payload: { decision: 'UPHOLD', opinion: '事实清楚，适用依据正确，维持原处理意见。' } },
    { actor: city.reviewer, type: 'RECORD_SERVICE', payload: { method: 'mail', receivedOn: today } },
  ];
}

/** Eight steps with one deadline armed and met: a matter led into its legal route (register it with route LITIGATION). */
export function guidedLife(city: EngineCity): readonly Omit<ExecuteRequest, 'caseId'>[] {
  const { clerk, secondClerk } = city;
  return [
    { actor: clerk, type: 'RECLASSIFY', payload: { categoryCode: '150000', reason: '类别更正' } },
    { actor: clerk, type: 'GUIDE', payload: { route: 'LITIGATION', organ: '衡阳县人民法院', reason: '劳动报酬争议，可依法提起诉讼。' } },
    { actor: clerk, type: 'RECORD_RESULT', payload: { result: '法院已立案。' } },
    { actor: clerk, type: 'RETURN_VISIT', payload: { outcome: 'explained', note: '已说明诉讼程序。' } },
    { actor: secondClerk, type: 'RATE', payload: { target: 'centre', value: 'satisfied', source: 'phone' } },
    { actor: secondClerk, type: 'RATE', payload: { target: 'unit', value: 'satisfied', source: 'phone' } },
    { actor: clerk, type: 'ARCHIVE', payload: {} },
  ];
}
