import type { BilingualText } from '../case/decision.ts';
import { chartContext } from '../case/memo.ts';
import type { CaseContext } from '../case/snapshot.ts';
import type { SuggestionLetter } from '../case/suggestion-letter.ts';
import { SUGGESTION_LABELS } from './labels.ts';

/** What the page of a letter shows of it: codes and ids, the texts are documents. */
export interface ShownSuggestion extends SuggestionLetter {
  readonly kindLabel: BilingualText;
  /** Whom it is addressed to. */
  readonly unitId: string;
}

/** Null for a case that isn't one. */
export function suggestionView(context: CaseContext): ShownSuggestion | null {
  const { suggestionLetter: letter } = chartContext(context).memo;
  return letter === undefined ? null : { ...letter, kindLabel: SUGGESTION_LABELS[letter.kind], unitId: context.holderUnitId };
}
