import type { CivilDate, Deadline, Instant, OpenDeadline } from '../case/deadline.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { deriveDueDate } from './derive.ts';
import { NO_RUNG, nextRung } from './ladder.ts';
import type { NextRung } from './ladder.ts';
import { inputOf } from './stored-deadline.ts';

/** A due date that a new calendar moved. */
export interface MovedDeadline {
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface Rederived {
  /** Rows to write, versions grown. A row that the new calendar leaves as it is is not among them. */
  readonly rows: readonly Deadline[];
  readonly open: readonly OpenDeadline[];
  readonly moved: readonly MovedDeadline[];
}

/**
 * Derives the open deadlines of a case anew with another calendar version: a late official notice. Ended deadlines never
 * change (they aren't open), and a fired one stays where it is: that it passed is a fact.
 *
 * @param at legal time; reminders before it aren't repeated.
 */
export function rederive(open: readonly OpenDeadline[], calendar: Calendar, at: Instant, env: DeadlineEnv): Rederived {
  const rows: Deadline[] = [];
  const moved: MovedDeadline[] = [];
  const after = open.map((row): OpenDeadline => {
    if (row.state === 'fired' || row.calendarVersion === calendar.version) return row;
    const input = inputOf(row, env);
    const old = deriveDueDate(input);
    const { dueDate, dueAt, digest, provisional } = deriveDueDate({ ...input, calendar });
    // A rung that is due already and only waits for the sweep is climbed as it stands.
    const waiting = dueDate === row.dueDate && row.nextAt !== null && row.nextAt <= at;
    const next: NextRung = waiting
      ? { nextStep: row.nextStep, nextAt: row.nextAt }
      : row.state === 'paused'
        ? NO_RUNG
        : nextRung({ rule: input.rule, calendar, dueDate, dueAt, climbed: -1, at, ladderFrom: row.ladderFrom });
    if (digest === row.digest && provisional === old.provisional && next.nextAt === row.nextAt) return row;
    if (dueDate !== row.dueDate) moved.push({ deadlineId: row.id, from: row.dueDate, rule: row.rule, to: dueDate });
    const changed: OpenDeadline = { ...row, calendarVersion: calendar.version, dueDate, dueAt, digest, ...next, version: row.version + 1 };
    rows.push(changed);
    return changed;
  });
  return { rows, open: after, moved };
}
