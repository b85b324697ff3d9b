import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const RECORD_FACTS = {
  'record.stopped': {
    text: { zh: '原事项已密封，本记录停止计时', en: 'The case was sealed: no clock of its record runs on' },
    data: ['mainCaseId'],
  },
} as const satisfies Record<string, FactSpec>;

export const recorded = factsOf(RECORD_FACTS);
