import type { LeaderCaseRecord, LeaderDuty } from '../case/leader-case.ts';
import { chartContext } from '../case/memo.ts';
import type { CaseContext } from '../case/snapshot.ts';
import { dutiesLeft } from './leader-case.rules.ts';

/** What the case page shows of a leader's responsibility, and what is left to do for either way out. */
export interface ShownLeaderCase extends LeaderCaseRecord {
  readonly left: { readonly solved: readonly LeaderDuty[]; readonly explained: readonly LeaderDuty[] };
}

/** Null for a case that isn't one. */
export function leaderCaseView(context: CaseContext): ShownLeaderCase | null {
  const { leaderCase } = chartContext(context).memo;
  if (leaderCase === undefined) return null;
  return { ...leaderCase, left: { solved: dutiesLeft(leaderCase, 'solved'), explained: dutiesLeft(leaderCase, 'explained') } };
}
