import fc from 'fast-check';
import type { OpenDeadline } from '../case/deadline.ts';
import type { CaseMemo, ChartContext, StoppedClock } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import type { Supervision } from '../case/supervision.ts';
import { CASE_CLASSES, ROUTES } from '../case/vocabulary.ts';
import { at, CITY, CLERK, CLERK2, Desk, ENV, HANDLER, HEAD, PETITIONER } from '../decide/case.fixture.ts';
import { COMMANDS } from '../definitions/commands.ts';
import { conditionsFor, ruleOf } from '../rule-packs/index.ts';
import { drawnJurisdiction } from './drawn-jurisdiction.fixture.ts';
import { drawnMeeting, drawnResolution, meetingPayload } from './drawn-meeting.fixture.ts';
import { drawnUrgent, urgentPayload } from './drawn-urgent.fixture.ts';
import { drawnLeaderCase, leaderPayload } from './drawn-leader-case.fixture.ts';
import { accusationMemo, accusationPayload, UNITS } from './drawn-accusation.fixture.ts';
import { drawnReception, receptionPayload } from './drawn-reception.fixture.ts';
import { drawnMediation, MEDIATION_RULES, mediationPayload, POLICE } from './drawn-mediation.fixture.ts';
import { referenced } from './drawn-cases.fixture.ts';
import { DRAWN_DOCUMENTS, drawnRecords, RECORD_RULES, recordPayloads } from './drawn-records.fixture.ts';
import type { Law, Step } from './rule.ts';

/** Steps that no life would bring about: every field of context, memo, clocks and payload on its own, from a small world. */

const DAYS = ['2026-03-05', '2026-03-06', '2026-03-09', '2026-04-20'] as const;
const STATES = [
  'registered',
  'routed',
  'refusal-proposed',
  'ending-proposed',
  'objected',
  'handling',
  'answered',
  'served',
  'elsewhere',
] as const;
/** Of a work order. */
const ORDER_STATES = ['dispatched', 'returned', 'doing', 'replied', 'handing-over'] as const;
const RULES = ['PET-FWD', 'PET-NOTICE-FWD', 'PET-NOTICE-DIRECT', 'PET-OBJECT', 'PET-HANDLE', 'PET-REVIEW-REQ', 'PET-RECHECK-REQ'] as const;
/** Clocks that only one other procedure looks at: a work order's, the limits of legal routes. */
const OTHER_RULES = ['HOT-DO', 'HOT-RETURN', 'LAB-ARB', 'RECON-DECIDE'] as const;

const day = fc.constantFrom(...DAYS);
const instant = day.map((one) => at(one));
const unit = fc.constantFrom(...UNITS);
const person = fc.constantFrom(CLERK, CLERK2, HANDLER, HEAD, CITY, PETITIONER);
const user = person.map((one) => one.userId);
const party = fc.constantFrom('party-1', 'party-2');
const few = { maxLength: 3 };

const outcome = fc.constantFrom('SUPPORT' as const, 'EXPLAIN' as const, 'REJECT' as const);
const decision = fc.constantFrom('UPHOLD' as const, 'REVOKE' as const, 'CHANGE' as const);
const visit = fc.constantFrom('solved' as const, 'explained' as const, 'unresolved' as const);
const target = fc.constantFrom('centre' as const, 'unit' as const);
const value = fc.constantFrom('satisfied' as const, 'basically' as const, 'dissatisfied' as const);
const source = fc.constantFrom('served' as const, 'review-served' as const);

const clock: fc.Arbitrary<StoppedClock> = fc.record({
  rule: fc.constantFrom(...RULES),
  owner: fc.record({ role: fc.constant('handler' as const), unitId: unit }),
  triggerAt: instant,
  extensionDays: fc.constantFrom(0, 30),
  pauses: fc.constant([]),
  fixedDate: fc.constant(null),
});
const clocks = fc.array(clock, few);

const supervision: fc.Arbitrary<Supervision> = fc.record({
  deadlineId: fc.constantFrom('clock-0', 'clock-1'),
  rule: fc.constantFrom(...RULES),
  unitId: unit,
  level: fc.nat(2),
  by: fc.record({ unitId: unit, role: fc.constantFrom('supervisor' as const, 'leader' as const) }),
  openedAt: instant,
  reply: fc.constant(null),
});

