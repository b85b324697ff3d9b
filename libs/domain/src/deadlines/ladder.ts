import type { CivilDate, Deadline, Instant } from '../case/deadline.ts';
import { epochDayAt, epochDayOf, instantAt } from '../calendar/civil-date.ts';
import type { EpochDay } from '../calendar/civil-date.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Rule, Rung, ScheduledRung } from '../rule-packs/rule.ts';
import { ByCalendarAndRule } from './by-calendar-and-rule.ts';

/** People are reminded and supervised at the start of a working day; only the law's midnight is midnight. */
const MORNING_HOUR = 9;

/**
 * When a rung of a ladder is climbed for a due day. An old ledger's limit may have passed long before the case came to us:
 * urging and supervision then count from the import (`ladderFrom`), so that the unit gets the ladder's own time to answer.
 *
 * @param pass when it is due, where that isn't the end of the day
 */
export function rungInstant(
  rung: ScheduledRung,
  due: EpochDay,
  calendar: Calendar,
  ladderFrom: Instant | null = null,
  pass: Instant = instantAt(due + 1, 0),
): Instant {
  if (rung.step === 'pass') return pass;
  if (rung.step === 'remind') return instantAt(calendar.workingDayFrom(due, -rung.workingDaysBefore), MORNING_HOUR);
  const late = ladderFrom !== null && ladderFrom > pass;
  if (rung.workingDaysAfter === 0) return late ? ladderFrom : pass;
  return instantAt(calendar.workingDayFrom(late ? epochDayAt(ladderFrom) : due, rung.workingDaysAfter), MORNING_HOUR);
}

export type NextRung = Pick<Deadline, 'nextStep' | 'nextAt'>;

/** A ladder that will not be climbed on. */
export const NO_RUNG: NextRung = { nextStep: null, nextAt: null };

export interface LadderPosition {
  readonly rule: Rule;
  readonly calendar: Calendar;
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
  /** The index of the rung climbed last; -1 at the foot. */
  readonly climbed: number;
  readonly at: Instant;
  readonly ladderFrom: Instant | null;
}

/** Escalations wait for a reply, not for a date. */
const isScheduled = (rung: Rung): rung is ScheduledRung => rung.step !== 'escalate';

const INSTANTS = new ByCalendarAndRule<Rule, readonly Instant[]>();

/** The instants of all rungs that follow from the due date (escalations stand behind them), for a due date that no import moved the ladder of. */
function rungInstants(rule: Rule, dueDate: CivilDate, calendar: Calendar): readonly Instant[] {
  return INSTANTS.get(calendar, rule, dueDate, () => {
    const due = epochDayOf(dueDate);
    return rule.ladder.filter(isScheduled).map((rung) => rungInstant(rung, due, calendar));
  });
}

/**
 * The next rung to climb. A reminder that lies in the past is left out: nobody is reminded after the fact. `pass` never is:
 * that a limit passed is a fact, not a courtesy. An escalation follows from a reply clock alone: it is never next by itself.
 */
export function nextRung({ rule, calendar, dueDate, dueAt, climbed, at, ladderFrom }: LadderPosition): NextRung {
  const instants = ladderFrom === null && rule.unit !== 'minute' ? rungInstants(rule, dueDate, calendar) : null;
  for (let step = climbed + 1; step < rule.ladder.length; step++) {
    const rung = rule.ladder[step];
    if (rung === undefined || !isScheduled(rung)) break;
    const nextAt = instants?.[step] ?? rungInstant(rung, epochDayOf(dueDate), calendar, ladderFrom, dueAt);
    if (rung.step === 'remind' && nextAt <= at) continue;
    if (rung.step === 'remind' && ladderFrom !== null && nextAt < ladderFrom) continue;
    return { nextStep: step, nextAt };
  }
  return NO_RUNG;
}
