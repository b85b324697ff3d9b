export { SUGGESTION_LABELS } from './labels.ts';
export { whyNoLetter } from './letter.ts';
export { suggestionView } from './letter-view.ts';
export type { ShownSuggestion } from './letter-view.ts';
export { suggestionOpening } from './opening.ts';
export type { SuggestionOpening } from './opening.ts';
