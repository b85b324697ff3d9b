import { chartContext } from '../case/memo.ts';
import type { MediationRecord, RemainingRoute } from '../case/mediation.ts';
import type { BilingualText } from '../case/decision.ts';
import type { CaseContext } from '../case/snapshot.ts';
import { kindOf, recordOf } from './record.ts';

/** What the case page shows of a mediation: codes and ids, never a word that was said. */
export interface ShownMediation extends Omit<MediationRecord, 'caucuses'> {
  readonly title: BilingualText;
  readonly basis: BilingualText;
  /** The rule of its limit. */
  readonly limit: string;
  /** Where the parties may go now that it failed; empty while it goes on. */
  readonly routes: readonly RemainingRoute[];
}

/** Null for a case that isn't one. That there were talks with one side, and with whom, is shown to nobody. */
export function mediationView(context: CaseContext): ShownMediation | null {
  if (context.memo['mediation'] === undefined) return null;
  const chart = chartContext(context);
  const { caucuses: _, ...record } = recordOf(chart);
  const { title, basis, limit, routes } = kindOf(chart);
  return { ...record, title, basis, limit, routes: record.ground === undefined ? [] : routes };
}
