import type { BilingualText } from '../case/decision.ts';
import type { SuggestionKind } from '../case/suggestion-letter.ts';

/** What the three suggestions of Art 40 are called. */
export const SUGGESTION_LABELS: Readonly<Record<SuggestionKind, BilingualText>> = {
  'improve-work': { zh: '改进工作建议书', en: 'Suggestion to improve the work' },
  'change-policy': { zh: '完善政策建议书', en: 'Suggestion to change a policy' },
  'hold-to-account': { zh: '追究责任建议书', en: 'Suggestion to hold to account' },
};
