import { URGED_AT_ONCE } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/** Round-the-clock duty: practice only, so that the figure is a local default. */
export const DUTY_ROWS: readonly PackRow[] = [
  {
    id: 'DUTY-TAKE',
    title: { zh: '值守接班', en: 'Taking over the duty' },
    basis: { zh: '24小时联勤值守惯例（可配置的默认值）', en: 'practice of round-the-clock duty (configurable default)' },
    amount: 15,
    unit: 'minute',
    trigger: 'hand-over',
    owner: 'unit',
    ownerRole: 'handler',
    ladder: URGED_AT_ONCE,
    onExpiry: 'urge-then-supervise',
    confidence: 'D',
    localDefault: true,
  },
];
