import type { Instant } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import type { ReplyClock } from '../case/supervision.ts';
import { civilDateOf } from '../calendar/civil-date.ts';
import { findRule } from '../rule-packs/find-rule.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { derive, deriveDueDate } from './derive.ts';
import type { DerivationEntry } from './derive.ts';
import { remaining } from './remaining.ts';
import type { Remaining } from './remaining.ts';
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

/** A reply clock as clients see it, explained day by day. */
export interface PresentedReplyClock extends ReplyClock {
  readonly title: BilingualText;
  /** The article, Chinese; `basisEn` English. */
  readonly basis: string;
  readonly basisEn: string;
  readonly localDefault: boolean;
  readonly provisional: boolean;
  /** Stands still once replied. */
  readonly remaining: Remaining;
  readonly derivation: readonly DerivationEntry[];
}

/** @throws RangeError when its rule pack or calendar version is gone: those in use are never removed. */
export function presentReplyClock(clock: ReplyClock, repliedAt: Instant | null, now: Instant, env: DeadlineEnv): PresentedReplyClock {
  const input = inputOf({ ...clock, ...PLAIN }, env);
  const { derivation, provisional } = derive(input);
  const { title, basis, localDefault } = input.rule;
  const stored = { state: 'armed', dueDate: clock.dueDate, pauses: [], doneAt: repliedAt } as const;
  return {
    ...clock,
    title,
    basis: basis.zh,
    basisEn: basis.en,
    localDefault,
    provisional,
    remaining: remaining(stored, now, input.calendar),
    derivation,
  };
}
