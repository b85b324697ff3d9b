import { z } from 'zod';
import { CASE_GRADES, LEADER_CASE_KINDS, LEADER_DUTIES, LEADER_RESULTS, TEAM_LEVELS } from '#libs/domain';
import { civilDate, text, uuid } from '../values.ts';

const prose = text(20_000);
const grade = z.enum(CASE_GRADES);

/** What the commands of a leader's responsibility carry; a reason is kept for every change. */
export const LEADER_PAYLOADS = {
  TAKE_CHARGE: z.strictObject({ note: prose.optional() }),
  RECORD_DUTY: z.strictObject({ duty: z.enum(LEADER_DUTIES), note: prose }),
  REPORT_PROGRESS: z.strictObject({ report: prose }),
  CHANGE_LEADER: z.strictObject({ leaderId: uuid, reason: prose }),
  CHANGE_CASE_HANDLER: z.strictObject({ userId: uuid, reason: prose }),
  REGRADE: z.strictObject({ grade, leaderId: uuid.optional(), reason: prose }),
  SEAT_TEAM_LEAD: z.strictObject({ level: z.enum(TEAM_LEVELS), leaderId: uuid, reason: prose.optional() }),
  CONCLUDE_LEADER_CASE: z.strictObject({ result: z.enum(LEADER_RESULTS), summary: prose }),
  RELEASE_LEADER: z.strictObject({ reason: prose }),
  NAME_LEADER: z.strictObject({ leaderId: uuid, grade, dueDate: civilDate, reason: prose }),
} as const satisfies Record<string, z.ZodType>;

/** What naming a leader asks for. */
export const leaderCaseBody = z.strictObject({
  procedure: z.literal('leader-case'),
  kind: z.enum(LEADER_CASE_KINDS),
  grade,
  leaderId: uuid,
  handlerId: uuid,
  dueDate: civilDate,
  reason: prose,
});
