import type { CivilDate } from './deadline.ts';

/** 三项建议 of Art 40: improve the work (1), change a policy (2), hold to account (3). */
export const SUGGESTION_KINDS = ['improve-work', 'change-policy', 'hold-to-account'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** 采纳情况, Art 40(4). */
export const ADOPTIONS = ['full', 'partly', 'no'] as const;
export type Adoption = (typeof ADOPTIONS)[number];

/** 建议书: what one unit is suggested, and what it made of it. */
export interface SuggestionLetter {
  readonly kind: SuggestionKind;
  /** The unit that issued it. */
  readonly by: string;
  /** A policy to be changed is reported to the party committee and government of the level, too (Art 40(2)). */
  readonly reportedTo?: string;
  readonly receivedOn?: CivilDate;
  readonly adopted?: Adoption;
  /** How often the unit has told how far it is. */
  readonly reports: number;
  /** The unit says that what it adopted is done. */
  readonly done?: true;
}
