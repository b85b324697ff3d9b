import type { Instant } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';

/**
 * What two cases are compared by. The narrative is deciphered for the comparison alone, of cases that the person who asks may
 * know of, and nothing of it is kept or shown.
 */
export interface DuplicateFeatures {
  readonly title: string;
  /** Null: erased. */
  readonly narrative: string | null;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly countyCode: string | null;
  readonly receivedAt: Instant;
}

export interface DuplicateCandidate extends DuplicateFeatures {
  readonly id: string;
  readonly caseNo: string;
  /** Equality of keyed blind indexes (ID number or phone), found by the identity schema; the value itself never comes here. */
  readonly samePetitioner: boolean;
  /** `open`: within its limits (Art 19(3)); `final`: after the re-review (Art 36(3)); else `closed`. */
  readonly standing: 'open' | 'closed' | 'final';
}

export const DUPLICATE_RULES = [
  'same-petitioner',
  'title-said',
  'similar-narrative',
  'same-place',
  'same-category',
  'near-in-time',
  'still-open',
  'after-recheck',
] as const;

export interface DuplicateReason extends BilingualText {
  readonly rule: (typeof DUPLICATE_RULES)[number];
}

export interface DuplicateProposal {
  readonly id: string;
  readonly caseNo: string;
  /** 0 … 1, two decimals. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}
