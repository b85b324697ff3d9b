import type { CivilDate, Instant, Pause } from '../case/deadline.ts';
import { addMonthsToDay, epochDayAt, epochDayOf } from '../calendar/civil-date.ts';
import type { EpochDay } from '../calendar/civil-date.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Rule } from '../rule-packs/rule.ts';

/** What a day is in a derivation. The order is part of every stored digest: append, never reorder. */
export const DERIVATION_KINDS = ['start', 'counted', 'weekend', 'holiday', 'make-up-workday', 'paused', 'extended', 'rolled'] as const;
export type DerivationKind = (typeof DERIVATION_KINDS)[number];

/** Everything a due date depends on. */
export interface DerivationInput {
  readonly rule: Pick<Rule, 'id' | 'amount' | 'unit'>;
  readonly calendar: Calendar;
  /** Only its civil date in Shanghai counts. */
  readonly triggerAt: Instant;
  /** In the rule's unit (days where that is `month`), added before the roll. */
  readonly extensionDays: number;
  /** A pause without an end takes no days out yet. */
  readonly pauses: readonly Pause[];
  /** Set where a person set the date: then nothing is counted and nothing rolls. */
  readonly fixedDate: CivilDate | null;
}

/** One civil day on the way to the due date, each day once and in order. */
export interface CountedDay {
  day: EpochDay;
  kind: DerivationKind;
  /** Days counted so far, this one included. */
  n: number;
  /** True behind the last counted day: the expiry is being rolled. */
  rolling: boolean;
}

interface DaySpan {
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** Closed pauses as spans from `from` up to but without `to`, merged, so that overlapping ones take a day out once. */
function pausedSpans(pauses: readonly Pause[]): readonly DaySpan[] {
  if (pauses.length === 0) return [];
  const spans = pauses
    .flatMap((pause) => (pause.to === null ? [] : [{ from: epochDayOf(pause.from), to: epochDayOf(pause.to) }]))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
  const merged: { from: EpochDay; to: EpochDay }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

/** The length of the limit in days before extension; a month ends on the same day number (民法典 Art 202). */
export function lengthInDays(rule: DerivationInput['rule'], trigger: EpochDay): number {
  return rule.unit === 'month' ? addMonthsToDay(trigger, rule.amount) - trigger : rule.amount;
}

/**
 * Counts a limit day by day and shows each day to `visit` (the same object every time: copy what you keep).
 *
 * - The day of the trigger is not counted (民法典 Art 201(1)).
 * - Calendar-day limits end on the n-th day; if that is a rest day, on the next day that is none (Art 203(1)). Months end on
 *   the same day number or the month's last day (Art 202), then roll likewise.
 * - Working-day limits count only days that are no rest days, so they never roll.
 * - An extension adds its days before the roll. A pause takes its days out of the count, but is not itself a rest day.
 *
 * The petition Regulation has no counting article; applying the Civil Code is by analogy, and universal.
 *
 * @returns the due day.
 * @throws RangeError when a person must set the date and none was set.
 */
export function countDays(input: DerivationInput, visit: (day: CountedDay) => void): EpochDay {
  const { rule, calendar } = input;
  const trigger = epochDayAt(input.triggerAt);
  const at: CountedDay = { day: trigger, kind: 'start', n: 0, rolling: false };
  visit(at);
  if (input.fixedDate !== null) {
    const fixed = epochDayOf(input.fixedDate);
    if (fixed !== trigger) {
      at.day = fixed;
      at.kind = 'counted';
      visit(at);
    }
    return fixed;
  }
  if (rule.unit === 'set-by-person') throw new RangeError(`the date of ${rule.id} is set by a person`);

  const length = lengthInDays(rule, trigger);
  const total = length + input.extensionDays;
  const workingDays = rule.unit === 'wd';
  const spans = pausedSpans(input.pauses);
  let next = 0;
  while (at.n < total) {
    const day = ++at.day;
    let span = spans[next];
    while (span !== undefined && span.to <= day) span = spans[++next];
    if (span !== undefined && span.from <= day) {
      at.kind = 'paused';
    } else if (workingDays && calendar.isRest(day)) {
      at.kind = calendar.kindOf(day) === 'holiday' ? 'holiday' : 'weekend';
    } else {
      at.n++;
      at.kind = at.n > length ? 'extended' : workingDays && calendar.kindOf(day) === 'make-up-workday' ? 'make-up-workday' : 'counted';
    }
    visit(at);
  }
  if (workingDays) return at.day;

  at.rolling = true;
  while (calendar.isRest(at.day)) {
    const day = ++at.day;
    const kind = calendar.kindOf(day);
    at.kind = kind === 'holiday' || kind === 'weekend' ? kind : 'rolled';
    visit(at);
  }
  return at.day;
}
