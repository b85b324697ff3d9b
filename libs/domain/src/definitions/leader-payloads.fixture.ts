import { HEAD, HOUSING } from '../decide/case.fixture.ts';
import { DEPUTY, LEADS, OTHER_PRINCIPAL } from '../leader-case/leader-case.fixture.ts';

/** The payloads of a leader's responsibility; whoever is named stands in them as the register has him. */
export function leaderPayloads(): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const another = { leader: OTHER_PRINCIPAL };
  return {
    CHANGE_LEADER: [another],
    CHANGE_CASE_HANDLER: [{ handler: { userId: HEAD.userId, unitId: HOUSING }, reachedUnitIds: [HOUSING] }],
    REGRADE: [
      { grade: 'ordinary', leader: DEPUTY },
      { grade: 'major', ...another },
      { grade: 'minor', leader: { ...DEPUTY, rank: 'department' } },
    ],
    SEAT_TEAM_LEAD: LEADS.map((leader) => ({ level: leader.level, leader })),
    RECORD_DUTY: ['know-facts', 'act-lawfully', 'explain', 'reply'].map((duty) => ({ duty })),
    CONCLUDE_LEADER_CASE: [{ result: 'explained' }],
    NAME_LEADER: [{ ...another, grade: 'major', dueDate: '2026-12-01' }],
  };
}
