import type { BilingualText } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import type { ProcedureId } from '../case/vocabulary.ts';
import type { ChartMachine } from '../chart/chart.ts';
import type { Way } from '../chart/ways.ts';

/** One row of a procedure's table, names only. */
export interface TransitionRow {
  readonly from: string;
  /** A command, or `<rule>.passed` for a deadline that changes the state. */
  readonly command: string;
  readonly to: string;
  /** Names of the guards, see docs/commands.md. */
  readonly rules: readonly string[];
}

/** How cases of the version before come over; tested by `migrationMistakes`. */
export interface Migration {
  readonly from: number;
  /** Every state of the earlier version: the state that it becomes, or why cases in it stay behind. */
  readonly states: Readonly<Record<string, string | BilingualText>>;
  /** The context as this version reads it. */
  readonly upcast: (context: ChartContext) => ChartContext;
}

/** A procedure as it is decided by, shown and checked. Immutable once a case has used it: a change is a new version. */
export interface ProcedureDefinition {
  readonly id: ProcedureId;
  readonly version: number;
  readonly title: BilingualText;
  readonly basis: BilingualText;
  readonly initial: string;
  readonly states: readonly string[];
  /** States in which nothing is owed but the visit, the rating and the archive. */
  readonly closed: readonly string[];
  readonly transitions: readonly TransitionRow[];
  /** Commands a person may send in some state, in the order shown. */
  readonly commands: readonly string[];
  /** Deadline rules that its steps start. */
  readonly deadlines: readonly string[];
  /** Transitions by state and command. */
  readonly ways: ReadonlyMap<string, ReadonlyMap<string, readonly Way[]>>;
  readonly machine: ChartMachine;
  /** Left out of first versions, and of those whose cases finish on the version they began on. */
  readonly migration?: Migration;
}
