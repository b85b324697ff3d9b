import type { AnyStateMachine } from 'xstate';
import type { Branch, Conditions } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';

/** One transition of a chart, read back from the machine itself: the table and the decision can't differ. */
export interface Way {
  readonly from: string;
  /** A command, or `<rule>.passed` for a deadline that changes the state. */
  readonly command: string;
  readonly to: string;
  readonly branch: Branch | null;
  readonly rules: readonly Rule[];
}

function conditionsOf(guard: unknown): Conditions {
  if (typeof guard !== 'object' || guard === null || !('params' in guard)) return { rules: [] };
  return guard.params as Conditions;
}

/** All transitions of a chart by state and command, in the chart's order. */
export function waysOf(machine: AnyStateMachine): ReadonlyMap<string, ReadonlyMap<string, readonly Way[]>> {
  return new Map(
    Object.entries(machine.root.states).map(([from, node]) => [
      from,
      new Map(
        [...node.transitions].map(([command, transitions]) => [
          command,
          transitions.map((one): Way => {
            const { branch = null, rules } = conditionsOf(one.guard);
            return { from, command, to: one.target?.[0]?.key ?? from, branch, rules };
          }),
        ]),
      ),
    ]),
  );
}
