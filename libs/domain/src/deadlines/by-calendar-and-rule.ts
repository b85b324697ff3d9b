import type { Calendar } from '../calendar/calendar.ts';
import { Remembered } from '../calendar/remembered.ts';

/** So many answers for one rule of one calendar: several years of days. */
const ENOUGH = 2_000;

/** Answers of a pure function that depends on a calendar, a rule (both immutable) and one text. */
export class ByCalendarAndRule<Rule extends object, T> {
  readonly #known = new WeakMap<Calendar, WeakMap<Rule, Remembered<T>>>();

  /** @param enough answers kept for one rule of one calendar */
  constructor(private readonly enough = ENOUGH) {}

  get(calendar: Calendar, rule: Rule, key: string, compute: () => T): T {
    let byRule = this.#known.get(calendar);
    if (byRule === undefined) this.#known.set(calendar, (byRule = new WeakMap<Rule, Remembered<T>>()));
    let answers = byRule.get(rule);
    if (answers === undefined) byRule.set(rule, (answers = new Remembered<T>(this.enough)));
    return answers.get(key, compute);
  }
}
