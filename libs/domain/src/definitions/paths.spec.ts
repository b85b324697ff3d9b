import { decide } from '../decide/decide.ts';
import {
  at,
  CITY,
  CLERK,
  CLERK2,
  Desk,
  ENV,
  HANDLER,
  HEAD,
  HOUSING,
  mintId,
  person,
  PETITIONER,
  PROVINCE,
} from '../decide/case.fixture.ts';
import { namedUnits } from '../decide/named.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Instant, OpenDeadline } from '../case/deadline.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import { civilDateOf } from '../calendar/index.ts';
import { EVENT_CATALOGUE } from './event-catalogue.ts';
import { currentDefinition, PROCEDURE_DEFINITIONS } from './procedures.ts';
import type { ProcedureDefinition } from './definition.ts';

/** Everybody a case may meet on its way. */
const PEOPLE: readonly Actor[] = [
  CLERK,
  CLERK2,
  HANDLER,
  HEAD,
  CITY,
  PROVINCE,
  PETITIONER,
  person('handler', 'discipline.430407'),
  person('handler', 'petition-office.430407'),
];
const START = at('2026-03-06');
const prior = Desk.open();
const PRIOR: CaseSnapshot = { ...prior.snapshot, context: { ...prior.context, firstUnitId: HOUSING, memo: { finalReached: true } } };
const OTHER_PLACE = 'petition-office.430407';

/** One sensible payload, or several, for every command. */
function payloadsOf(type: string, today: string, now: Instant, caseClass: string): readonly Readonly<Record<string, unknown>>[] {
  const priorId = prior.context.caseId;
  const targets = caseClass === 'ACCUSATION' ? ['discipline.430407'] : [HOUSING, OTHER_PLACE];
  const known: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    FORWARD: targets.map((unitId) => ({ unitId })),
    ASSIGN: [{ unitId: HOUSING, dueDate: '2026-12-01' }],
    REFUSE: [{ reason: 'no-concrete-claim' }],
    NO_LONGER_ACCEPT: [{ priorCaseId: priorId }],
    EXTEND: [{ days: 30 }],
    START_MEDIATION: [{ consents: ['party-1'] }],
    MEDIATION_ENDED: [{ result: 'failed' }],
    ISSUE_OPINION: [{ outcome: 'SUPPORT' }],
    SETTLE: [{ consents: ['party-1'] }],
    RECORD_SERVICE: [{ method: 'mail', receivedOn: today }],
    DECIDE_REVIEW: [{ decision: 'UPHOLD' }, { decision: 'REVOKE' }],
    DECIDE_RECHECK: [{ decision: 'UPHOLD' }, { decision: 'REVOKE' }],
    REQUEST_REVIEW: [{ receivedOn: today }, { receivedOn: today, postedOn: '2026-03-06' }],
    REQUEST_RECHECK: [{ receivedOn: today }, { receivedOn: today, postedOn: '2026-03-06' }],
    SUSPEND: [{ reason: 'hearing', from: now }],
    RESUME: [{ at: now }],
    SET_EXECUTION: [{ dueDate: '2026-12-01' }],
    WITHDRAW: [{ requestedBy: 'party-1', requestedOn: today }],
    MERGE: [{ intoCaseId: priorId }],
    RETURN_VISIT: [{ outcome: 'explained' }],
    RATE: [{ target: 'unit', value: 'dissatisfied' }],
    REPLY: [{ adopted: 'full' }],
    RECLASSIFY: [{}],
  };
  return known[type] ?? [{}];
}

interface Place {
  readonly snapshot: CaseSnapshot;
  readonly now: Instant;
}

