import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

/** `acceptedAt`: when the simplified handling began, from where the sixty days of the ordinary one are counted. */
export const SIMPLIFIED_FACTS = {
  'case.converted': {
    text: { zh: '已由简易办理转为普通程序', en: 'Turned from the simplified into the ordinary procedure' },
    data: ['acceptedAt', 'by', 'from', 'procedure'],
  },
} as const satisfies Record<string, FactSpec>;

export const simplified = factsOf(SIMPLIFIED_FACTS);
