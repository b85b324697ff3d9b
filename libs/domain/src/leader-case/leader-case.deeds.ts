import { addresseesOf } from '../access/people.ts';
import type { CivilDate, Instant } from '../case/deadline.ts';
import type { LeaderCaseRecord } from '../case/leader-case.ts';
import { CASE_GRADES, LEADER_DUTIES, LEADER_RESULTS, TEAM_LEVELS } from '../case/leader-case.ts';
import { oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify, superseded } from '../chart/effect.ts';
import { led } from './leader-case.facts.ts';
import { handlerIn, leaderIn, recordOf, remembered, toldLeader } from './record.ts';

/** The leader has to come; where he has no office, the centre sees to it. */
function takesCharge({ leader }: LeaderCaseRecord, centreUnitId: string, at: Instant): Effect {
  const unitId = leader.unitId ?? centreUnitId;
  return deadline({ kind: 'start', rule: 'LEAD-TAKE', triggerAt: at, owner: { role: 'leader', unitId } });
}

function reportDue({ handler }: LeaderCaseRecord, at: Instant): Effect {
  return deadline({ kind: 'start', rule: 'LEAD-REPORT', triggerAt: at, owner: { role: 'handler', unitId: handler.unitId } });
}

function termSet({ handler }: LeaderCaseRecord, at: Instant, dueDate: CivilDate): Effect {
  const owner = { role: 'handler' as const, unitId: handler.unitId };
  return deadline({ kind: 'start', rule: 'LEAD-TERM', triggerAt: at, fixedDate: dueDate, owner });
}

/** The clocks of a responsibility that begins: the leader comes, the handler reports, the matter is resolved by the date set. */
export function firstClocks(record: LeaderCaseRecord, centreUnitId: string, at: Instant): readonly Effect[] {
  return [takesCharge(record, centreUnitId, at), reportDue(record, at), termSet(record, at, record.dueDate)];
}

/** Written down by the centre for a leader without an account. */
const onBehalf = (record: LeaderCaseRecord, userId: string | null): { readonly onBehalf?: true } =>
  record.leader.userId === userId ? {} : { onBehalf: true };

export const takeCharge: Deed = (context, { command }) => {
  const record = recordOf(context);
  const { handler, leader } = record;
  return {
    effects: [
      led('leader.in-charge', { leaderId: leader.leaderId, ...onBehalf(record, command.by.userId) }),
      ...met('LEAD-TAKE'),
      notify('leader.in-charge', handler.unitId, addresseesOf(context, handler.unitId)),
    ],
  };
};

/** Why stands among the papers: `reason` is free text. */
export const changeLeader: Deed = (context, { command }) => {
  const before = recordOf(context);
  const leader = leaderIn(command.payload['leader']) ?? before.leader;
  return {
    memo: remembered(context, { leader }),
    effects: [
      led('leader.changed', { from: before.leader.leaderId, rank: leader.rank, to: leader.leaderId }),
      ...superseded('LEAD-TAKE'),
      takesCharge({ ...before, leader }, context.centreUnitId, command.at),
      ...toldLeader('leader.named', leader),
      ...toldLeader('leader.replaced', before.leader),
    ],
  };
};

/** The clocks of the unit that had it go on with the new one's, from the same day and to the same date. */
export const changeHandler: Deed = (context, { command, today }) => {
  const before = recordOf(context);
  const handler = handlerIn(command.payload['handler']) ?? before.handler;
  const record = { ...before, handler };
  const moved = handler.unitId !== before.handler.unitId;
  return {
    ...(moved ? { context: { holderUnitId: handler.unitId, earlierHolders: [...context.earlierHolders, before.handler.unitId] } } : {}),
    memo: remembered(context, { handler }),
    effects: [
      led('case-handler.changed', { from: before.handler.userId, to: handler.userId, unitId: handler.unitId }),
      ...(moved
        ? [
            ...superseded('LEAD-REPORT', 'LEAD-TERM'),
            reportDue(record, command.at),
            // A date that is past already stays what it was: the new one can't be late with it from the first day.
            ...(record.dueDate > today ? [termSet(record, command.at, record.dueDate)] : []),
          ]
        : []),
      notify('case-handler.named', handler.unitId, addresseesOf(context, handler.unitId)),
    ],
  };
};

