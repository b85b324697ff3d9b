import type { ChartContext } from '../case/memo.ts';
import { remember } from './chart.ts';
import type { Done } from './chart.ts';
import type { Effect } from './effect.ts';
import { firstRefusal } from './rule.ts';
import type { Step } from './rule.ts';
import type { Way } from './ways.ts';

export interface Advanced {
  readonly state: string;
  readonly context: ChartContext;
  readonly effects: readonly Effect[];
}

function contextAfter(context: ChartContext, { context: change, memo }: Done): ChartContext {
  if (memo !== undefined) return { ...context, ...change, memo: remember(context.memo, memo) };
  return change === undefined ? context : { ...context, ...change };
}

/**
 * One pure step along the first of a command's ways here whose branch holds and whose rules all pass: what XState's own
 * `transition` answers, from the table compiled of the machine (ADR 0011). Null when there is none; every deed of ours has
 * at least one effect.
 */
export function advance(ways: readonly Way[], context: ChartContext, step: Step): Advanced | null {
  for (const way of ways) {
    if (way.branch !== null && !way.branch.holds(context, step)) continue;
    if (firstRefusal(way.rules, context, step) !== null) continue;
    const done = way.deed(context, step);
    if (done.effects.length === 0) return null;
    return { state: way.to, context: contextAfter(context, done), effects: done.effects };
  }
  return null;
}
