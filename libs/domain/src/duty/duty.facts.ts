import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const DUTY_FACTS = {
  'duty.handed-over': {
    text: { zh: '值守已交班，待接班', en: 'The duty is handed over and waits to be taken' },
    data: ['from', 'onCall', 'openMatters', 'to'],
  },
  'duty.taken': { text: { zh: '已接班', en: 'The duty was taken over' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const onDuty = factsOf(DUTY_FACTS);