/** Another grade may need another leader, who then has to come. */
export const regrade: Deed = (context, { command }) => {
  const before = recordOf(context);
  const grade = oneOf(command, 'grade', CASE_GRADES) ?? before.grade;
  const leader = leaderIn(command.payload['leader']) ?? before.leader;
  const another = leader.leaderId !== before.leader.leaderId;
  return {
    memo: remembered(context, { grade, leader }),
    effects: [
      led('grade.changed', { from: before.grade, leaderId: leader.leaderId, rank: leader.rank, to: grade }),
      ...(another
        ? [
            ...superseded('LEAD-TAKE'),
            takesCharge({ ...before, leader }, context.centreUnitId, command.at),
            ...toldLeader('leader.named', leader),
            ...toldLeader('leader.replaced', before.leader),
          ]
        : []),
    ],
  };
};

export const seatTeamLead: Deed = (context, { command }) => {
  const level = oneOf(command, 'level', TEAM_LEVELS);
  const leader = leaderIn(command.payload['leader']);
  const { leads } = recordOf(context);
  if (level === null || leader === null) return { effects: [] };
  const before = leads.find((one) => one.level === level);
  return {
    memo: remembered(context, { leads: [...leads.filter((one) => one.level !== level), { level, leader }] }),
    effects: [
      led('team-lead.seated', { ...(before === undefined ? {} : { from: before.leader.leaderId }), leaderId: leader.leaderId, level }),
      ...toldLeader('team-lead.seated', leader),
    ],
  };
};

export const recordDuty: Deed = (context, { command, today }) => {
  const duty = oneOf(command, 'duty', LEADER_DUTIES) ?? 'know-facts';
  const record = recordOf(context);
  const { userId } = command.by;
  const own = userId === record.handler.userId;
  return {
    memo: remembered(context, { duties: [...record.duties, { duty, on: today, by: userId }] }),
    effects: [led('duty.recorded', { duty, ...(own ? {} : onBehalf(record, userId)) })],
  };
};

/** Each report starts the clock of the next one. */
export const reportProgress: Deed = (context, { command }) => {
  const record = recordOf(context);
  const report = record.reports + 1;
  return {
    memo: remembered(context, { reports: report }),
    effects: [
      led('progress.reported', { report }),
      ...met('LEAD-REPORT'),
      reportDue(record, command.at),
      ...toldLeader('progress.reported', record.leader),
      notify('progress.reported', context.centreUnitId, ['supervisor']),
    ],
  };
};

export const conclude: Deed = (context, { command }) => {
  const { duties, reports } = recordOf(context);
  const result = oneOf(command, 'result', LEADER_RESULTS) ?? 'explained';
  return {
    memo: remembered(context, { result }),
    effects: [
      led('leader-case.concluded', { duties: duties.length, reports, result }),
      ...met('LEAD-TAKE', 'LEAD-REPORT', 'LEAD-TERM'),
      notify('leader-case.concluded', context.centreUnitId, ['supervisor', 'leader']),
    ],
  };
};

export const release: Deed = (context) => {
  const { leader } = recordOf(context);
  return {
    effects: [
      led('leader-case.released', { leaderId: leader.leaderId }),
      ...cancelled('LEAD-TAKE', 'LEAD-REPORT', 'LEAD-TERM'),
      ...toldLeader('leader.replaced', leader),
    ],
  };
};

/** It has come back: the same case, a leader of the day, every duty anew. */
export const nameAgain: Deed = (context, { command }) => {
  const { result: _, ...before } = recordOf(context);
  const leader = leaderIn(command.payload['leader']) ?? before.leader;
  const grade = oneOf(command, 'grade', CASE_GRADES) ?? before.grade;
  const dueDate = textOf(command, 'dueDate') ?? before.dueDate;
  const record: LeaderCaseRecord = { ...before, grade, leader, dueDate, duties: [] };
  return {
    memo: { leaderCase: record },
    effects: [
      led('leader.named-again', { dueDate, grade, leaderId: leader.leaderId, rank: leader.rank }),
      ...firstClocks(record, context.centreUnitId, command.at),
      ...toldLeader('leader.named', leader),
    ],
  };
};
