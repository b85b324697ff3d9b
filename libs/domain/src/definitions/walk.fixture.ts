import {
  CITY,
  CLERK,
  CLERK2,
  COMMITTEE,
  ENV,
  HANDLER,
  HEAD,
  HOUSING,
  LEADER,
  mintId,
  person,
  PETITIONER,
  PROVINCE,
  SUPERVISOR,
} from '../decide/case.fixture.ts';
import { namedUnits } from '../decide/named.ts';
import type { CaseCommand } from '../case/command.ts';
import { chartContext } from '../case/memo.ts';
import type { Instant } from '../case/deadline.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import { civilDateOf } from '../calendar/index.ts';
import { isRecordProcedure, RECORD_CLASS } from '../case/vocabulary.ts';
import { COMMANDS } from './commands.ts';
import { MEASURES, OTHER_PLACE, PRIOR_CASE, RULING, SECOND_CASE } from './first-cases.fixture.ts';
import { officePayloads } from './office-walk.fixture.ts';
import { recordPayloads, satisfied } from './walk-records.fixture.ts';
import type { ProcedureDefinition } from './definition.ts';
import { leaderPayloads } from './leader-payloads.fixture.ts';
import { mediationPayloads, MEDIATORS } from './mediation-payloads.fixture.ts';

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
  person('handler', 'education.430407'),
  person('handler', 'petition-office.430407'),
  person('handler', 'public-security.430407'),
];
const PRIOR: CaseSnapshot = {
  ...PRIOR_CASE.snapshot,
  context: { ...PRIOR_CASE.context, firstUnitId: HOUSING, memo: { finalReached: true } },
};
const LEADERS: readonly Actor[] = [SUPERVISOR, LEADER];

const SATISFIED = satisfied(PRIOR_CASE.snapshot);

/** One sensible payload, or several, for every command. */
function payloadsOf(
  type: string,
  today: string,
  now: Instant,
  caseClass: string,
  procedure: string,
): readonly Readonly<Record<string, unknown>>[] {
  const priorId = PRIOR_CASE.context.caseId;
  const targets =
    caseClass === 'ACCUSATION' ? ['discipline.430407'] : procedure === 'mediation' ? [COMMITTEE, OTHER_PLACE] : [HOUSING, OTHER_PLACE];
  const known: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
    FORWARD: targets.map((unitId) => ({ unitId })),
    ASSIGN: ['2026-03-10', '2026-12-01'].map((dueDate) => ({ unitId: HOUSING, dueDate })),
    REFUSE: [{ reason: 'no-concrete-claim' }],
    NO_LONGER_ACCEPT: [{ priorCaseId: priorId }],
    EXTEND: [{ days: 30 }, { days: 10 }],
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
    OPEN_WINDOW: [{ legalProcedure: 'labour-arbitration', knewOn: today }],
    RECORD_LODGING: [{ legalProcedure: 'labour-arbitration', lodgedOn: today }],
    RECORD_FILING: [{ legalProcedure: 'labour-arbitration', acceptedOn: today }],
    RECORD_EXTENSION: [{ days: 15 }],
    DISPATCH: [{ unitId: HOUSING }, { unitId: OTHER_PLACE }, { unitId: HOUSING, designated: true }],
    REPLY_ORDER: [{ result: 'solved' }],
    CALL_BACK: [{ outcome: 'explained', value: 'dissatisfied', target: 'unit' }, { outcome: 'unreached' }],
    RECORD_RANK: [{ accusedRank: 'township' }],
    TELL_ORGANISATION: [{ unitId: 'organisation.430407', serious: true }],
    KEEP_TOLD_RECEIPT: [{ receiptNo: 'A1', receivedOn: today }],
    HAND_ON: [{ unitId: 'public-security.430407' }],
    RECORD_ACCOUNTABILITY: [{ accountability: 'reminder' }, { accountability: 'case-filed' }],
    HAND_OVER: [{ platform: '110' }],
    RECORD_RECEIPT: [{ receiptNo: 'A1' }],
    GIVE_RECEIPT: [{ receiptNo: 'B1' }],
    ...mediationPayloads(today, now),
    ...officePayloads(today),
    ...leaderPayloads(),
    ...recordPayloads(SATISFIED.context.caseId, MEASURES),
  };
  return known[type] ?? [{}];
}

export interface Place {
  readonly snapshot: CaseSnapshot;
  readonly now: Instant;
}

