import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const GUIDED_FACTS = {
  'result.recorded': { text: { zh: '已记录结果', en: 'Result recorded' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const ledAway = factsOf(GUIDED_FACTS);
