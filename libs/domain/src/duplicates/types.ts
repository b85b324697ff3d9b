import type { Instant } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';

/** What two cases are compared by. No text in clear but the title, which ordinary cases keep in clear anyway. */
export interface DuplicateFeatures {
  readonly title: string;
  /** `signature(narrative)` where there is one. */
  readonly signature?: string;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly receivedAt: Instant;
}

export interface DuplicateCandidate extends DuplicateFeatures {
  readonly id: string;
  readonly caseNo: string;
  /** Equality of keyed blind indexes (ID number or phone), found by the identity schema; the value itself never comes here. */
  readonly samePetitioner: boolean;
  /** The earlier case is within its limits (Art 19(3)); `final` means after the re-review (Art 36(3)). */
  readonly standing: 'open' | 'closed' | 'final';
}

export interface DuplicateReason extends BilingualText {
  readonly rule: 'same-petitioner' | 'similar-title' | 'similar-narrative' | 'same-place' | 'same-category' | 'near-in-time' | 'still-open' | 'after-recheck';
}

export interface DuplicateProposal {
  readonly id: string;
  readonly caseNo: string;
  /** 0 … 1, two decimals. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}
