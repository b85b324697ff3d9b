import { decide } from '../decide/decide.ts';
import { ENV } from '../decide/case.fixture.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { FIRST, PRIOR_CASE, START } from './first-cases.fixture.ts';
import { commandsAt, keyOf, rowsOf } from './walk.fixture.ts';
import type { Place } from './walk.fixture.ts';
import { EVENT_CATALOGUE } from './event-catalogue.ts';
import { currentDefinition, PROCEDURE_DEFINITIONS } from './procedures.ts';
import type { ProcedureDefinition } from './definition.ts';

/** A window's row just before its passing: reminders are behind it. */
function readyToPass(snapshot: CaseSnapshot, definition: ProcedureDefinition): CaseSnapshot {
  const known = definition.ways.get(snapshot.state);
  return {
    ...snapshot,
    open: snapshot.open.map((one) =>
      known?.has(`${one.rule}.passed`) === true && one.state === 'armed' ? { ...one, nextStep: 1, nextAt: one.dueAt } : one,
    ),
  };
}

const [CLOCK] = PRIOR_CASE.snapshot.open;

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
  'SET_OPENNESS',
  'INVITE_HELPER',
  'SEAT_TEAM_MEMBER',
  'HOLD_SESSION',
  'HOLD_CAUCUS',
  'EXTEND_MEDIATION',
  'TRACK_WORK',
  'EXTEND_ACCEPTANCE',
  'ADD_MEMBER',
  'CALL_IN_UNIT',
  'LINK_PLAN',
  'REFER_PROTECTION',
  'REPORT_PROGRESS',
  'ADD_ITEM',
  'PROPOSE_MEASURE',
  'ANSWER_SUPERVISION',
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
  'dispatched',
  'returned',
  'doing',
  'replied',
  'handing-over',
  'mediating',
  'convened',
  'with-superior',
  'with-meeting',
  'responded',
  'assembled',
  'reported',
  'leading',
  'issued',
  'letter-received',
  'adopted',
  'rectifying',
  'rectified',
  'rectification-checked',
]);

/** So often each state is walked on from: in different circumstances, but not in all. */
const OFTEN = 30;

interface Explored {
  readonly taken: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly unclocked: ReadonlySet<string>;
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
    const ready = { ...place, snapshot: readyToPass(place.snapshot, definition) };
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
        command.payload['partyId'],
        decision.next.state,
        command.by.role === 'petitioner',
      ]);
      // What turns into another procedure goes on by that one's table.
      if (decision.next.procedure !== definition.id) continue;
      if (OWING.has(decision.next.state) && !definition.closed.includes(decision.next.state) && decision.next.open.length === 0)
        unclocked.add(decision.next.state);
      if (ASIDE.has(command.type) || done.has(once)) continue;
      done.add(once);
      waiting.push({ snapshot: decision.next, now: command.at });
    }
  }
  return { taken, facts, unclocked };
}

it.each([...new Set(PROCEDURE_DEFINITIONS.map((one) => one.id))])(
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
