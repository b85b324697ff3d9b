import type { SuggestionKind, SuggestionLetter } from '../case/suggestion-letter.ts';
import { SUGGESTION_KINDS } from '../case/suggestion-letter.ts';
import type { RecordOpening } from '../record/opening.ts';

/** What is suggested to whom by whom. */
export interface SuggestionOpening {
  readonly kind: SuggestionKind;
  readonly unitId: string;
  readonly by: string;
  /** The government of the issuing unit's level, where a policy is to be changed. */
  readonly reportedTo?: string;
}

/** A letter as a record to be opened beside its case; whom it is reported to sees it. */
export function suggestionOpening({ unitId, ...letter }: SuggestionOpening): RecordOpening {
  const { reportedTo } = letter;
  return {
    procedure: 'suggestion-letter',
    unitId,
    ...(reportedTo === undefined ? {} : { assisting: [reportedTo] }),
    record: { ...letter },
  };
}

/** A letter as its registration carries it. */
export function newLetter({ by, kind, reportedTo }: Readonly<Record<string, unknown>>): SuggestionLetter {
  return {
    kind: SUGGESTION_KINDS.find((one) => one === kind) ?? 'improve-work',
    by: typeof by === 'string' ? by : '',
    ...(typeof reportedTo === 'string' ? { reportedTo } : {}),
    reports: 0,
  };
}
