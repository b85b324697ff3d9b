import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const SUGGESTION_FACTS = {
  'suggestion.accepted': { text: { zh: '已受理建议', en: 'Suggestion accepted' }, data: ['by'] },
  'suggestion.replied': { text: { zh: '已答复建议', en: 'Suggestion replied to' }, data: ['adopted', 'by'] },
  'reply.served': { text: { zh: '答复已送达', en: 'Reply served' }, data: ['method', 'receivedOn', 'partyId', 'refused', 'unproven'] },
} as const satisfies Record<string, FactSpec>;

export const suggested = factsOf(SUGGESTION_FACTS);
