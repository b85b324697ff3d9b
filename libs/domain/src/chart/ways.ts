import type { Branch, ChartMachine, Deed } from './chart.ts';
import type { Rule } from './rule.ts';

/** One transition of a chart, read back from the machine itself: the table, the step and the machine can't differ. */
export interface Way {
  readonly from: string;
  /** A command, or `<rule>.passed` for a deadline that changes the state. */
  readonly command: string;
  readonly to: string;
  readonly branch: Branch | null;
  readonly rules: readonly Rule[];
  readonly deed: Deed;
}

/** All transitions of a chart by state and command, in the chart's order. */
export type Ways = ReadonlyMap<string, ReadonlyMap<string, readonly Way[]>>;

type StateNode = ChartMachine['root'];
type Transition = StateNode['always'] extends readonly (infer T)[] | undefined ? T : never;

/** What a node has that happens by itself; `advance` knows of nothing but transitions. */
function actsByItself({ entry, exit, invoke, after, always }: StateNode): boolean {
  return entry.length + exit.length + invoke.length + after.length + (always?.length ?? 0) > 0;
}

function wayOf(from: string, command: string, { meta, guard, actions, target, reenter }: Transition): Way {
  const where = `${from} –${command}→`;
  const plain = typeof guard === 'object' && 'params' in guard && guard.params === meta?.conditions && actions.length === 1 && !reenter;
  if (meta === undefined || !plain) throw new TypeError(`${where}: a transition is made by to, toIf or stay`);
  if (command.endsWith('*')) throw new TypeError(`${where}: a chart names its commands`);
  const to = target?.[0];
  if (target !== undefined && (to === undefined || target.length > 1)) throw new TypeError(`${where}: leads to one state`);
  const { branch = null, rules } = meta.conditions;
  return { from, command, to: to?.key ?? from, branch, rules, deed: meta.deed };
}

/**
 * Compiles a chart to the table that it is decided by, shown and checked.
 *
 * @throws TypeError for whatever the table has no place for: nested or final states, entry and exit actions, `after`,
 * `always`, `invoke`, wildcards, transitions of the whole chart or made by hand.
 */
export function waysOf(machine: ChartMachine): Ways {
  const { root } = machine;
  if (root.type !== 'compound' || root.transitions.size > 0 || actsByItself(root))
    throw new TypeError(`${machine.id}: only its states act`);
  return new Map(
    Object.entries(root.states).map(([from, node]) => {
      if (node.type !== 'atomic' || actsByItself(node)) throw new TypeError(`${machine.id}: ${from} is no plain state`);
      return [
        from,
        new Map([...node.transitions].map(([command, ways]) => [command, ways.map((one: Transition) => wayOf(from, command, one))])),
      ];
    }),
  );
}
