import type { BilingualText } from '../case/decision.ts';
import type { CaseGrade, LeaderRank } from '../case/leader-case.ts';

/**
 * What ends a matter so that it is no longer accepted: the re-review opinion (条例 Art 36(3)), or what a region adds. Grounds that
 * no event of a case shows (a death without successor, a city's 核查) stay with people and are named in `otherConditions`.
 */
export const END_GROUNDS = ['recheck-served', 'not-requested-in-time', 'agreement-reached', 'agreement-performed'] as const;
export type EndGround = (typeof END_GROUNDS)[number];

/** How many representatives a joint petition may have: `fewPeople.max` where it has at most `fewPeople.upTo` people. */
export interface RepresentativesLimit {
  readonly fewPeople: { readonly upTo: number; readonly max: number };
  readonly max: number;
}

export interface Condition<T> {
  readonly value: T;
  /** The article, as people cite it. */
  readonly basis: BilingualText;
}

/** What a pack says besides limits, for the guards of the procedures. What a region doesn't say, the wider law does. */
export interface PackConditions {
  readonly representatives?: Condition<RepresentativesLimit>;
  readonly endGrounds?: Condition<readonly EndGround[]>;
  /** After a revocation no identical opinion on the same facts and reasons. */
  readonly noIdenticalOpinion?: Condition<true>;
  /** Which ranks may take on a case of which grade (领导包案). */
  readonly leaderRanks?: Condition<Readonly<Record<CaseGrade, readonly LeaderRank[]>>>;
  /** How often a case is passed on before the common superior decides who handles it. */
  readonly hopLimit?: Condition<number>;
  /** Within how many days a supervision group meets again (反馈会). */
  readonly feedbackDays?: Condition<number>;
  /** How many days ahead a day of leaders' reception is published. */
  readonly receptionNotice?: Condition<number>;
  /** Practised by people, judged by no guard: shown as it stands. */
  readonly otherConditions?: readonly { readonly text: BilingualText; readonly basis: BilingualText }[];
}
