import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const ACCUSATION_FACTS = {
  'accusation.transferred': { text: { zh: '已移送', en: 'Transferred' }, data: ['from', 'to'] },
  'receipt.confirmed': { text: { zh: '已签收', en: 'Receipt confirmed' }, data: ['by'] },
  'accusation.fed-back': { text: { zh: '已反馈', en: 'Fed back' }, data: ['by'] },
  'accusation.archived': { text: { zh: '已归档', en: 'Archived' }, data: [] },
} as const satisfies Record<string, FactSpec>;

export const accused = factsOf(ACCUSATION_FACTS);
