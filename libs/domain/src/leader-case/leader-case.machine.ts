import { machineOf, stay, to, toIf } from '../chart/chart.ts';
import type { Branch } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './leader-case.deeds.ts';
import * as rules from './leader-case.rules.ts';
import { leaderIn, recordOf } from './record.ts';

/** Whoever comes new has to take charge himself. */
const anotherLeads: Branch = {
  name: 'another-leads',
  text: { zh: '同时更换包案领导', en: 'another leader is named with it' },
  holds: (context, { command }) => {
    const leader = leaderIn(command.payload['leader']);
    return leader !== null && leader.leaderId !== recordOf(context).leader.leaderId;
  },
};

const named = {
  CHANGE_LEADER: to('registered', deeds.changeLeader, rules.anotherLeader, rules.fittingLeader),
  CHANGE_CASE_HANDLER: stay(deeds.changeHandler, rules.handlerOfReachedUnit),
  SEAT_TEAM_LEAD: stay(deeds.seatTeamLead, rules.backlogTeam, rules.seatOrReason),
  REPORT_PROGRESS: stay(deeds.reportProgress),
  RELEASE_LEADER: to('released', deeds.release),
  ...supervisable,
};
const again = { NAME_LEADER: to('registered', deeds.nameAgain, rules.termAhead, rules.fittingLeader) };

/**
 * 领导包案 (Art 18(2)): one leader whose rank fits the grade of the case, one handler, their duties, reports, and a date. A record of its
 * own beside the case, whose clocks run on by themselves.
 */
export const leaderCaseMachine = machineOf({
  id: 'leader-case@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...named,
        REGRADE: stay(deeds.regrade, rules.gradeChanges, rules.fittingLeader),
        TAKE_CHARGE: to('leading', deeds.takeCharge),
      },
    },
    leading: {
      on: {
        ...named,
        REGRADE: [
          toIf(anotherLeads, 'registered', deeds.regrade, rules.gradeChanges, rules.fittingLeader),
          stay(deeds.regrade, rules.gradeChanges, rules.fittingLeader),
        ],
        RECORD_DUTY: stay(deeds.recordDuty, rules.dutyInOrder),
        CONCLUDE_LEADER_CASE: to('concluded', deeds.conclude, rules.teamComplete, rules.dutiesDone),
      },
    },
    concluded: { on: { ...again, ARCHIVE: to('archived', archive) } },
    released: { on: { ...again, ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
