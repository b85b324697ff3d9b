import { initialTransition, transition } from 'xstate';
import type { ChartContext } from '../case/memo.ts';
import type { ChartMachine } from './chart.ts';
import type { Effect } from './effect.ts';
import type { Step } from './rule.ts';

export interface Advanced {
  readonly state: string;
  readonly context: ChartContext;
  readonly effects: readonly Effect[];
}

/** The state's flat name: our charts have no nesting. */
function nameOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a chart of this product has flat states');
  return value;
}

/** The chart's own first state. */
export function initialState(machine: ChartMachine, context: ChartContext): string {
  return nameOf(initialTransition(machine, context)[0].value);
}

/**
 * One pure step. Null when the chart has no transition for it here or a guard says no: XState is silent about that, and
 * every transition of ours has at least one effect.
 */
export function advance(machine: ChartMachine, state: string, context: ChartContext, step: Step): Advanced | null {
  const [next, actions] = transition(machine, machine.resolveState({ value: state, context }), step);
  if (actions.length === 0) return null;
  const effects: Effect[] = [];
  for (const action of actions) if (action.type === 'effect') effects.push(action.params);
  return { state: nameOf(next.value), context: next.context, effects };
}
