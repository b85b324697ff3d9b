import type { Deadline, Instant } from '../case/deadline.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { epochDayAt, epochDayOf } from '../calendar/civil-date.ts';

/** Counted to the due date: 0 on the last day, negative after it. */
export interface Remaining {
  readonly days: number;
  readonly workingDays: number;
}

/**
 * What is left of a deadline. It stands still from the day of a pause on, and from the day it was done.
 *
 * @param calendar the version the deadline was derived with.
 */
export function remaining(
  deadline: Pick<Deadline, 'state' | 'dueDate' | 'pauses' | 'doneAt'>,
  now: Instant,
  calendar: Calendar,
): Remaining {
  const due = epochDayOf(deadline.dueDate);
  let today = epochDayAt(deadline.doneAt ?? now);
  const pause = deadline.state === 'paused' ? deadline.pauses.find((one) => one.to === null) : undefined;
  if (pause !== undefined) today = Math.min(today, epochDayOf(pause.from));
  return { days: due - today, workingDays: calendar.workingDaysBetween(today, due) };
}
