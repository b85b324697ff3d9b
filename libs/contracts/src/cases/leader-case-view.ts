import { z } from 'zod';
import { CASE_GRADES, LEADER_CASE_KINDS, LEADER_DUTIES, LEADER_RANKS, LEADER_RESULTS, TEAM_LEVELS, UNIT_LEVELS } from '#libs/domain';

export const namedLeader = z.object({
  leaderId: z.string(),
  name: z.string(),
  rank: z.enum(LEADER_RANKS),
  level: z.enum(UNIT_LEVELS),
  division: z.string(),
});
const duties = z.array(z.enum(LEADER_DUTIES)).readonly();
/** How a leader's responsibility stands: who, by when, what was done and what is left. */
export const leaderCaseView = z.object({
  kind: z.enum(LEADER_CASE_KINDS),
  grade: z.enum(CASE_GRADES),
  leader: namedLeader,
  handler: z.object({ userId: z.string(), unitId: z.string(), name: z.string() }),
  duties: z.array(z.object({ duty: z.enum(LEADER_DUTIES), on: z.string() })).readonly(),
  left: z.object({ solved: duties, explained: duties }),
  reports: z.int(),
  leads: z.array(z.object({ level: z.enum(TEAM_LEVELS), leader: namedLeader })).readonly(),
  dueDate: z.string(),
  result: z.enum(LEADER_RESULTS).optional(),
});

/** The closed case that a matter comes back from, within the days that the rule pack sets: shown, never scored. */
export const refiled = z.object({ caseId: z.string(), caseNo: z.string(), closedOn: z.string(), withinDays: z.int() });