const memo: fc.Arbitrary<CaseMemo> = fc.record(
  {
    assignment: fc.record({ unitId: unit, reported: fc.boolean() }),
    interrupted: fc.record({ from: fc.oneof(fc.constantFrom(...STATES), fc.constantFrom(...ORDER_STATES)), at: instant, clocks }),
    round: fc.nat(2),
    visits: fc.array(visit, few),
    ratings: fc.array(fc.record({ round: fc.nat(2), target, side: fc.constantFrom('public' as const, 'staff' as const), value }), few),
    redone: fc.boolean(),
    answerServed: fc.boolean(),
    proposal: fc.record({
      kind: fc.constantFrom('refusal' as const, 'ending' as const),
      by: user,
      from: fc.constantFrom(...STATES),
      clocks,
    }),
    mediating: fc.boolean(),
    outcome,
    decidedOn: day,
    opinionUnitId: unit,
    servedOn: day,
    requestedOn: day,
    decision,
    suspendedFrom: instant,
    concludedFrom: source,
    finalReached: fc.boolean(),
    executionDue: day,
    adopted: fc.constantFrom('full' as const, 'no' as const),
    fedBack: fc.boolean(),
    recorded: fc.boolean(),
    inbound: fc.constantFrom({ platform: '110' }, { platform: '110', answered: true as const }),
    ...accusationMemo,
    supervisions: fc.array(supervision, few),
  },
  { requiredKeys: [] },
);

const hop = fc.record({
  kind: fc.constantFrom('FORWARD' as const, 'ASSIGN' as const),
  from: unit,
  to: unit,
  at: instant,
  objected: fc.boolean(),
});
const FIRST = chartContext(Desk.open().context);

const context: fc.Arbitrary<ChartContext> = fc
  .record({
    class: fc.constantFrom(...CASE_CLASSES),
    route: fc.constantFrom(...ROUTES, null),
    categoryCode: fc.constantFrom('010903', '800100'),
    direct: fc.boolean(),
    sealed: fc.boolean(),
    holderUnitId: unit,
    earlierHolders: fc.uniqueArray(unit, few),
    assisting: fc.uniqueArray(unit, few),
    leadUnitId: unit,
    assistPlanned: fc.uniqueArray(unit, few),
    excluded: fc.array(fc.record({ unitId: unit, reason: fc.constant('respondent') }), { maxLength: 1 }),
    recusedUsers: fc.array(fc.constantFrom('clerk', 'clerk2'), { maxLength: 1 }),
    parties: fc.uniqueArray(party, { ...few, minLength: 1 }).map((ids) =>
      ids.map((id, i) => ({
        id,
        role: i === 0 ? ('petitioner' as const) : ('respondent' as const),
        kind: 'person' as const,
        unitId: null,
      })),
    ),
    hops: fc.array(hop, few),
    firstUnitId: fc.option(unit),
    memo,
    mediation: drawnMediation,
    meeting: drawnMeeting,
    resolution: drawnResolution,
    urgent: drawnUrgent,
    leaderCase: drawnLeaderCase,
    jurisdiction: drawnJurisdiction,
    reception: drawnReception,
    records: drawnRecords,
    mainCaseId: fc.constantFrom('other', 'another'),
  })
  .map(({ mediation, meeting, resolution, urgent, leaderCase, jurisdiction, reception, records, ...drawn }): ChartContext => ({
    ...FIRST,
    ...drawn,
    memo: {
      ...drawn.memo,
      mediation,
      leaderCase,
      ...records,
      ...(meeting === undefined ? {} : { meeting }),
      ...(resolution === undefined ? {} : { resolution }),
      ...(urgent === undefined ? {} : { urgent }),
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      ...(reception === undefined ? {} : { reception }),
    },
  }));

function firstClock(): OpenDeadline {
  const [first] = Desk.open().snapshot.open;
  if (first === undefined) throw new Error('a new case has a clock');
  return first;
}
const CLOCK = firstClock();

/** Some rules' clocks, each in any state, none of them twice. */
const open: fc.Arbitrary<readonly OpenDeadline[]> = fc
  .uniqueArray(
    fc.record({
      // Each group by itself: the first and the last of a list are drawn oftener than what is between them.
      rule: fc.oneof(
        fc.constantFrom(...RULES),
        fc.constantFrom(...OTHER_RULES),
        fc.constantFrom(...MEDIATION_RULES),
        fc.constantFrom(...RECORD_RULES),
      ),
      dueDate: day,
      state: fc.constantFrom('armed' as const, 'paused' as const, 'fired' as const),
      extensionDays: fc.constantFrom(0, 30),
    }),
    { maxLength: RULES.length + OTHER_RULES.length + MEDIATION_RULES.length + RECORD_RULES.length, selector: (one) => one.rule },
  )
  .map((drawn) =>
    drawn.map((one, i): OpenDeadline => ({ ...CLOCK, ...one, id: `clock-${String(i)}`, dueAt: at(one.dueDate, '23:59:59') })),
  );

