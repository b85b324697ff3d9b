import { setup } from 'xstate';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import type { Effect } from './effect.ts';
import type { Rule, Step } from './rule.ts';
import { firstRefusal } from './rule.ts';

/** What a transition does: changes of the context and effects, computed once from what was before. */
export interface Done {
  readonly context?: Partial<Omit<ChartContext, 'memo'>>;
  /** Merged into the memo; `undefined` forgets. */
  readonly memo?: { readonly [K in keyof CaseMemo]?: CaseMemo[K] | undefined };
  readonly effects: readonly Effect[];
}

export type Deed = (context: ChartContext, step: Step) => Done;

/** Which of several transitions of one command is taken; not a permission. */
export interface Branch {
  readonly name: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly holds: (context: ChartContext, step: Step) => boolean;
}

export interface Conditions {
  readonly branch?: Branch;
  readonly rules: readonly Rule[];
}

/** What stands on a transition besides XState's own parts: the same conditions and the deed, for the table compiled of the chart. */
export interface WayMeta {
  readonly conditions: Conditions;
  readonly deed: Deed;
}

/**
 * The parts that all charts are made of: one guard over named rules, one action over a union of effects. Nothing else is
 * declared on purpose: no `after`, `invoke` or `spawn` can sneak in, and `decide` needs no cast.
 */
export const chart = setup({
  types: {
    context: {} as ChartContext,
    events: {} as Step,
    input: {} as ChartContext,
    transitionMeta: {} as WayMeta,
  },
  actions: { effect: (_args: unknown, _effect: Effect) => undefined },
  guards: {
    passes: ({ context, event }, conditions: Conditions) =>
      (conditions.branch === undefined || conditions.branch.holds(context, event)) &&
      firstRefusal(conditions.rules, context, event) === null,
  },
});

/** The memo after a deed; what it had keeps its place, what is new comes behind. */
export function remember(memo: CaseMemo, change: NonNullable<Done['memo']>): CaseMemo {
  const changed: Readonly<Record<string, unknown>> = { ...memo, ...change };
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(changed)) {
    const value = changed[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** A deed as the chart's actions: the context's change, then one `effect` for each. */
function doing(deed: Deed) {
  return chart.enqueueActions(({ context, event, enqueue }) => {
    const { context: change, memo, effects } = deed(context, event);
    if (change !== undefined || memo !== undefined) {
      enqueue.assign({ ...change, ...(memo === undefined ? {} : { memo: remember(context.memo, memo) }) });
    }
    for (const effect of effects) enqueue({ type: 'effect', params: effect });
  });
}

/** Conditions and deed, each said once: for XState as guard and action, for the compiled table as they are. */
function way(deed: Deed, conditions: Conditions) {
  return { guard: { type: 'passes' as const, params: conditions }, actions: doing(deed), meta: { conditions, deed } };
}

/** Allowed when every rule passes; then the deed is done and the case is in `target`. */
export function to(target: string, deed: Deed, ...rules: readonly Rule[]) {
  return { target, ...way(deed, { rules }) };
}

/** As `to`, taken only where the branch holds: one command, several ways. */
export function toIf(branch: Branch, target: string, deed: Deed, ...rules: readonly Rule[]) {
  return { target, ...way(deed, { branch, rules }) };
}

/** Allowed without leaving the state. */
export function stay(deed: Deed, ...rules: readonly Rule[]) {
  return way(deed, { rules });
}

type ChartConfig = Parameters<typeof chart.createMachine>[0];

/** Transitions of a state by command, for the parts that charts are put together from. */
export type Moves = Readonly<Record<string, ReturnType<typeof to> | ReturnType<typeof stay> | readonly ReturnType<typeof to>[]>>;

/** A chart as a machine; all procedures have machines of one type, so that one `decide` serves them. */
export function machineOf(config: ChartConfig) {
  return chart.createMachine(config);
}

export type ChartMachine = ReturnType<typeof machineOf>;