/** What tells two places apart for what may happen next; ids and dates don't. */
export function keyOf({ snapshot: { state, context } }: Place): string {
  const { memo, hops, holderUnitId, firstUnitId } = context;
  const { card, jurisdiction, leaderCase, mediation, meeting, reception, rectification, suggestionLetter, urgent } =
    chartContext(context).memo;
  const {
    proposal,
    interrupted,
    mediating,
    decision,
    suspendedFrom,
    visits,
    ratings,
    redone,
    concludedFrom,
    assignment,
    recorded,
    round,
    designated,
    returns,
    firstReceiver,
    inbound,
    calls,
    filed,
    window,
    lodged,
    accusedRank,
    organisationTold,
    organisationSigned,
    accountability,
  } = memo as Readonly<Record<string, { readonly from?: string; readonly reported?: boolean } | undefined>>;
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
    designated,
    returns,
    firstReceiver,
    inbound,
    calls,
    filed,
    window,
    lodged,
    jurisdiction?.positions.map(({ unitId }) => unitId).sort(),
    card && [
      card.items.map((one) => [one.evidenceId !== undefined, one.signedOff]),
      card.answeredOn !== undefined,
      card.warnedOn !== undefined,
      card.listed !== undefined,
      card.delistedOn !== undefined,
      card.changed,
    ],
    suggestionLetter && [suggestionLetter.adopted, suggestionLetter.done],
    rectification && [rectification.sentBack > 0],
    meeting && [meeting.agenda.length, meeting.members.length],
    reception && [reception.day?.on, reception.booked.length, reception.opened.length],
    urgent && [
      urgent.reports.map(({ to, receivedAt }) => [to, receivedAt !== undefined]),
      urgent.calls.map((one) => one.receivedAt !== undefined),
    ],
    leaderCase && [
      leaderCase.grade,
      leaderCase.leader.leaderId,
      new Set(leaderCase.duties.map(({ duty }) => duty)).size,
      leaderCase.leads.length,
    ],
    accusedRank,
    organisationTold,
    organisationSigned,
    accountability,
    mediation && [
      mediation.kind,
      mediation.consents.length,
      mediation.mediators.length,
      mediation.team.length,
      mediation.signedAt !== undefined,
      mediation.appraisalFrom !== null,
      mediation.recordedOn !== undefined,
      mediation.receiptOwed?.to,
      mediation.confirmation,
    ],
  ]);
}

/** Whom one procedure meets besides. */
const MORE_PEOPLE: Readonly<Partial<Record<string, readonly Actor[]>>> = {
  mediation: MEDIATORS,
  'leader-case': LEADERS,
  'reception-day': LEADERS,
  supervision: LEADERS,
  'suggestion-letter': LEADERS,
  rectification: LEADERS,
};

/** Every command that somebody may try in a place, sensible payloads only, and the passing of windows that the chart knows. */
export function commandsAt(place: Place, definition: ProcedureDefinition): readonly CaseCommand[] {
  const { snapshot, now } = place;
  const today = civilDateOf(now);
  const types = definition.commands.filter((type) => definition.ways.get(snapshot.state)?.has(type) === true);
  const asked = types.flatMap((type) =>
    payloadsOf(type, today, now, snapshot.context.class, snapshot.procedure).flatMap((payload) =>
      [...PEOPLE, ...(MORE_PEOPLE[snapshot.procedure] ?? [])].map((by) => ({ type, payload, by })),
    ),
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
      documents: (snapshot.procedure === 'mediation' || isRecordProcedure(snapshot.procedure) ? (COMMANDS[type]?.texts ?? []) : []).map(
        (field, n) => ({
          id: `document-${String(n)}`,
          field,
          digest: 'x',
        }),
      ),
      units,
      cases: {
        [PRIOR_CASE.context.caseId]: {
          id: PRIOR_CASE.context.caseId,
          snapshot: isRecordProcedure(snapshot.procedure)
            ? SATISFIED
            : {
                ...PRIOR,
                context: { ...PRIOR.context, class: snapshot.context.class === RECORD_CLASS ? 'CLAIM' : snapshot.context.class },
              },
        },
        ...(snapshot.procedure === 'jurisdiction'
          ? { [RULING.context.caseId]: { id: RULING.context.caseId, snapshot: RULING.snapshot } }
          : {}),
        ...(snapshot.procedure === 'supervision'
          ? Object.fromEntries(MEASURES.map(({ context: { caseId: id }, snapshot: resolution }) => [id, { id, snapshot: resolution }]))
          : {}),
        ...(snapshot.procedure === 'joint-meeting'
          ? { [SECOND_CASE.context.caseId]: { id: SECOND_CASE.context.caseId, snapshot: SECOND_CASE.snapshot } }
          : {}),
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

/** The rows of a procedure's table, as people read them. */
export function rowsOf(definition: ProcedureDefinition): readonly string[] {
  return definition.transitions.map((row) => `${row.from} –${row.command}→ ${row.to}`);
}