const payload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    unitId: unit,
    toUnitId: unit,
    dueDate: day,
    receivedOn: day,
    postedOn: day,
    requestedOn: day,
    date: day,
    from: instant,
    at: instant,
    days: fc.constantFrom(1, 30),
    consents: fc.uniqueArray(party, few),
    requestedBy: party,
    partyId: party,
    userId: user,
    userIdUnit: unit,
    outcome: fc.oneof(outcome, visit, fc.constant('unreached')),
    decision,
    target,
    value,
    source: fc.constantFrom('phone', 'paper'),
    result: fc.constantFrom('agreement', 'failed'),
    identical: fc.boolean(),
    reason: fc.constantFrom('hearing', 'no-concrete-claim', 'pending-elsewhere'),
    adopted: fc.constantFrom('full', 'no'),
    caseId: fc.constant('other'),
    priorCaseId: fc.constant('other'),
    intoCaseId: fc.constant('other'),
    resolutionId: fc.constantFrom('ruling', 'other'),
    refused: fc.boolean(),
    ...accusationPayload,
    class: fc.constantFrom(...CASE_CLASSES),
    route: fc.constantFrom(...ROUTES),
    categoryCode: fc.constantFrom('010903', '140302'),
    routing: fc.record({ leadUnitId: unit, assistUnitIds: fc.array(unit, few), excluded: fc.constant([]) }),
  },
  { requiredKeys: [] },
);

/** Every field of either, each as it would be alone. */
const anyPayload = fc.oneof(
  payload,
  fc.tuple(payload, mediationPayload).map(([first, second]) => ({ ...first, ...second })),
  fc.tuple(payload, meetingPayload, urgentPayload).map(([first, second, third]) => ({ ...first, ...second, ...third })),
  fc.tuple(payload, receptionPayload).map(([first, second]) => ({ ...first, ...second })),
  fc.tuple(payload, leaderPayload).map(([first, second]) => ({ ...first, ...second })),
  fc.tuple(payload, recordPayloads).map(([first, second]) => ({ ...first, ...second })),
);

const units = Object.fromEntries(
  [...UNITS, POLICE].flatMap((id) => {
    const known = ENV.directory.unit(id);
    return known === undefined ? [] : [[id, known] as const];
  }),
);
/** What commands that name no unit are given: the event doesn't hold any either, so that looking at one would be a mistake. */
const NO_UNITS: typeof units = new Proxy(
  {},
  {
    get: (_target, id) => {
      throw new Error(`looked at unit ${String(id)}`);
    },
  },
);
const documents = fc.constantFrom(...DRAWN_DOCUMENTS);

const namesUnits = (type: string): boolean => (COMMANDS[type]?.unitFields.length ?? 0) > 0;

export interface DrawnStep {
  readonly context: ChartContext;
  readonly step: Step;
}

const law: fc.Arbitrary<Law> = fc.constantFrom('430407', '330106', '370102', '310101').map((region) => ({
  conditions: conditionsFor(ENV.rulePacks, region, '2026-03-06'),
  longestExtension: region === '330106' ? 60 : 30,
  workingDayAt: (asked: string) => asked,
  ruleOf: (clock: Pick<OpenDeadline, 'rule' | 'rulePack'>) => ruleOf(ENV.rulePacks, clock.rulePack, clock.rule),
}));

/** Any step of one command in one state. */
export function stepsOf(type: string, state: string): fc.Arbitrary<DrawnStep> {
  return fc
    .record({ context, open, payload: anyPayload, by: person, today: day, cases: referenced, documents, law })
    .map(({ context: before, open: clocksOpen, today, law: ofPlace, ...drawn }) => ({
      context: before,
      step: {
        type,
        state,
        today,
        open: clocksOpen,
        law: ofPlace,
        command: { type, commandId: 'command', at: at(today), units: namesUnits(type) ? units : NO_UNITS, ...drawn },
      },
    }));
}
