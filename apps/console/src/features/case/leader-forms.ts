import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };
const leader: FieldSpec = { name: 'leaderId', kind: 'leader' };

/** What the commands of a leader's responsibility ask for; people are chosen from the registers. */
export const LEADER_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  TAKE_CHARGE: [{ name: 'note', kind: 'prose', optional: true }],
  RECORD_DUTY: [
    { name: 'duty', kind: 'word', vocabulary: 'duty' },
    { name: 'note', kind: 'prose' },
  ],
  REPORT_PROGRESS: [{ name: 'report', kind: 'prose' }],
  CHANGE_LEADER: [leader, reason],
  CHANGE_CASE_HANDLER: [{ name: 'userId', kind: 'person' }, reason],
  REGRADE: [{ name: 'grade', kind: 'word', vocabulary: 'grade' }, { ...leader, optional: true }, reason],
  SEAT_TEAM_LEAD: [{ name: 'level', kind: 'word', vocabulary: 'teamLevel' }, leader, { ...reason, optional: true }],
  CONCLUDE_LEADER_CASE: [
    { name: 'result', kind: 'word', vocabulary: 'leaderResult' },
    { name: 'summary', kind: 'prose' },
  ],
  RELEASE_LEADER: [reason],
  NAME_LEADER: [{ name: 'grade', kind: 'word', vocabulary: 'grade' }, leader, { name: 'dueDate', kind: 'date' }, reason],
};
