import type { CivilDate, Deadline, OpenDeadline } from '../case/deadline.ts';
import type { BilingualText, Refusal } from '../case/decision.ts';
import type { CaseCommand } from '../case/command.ts';
import type { ChartContext } from '../case/memo.ts';
import type { PackConditions } from '../rule-packs/pack-conditions.ts';
import type { Rule as LimitRule } from '../rule-packs/rule.ts';

/** What the law of the case's place and day says to guards, where regions differ. */
export interface Law {
  readonly conditions: PackConditions;
  /** How many days an extension of the handling may add. */
  readonly longestExtension: number;
  /** The day itself, or the next working day of the place where it is a day of rest. */
  readonly workingDayAt: (day: CivilDate) => CivilDate;
  /** The rule a clock of the case was armed by. @throws UnknownLaw when it is gone */
  readonly ruleOf: (clock: Pick<Deadline, 'rule' | 'rulePack'>) => LimitRule;
}

/** The event of every chart: a command with the civil date of its instant, and the clocks as they stand. */
export interface Step {
  readonly type: string;
  readonly command: CaseCommand;
  readonly open: readonly OpenDeadline[];
  readonly today: CivilDate;
  /** The state in which it comes. */
  readonly state: string;
  readonly law: Law;
}

/**
 * A guard: a named pure function that says why not, or null. `payload: true` marks those that can't be judged before the
 * payload is there; they don't count for what a person may send.
 */
export interface Rule {
  readonly name: string;
  /** The article behind it, as people cite it. */
  readonly basis: string;
  /** What it asks, for the table that lawyers read. */
  readonly text: BilingualText;
  readonly payload: boolean;
  readonly check: (context: ChartContext, step: Step) => Refusal | null;
}

/** The first rule that says no, or null. `payloadToo: false` leaves out those that need the payload. */
export function firstRefusal(rules: readonly Rule[], context: ChartContext, step: Step, payloadToo = true): Refusal | null {
  for (const rule of rules) {
    if (rule.payload && !payloadToo) continue;
    const no = rule.check(context, step);
    if (no !== null) return no;
  }
  return null;
}