/** What tells two places apart for what may happen next; ids and dates don't. */
function keyOf({ snapshot: { state, context } }: Place): string {
  const { memo, hops, holderUnitId, firstUnitId } = context;
  const { proposal, interrupted, mediating, decision, suspendedFrom, visits, ratings, redone, concludedFrom, assignment, recorded, round } =
    memo as Readonly<Record<string, { readonly from?: string; readonly reported?: boolean } | undefined>>;
  const objected = hops.at(-1)?.objected;
  return JSON.stringify([
    state,
    holderUnitId,
    firstUnitId,
    hops.length,
    objected,
    proposal?.from,
    interrupted?.from,
    mediating,
    decision,
    suspendedFrom !== undefined,
    visits !== undefined,
    ratings !== undefined,
    redone,
    concludedFrom,
    assignment?.reported,
    recorded,
    round !== undefined,
  ]);
}

function commandsAt(place: Place, definition: ProcedureDefinition): readonly CaseCommand[] {
  const { snapshot, now } = place;
  const today = civilDateOf(now);
  const types = definition.commands.filter((type) => definition.ways.get(snapshot.state)?.has(type) === true);
  const asked = types.flatMap((type) =>
    payloadsOf(type, today, now, snapshot.context.class).flatMap((payload) => PEOPLE.map((by) => ({ type, payload, by }))),
  );
  const sent = asked.map(({ type, payload, by }): CaseCommand => {
    const units = Object.fromEntries(
      namedUnits(snapshot, type, payload, ENV).flatMap((id) => {
        const unit = ENV.directory.unit(id);
        return unit === undefined ? [] : [[id, unit] as const];
      }),
    );
    return {
      type,
      commandId: mintId(),
      at: now,
      by,
      payload,
      documents: [],
      units,
      cases: {
        [prior.context.caseId]: {
          id: prior.context.caseId,
          snapshot: { ...PRIOR, context: { ...PRIOR.context, class: snapshot.context.class } },
        },
      },
    };
  });
  const windows = snapshot.open.filter(
    (one) => one.state === 'armed' && definition.ways.get(snapshot.state)?.has(`${one.rule}.passed`) === true,
  );
  return sent.concat(
    windows.map((one) => ({
      type: 'DEADLINE_STEP',
      commandId: mintId(),
      at: one.dueAt,
      by: PETITIONER,
      documents: [],
      units: {},
      cases: {},
      payload: { deadlineId: one.id, step: one.nextStep, version: one.version },
    })),
  );
}

/** A window's row just before its passing: reminders are behind it. */
function readyToPass(snapshot: CaseSnapshot): CaseSnapshot {
  return {
    ...snapshot,
    open: snapshot.open.map((one) =>
      one.rule.endsWith('-REQ') && one.state === 'armed' ? { ...one, nextStep: 1, nextAt: one.dueAt } : one,
    ),
  };
}

const [CLOCK] = prior.snapshot.open;

/** The same place with an overdue deadline of the holder's that is supervised: what replies are for. */
function overdue(snapshot: CaseSnapshot): CaseSnapshot {
  if (CLOCK === undefined) throw new Error('a new case has a clock');
  const { holderUnitId: unitId, centreUnitId, memo } = snapshot.context;
  const late: OpenDeadline = { ...CLOCK, id: 'overdue', rule: 'PET-ASSIGN', state: 'fired', firedAt: CLOCK.dueAt };
  const by = { unitId: centreUnitId, role: 'supervisor' };
  const supervisions = [{ deadlineId: late.id, rule: late.rule, unitId, level: 0, by, openedAt: late.dueAt, reply: null }];
  return { ...snapshot, open: [...snapshot.open, late], context: { ...snapshot.context, memo: { ...memo, supervisions } } };
}

/** Commands that change nothing about what may happen next; where they lead is not walked on from. */
const ASIDE = new Set([
  'ADD_MATERIAL',
  'RECUSE',
  'HOLD_HEARING',
  'SET_EXECUTION',
  'REPORT_EXECUTION',
  'REPORT_BACK',
  'REPLY_SUPERVISION',
  'EXTEND',
  'RECLASSIFY',
]);

/** States in which somebody owes something: a clock must run, or stand still by law. */
const OWING = new Set([
  'registered',
  'routed',
  'objected',
  'handling',
  'answered',
  'served',
  'reviewing',
  'reviewed',
  'review-served',
  'rechecking',
  'rechecked',
]);

