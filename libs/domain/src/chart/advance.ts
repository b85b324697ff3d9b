import { createActor } from 'xstate';
import type { ActorScope, SnapshotFrom } from 'xstate';
import type { ChartContext } from '../case/memo.ts';
import type { ChartMachine } from './chart.ts';
import type { Effect } from './effect.ts';
import type { Step } from './rule.ts';

export interface Advanced {
  readonly state: string;
  readonly context: ChartContext;
  readonly effects: readonly Effect[];
}

type Snapshot = SnapshotFrom<ChartMachine>;
type Scope = ActorScope<Snapshot, Step>;
type Executed = Parameters<Scope['actionExecutor']>[0];

interface Prepared {
  readonly scope: Omit<Scope, 'actionExecutor'>;
  readonly snapshots: Map<string, Snapshot>;
}

const PREPARED = new WeakMap<ChartMachine, Prepared>();

/**
 * What XState's own `transition` makes anew for every call, made once: a scope that does nothing (nothing is ever started),
 * and one snapshot a state to copy. It is half of the time of a step; a test holds the answers equal to `transition`'s.
 */
function prepared(machine: ChartMachine, context: ChartContext): Prepared {
  const known = PREPARED.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine, { input: context });
  const nothing = (): void => undefined;
  const made: Prepared = {
    scope: { self, system: self.system, id: '', sessionId: '', logger: nothing, defer: nothing, emit: nothing, stopChild: nothing },
    snapshots: new Map(),
  };
  PREPARED.set(machine, made);
  return made;
}

function rehydrated(machine: ChartMachine, { snapshots }: Prepared, state: string, context: ChartContext): Snapshot {
  let snapshot = snapshots.get(state);
  if (snapshot === undefined) {
    snapshot = machine.resolveState({ value: state, context });
    snapshots.set(state, snapshot);
  }
  return { ...snapshot, context };
}

/** The state's flat name: our charts have no nesting. */
function nameOf(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a chart of this product has flat states');
  return value;
}

function isEffect(action: Executed): action is Executed & { readonly params: Effect } {
  return action.type === 'effect' && action.params !== undefined;
}

/**
 * One pure step. Null when the chart has no transition for it here or a guard says no: XState is silent about that, and
 * every transition of ours has at least one effect.
 */
export function advance(machine: ChartMachine, state: string, context: ChartContext, step: Step): Advanced | null {
  const ready = prepared(machine, context);
  const effects: Effect[] = [];
  const actionExecutor = (action: Executed): void => {
    if (isEffect(action)) effects.push(action.params);
  };
  const next = machine.transition(rehydrated(machine, ready, state, context), step, { ...ready.scope, actionExecutor });
  return effects.length === 0 ? null : { state: nameOf(next.value), context: next.context, effects };
}
