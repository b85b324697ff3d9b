import type { Instant } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';

/**
 * What two cases are compared by: nothing that names a person, no text in clear but the title, which ordinary cases keep
 * in clear anyway (a sealed case is never a candidate for whoever may not know of it).
 */
export interface DuplicateFeatures {
  readonly title: string;
  /** `signature(narrative)`, where there is one for both. */
  readonly signature?: string;
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
  'similar-title',
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
