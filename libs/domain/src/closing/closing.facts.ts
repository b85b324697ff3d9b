import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const CLOSING_FACTS = {
  'visit.drawn': { text: { zh: '被抽中回访', en: 'Drawn for a return visit' }, data: ['planId'] },
  'visit.recorded': { text: { zh: '已回访', en: 'Return visit recorded' }, data: ['outcome'] },
  'case.rated': { text: { zh: '已评价', en: 'Rated' }, data: ['target', 'value', 'side', 'source', 'round'] },
  'case.redo-ordered': { text: { zh: '已退回再办', en: 'Sent back to be done again' }, data: ['to'] },
  'case.archived': { text: { zh: '已归档', en: 'Archived' }, data: [] },
} as const satisfies Record<string, FactSpec>;

export const closed = factsOf(CLOSING_FACTS);