/** So often each state is walked on from: in different circumstances, but not in all. */
const OFTEN = 30;

interface Explored {
  readonly taken: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly unclocked: ReadonlySet<string>;
}

function rowsOf(definition: ProcedureDefinition): readonly string[] {
  return definition.transitions.map((row) => `${row.from} –${row.command}→ ${row.to}`);
}

function explore(first: CaseSnapshot, definition: ProcedureDefinition, known: ReadonlySet<string>): Explored {
  const taken = new Set<string>();
  const facts = new Set<string>();
  const unclocked = new Set<string>();
  const seen = new Set<string>();
  const often = new Map<string, number>();
  const waiting: Place[] = [{ snapshot: first, now: START }];
  const rows = rowsOf(definition);
  // Breadth and depth in turn: the end of the road comes early, and so do its side streets.
  const next = (): Place | undefined => (seen.size % 2 === 0 ? waiting.shift() : waiting.pop());
  for (let place = next(); place !== undefined && seen.size < 3_000; place = next()) {
    // Enough is walked once every row was taken; the second start of a procedure adds what only it can reach.
    if (seen.size % 25 === 0 && rows.every((row) => taken.has(row) || known.has(row))) break;
    const key = keyOf(place);
    const visits = often.get(place.snapshot.state) ?? 0;
    if (seen.has(key) || visits >= OFTEN) continue;
    seen.add(key);
    often.set(place.snapshot.state, visits + 1);
    const ready = { ...place, snapshot: readyToPass(place.snapshot) };
    const done = new Set<string>();
    for (const command of commandsAt(ready, definition)) {
      const decision = decide(command.type === 'REPLY_SUPERVISION' ? overdue(ready.snapshot) : ready.snapshot, command, ENV);
      if (!decision.ok) continue;
      for (const fact of decision.facts) facts.add(fact.type);
      const passed = decision.facts.find((one) => one.type === 'deadline.passed')?.rule;
      const name = command.type === 'DEADLINE_STEP' ? `${String(passed)}.passed` : command.type;
      taken.add(`${place.snapshot.state} –${name}→ ${decision.next.state}`);
      const once = JSON.stringify([
        name,
        command.payload['decision'],
        command.payload['unitId'],
        decision.next.state,
        command.by.role === 'petitioner',
      ]);
      if (OWING.has(decision.next.state) && !definition.closed.includes(decision.next.state) && decision.next.open.length === 0)
        unclocked.add(decision.next.state);
      if (ASIDE.has(command.type) || done.has(once)) continue;
      done.add(once);
      waiting.push({ snapshot: decision.next, now: command.at });
    }
  }
  return { taken, facts, unclocked };
}

const FIRST = {
  petition: [Desk.open({ direct: true, by: HANDLER }), Desk.open()],
  suggestion: [Desk.open({ class: 'SUGGESTION', direct: true, by: HANDLER }), Desk.open({ class: 'SUGGESTION' })],
  accusation: [Desk.open({ class: 'ACCUSATION', categoryCode: '050401' })],
  guided: [Desk.open({ route: 'ARBITRATION' })],
} as const;

it.each(PROCEDURE_DEFINITIONS.map((one) => one.id as keyof typeof FIRST))(
  '%s: every way of the table is walked by somebody, and what waits has a clock',
  (id) => {
    const definition = currentDefinition(id);
    const explored: Explored[] = [];
    const taken = new Set<string>();
    for (const desk of FIRST[id]) {
      const one = explore(desk.snapshot, definition, taken);
      for (const row of one.taken) taken.add(row);
      explored.push(one);
    }
    expect(rowsOf(definition).filter((row) => !taken.has(row))).toEqual([]);
    expect(explored.flatMap(({ facts }) => [...facts].filter((type) => EVENT_CATALOGUE[type] === undefined))).toEqual([]);
    const unclocked = new Set(explored.flatMap((one) => [...one.unclocked]));
    expect([...unclocked]).toEqual(id === 'suggestion' ? ['handling'] : []);
  },
);
