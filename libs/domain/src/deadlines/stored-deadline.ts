import type { Deadline, OpenDeadline } from '../case/deadline.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { UnknownLaw } from '../law/unknown-law.ts';
import { ruleOf } from '../rule-packs/find-rule.ts';
import type { Rule } from '../rule-packs/rule.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import type { DerivationInput } from './counting.ts';

/** The calendar a stored deadline was derived with. */
export function calendarOf(deadline: Pick<Deadline, 'calendarVersion'>, env: DeadlineEnv): Calendar {
  const calendar = env.calendars.version(deadline.calendarVersion);
  if (calendar === undefined) throw new UnknownLaw(`calendar ${deadline.calendarVersion}`);
  return calendar;
}

type Inputs = Pick<Deadline, 'rule' | 'rulePack' | 'calendarVersion' | 'triggerAt' | 'extensionDays' | 'pauses' | 'fixedDate'>;

/** What a stored deadline was counted by and with: its own rule pack and calendar, never today's. */
export function inputOf(deadline: Inputs, env: DeadlineEnv): DerivationInput & { readonly rule: Rule } {
  return {
    rule: ruleOf(env.rulePacks, deadline.rulePack, deadline.rule),
    calendar: calendarOf(deadline, env),
    triggerAt: deadline.triggerAt,
    extensionDays: deadline.extensionDays,
    pauses: deadline.pauses,
    fixedDate: deadline.fixedDate,
  };
}

/** Armed, paused, or fired and not yet done. */
export function isOpen(deadline: Deadline): deadline is OpenDeadline {
  return deadline.state === 'armed' || deadline.state === 'paused' || (deadline.state === 'fired' && deadline.doneAt === null);
}

/** Fired and not done. */
export function isOverdue(deadline: Deadline): boolean {
  return deadline.state === 'fired' && deadline.doneAt === null;
}
