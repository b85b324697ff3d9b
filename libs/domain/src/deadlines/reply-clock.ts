import type { Deadline, Instant } from '../case/deadline.ts';
import type { ReplyClock, Supervision } from '../case/supervision.ts';
import { civilDateOf } from '../calendar/civil-date.ts';
import { findRule } from '../rule-packs/find-rule.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { deriveDueDate } from './derive.ts';
import { NO_RUNG } from './ladder.ts';
import { presentDeadline } from './present.ts';
import type { PresentedDeadline } from './present.ts';
import { inputOf } from './stored-deadline.ts';

const PLAIN = { extensionDays: 0, pauses: [], fixedDate: null } as const;

/**
 * The reply clock of a supervision that begins at an instant, under the law of that day; null where it knows none.
 *
 * @param region division code of the case: chooses rule pack and calendar.
 */
export function startReplyClock(ruleId: string, triggerAt: Instant, region: string, env: DeadlineEnv): ReplyClock | null {
  const found = findRule(env.rulePacks, region, civilDateOf(triggerAt), ruleId);
  if (found === undefined) return null;
  const calendar = env.calendars.current(region);
  const { dueDate, dueAt } = deriveDueDate({ rule: found.rule, calendar, triggerAt, ...PLAIN });
  return { rule: ruleId, rulePack: found.pack.id, calendarVersion: calendar.version, triggerAt, dueDate, dueAt };
}

/**
 * A reply clock as clients see any clock, explained day by day: `armed` while the reply is awaited, `met` or `fired` afterwards.
 * Null where none runs.
 *
 * @throws RangeError when its rule pack or calendar version is gone: those in use are never removed.
 */
export function presentReplyClock(supervision: Supervision, now: Instant, env: DeadlineEnv): PresentedDeadline | null {
  const { deadlineId, reply, repliedAt, unitId } = supervision;
  if (reply === null) return null;
  const passed = (repliedAt ?? now) >= reply.dueAt;
  const { digest } = deriveDueDate(inputOf({ ...reply, ...PLAIN }, env));
  const clock: Deadline = {
    ...reply,
    ...PLAIN,
    ...NO_RUNG,
    id: deadlineId,
    state: passed ? 'fired' : repliedAt === undefined ? 'armed' : 'met',
    digest,
    owner: { role: 'handler', unitId },
    version: 1,
    ladderFrom: null,
    firedAt: passed ? reply.dueAt : null,
    doneAt: repliedAt ?? null,
  };
  return presentDeadline(clock, now, env);
}
