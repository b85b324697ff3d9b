import { REMINDED_AND_URGED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/** 抽中回访: no text says how soon after the closing a case that a sample drew is visited. */
export const DRAWN_VISIT = 'VISIT-DRAWN';

/** Clocks of what comes after the closing; each an own default, since no text names a figure. */
export const VISIT_ROWS: readonly PackRow[] = [
  {
    id: DRAWN_VISIT,
    title: { zh: '抽样回访期限', en: 'Visiting a case that the sample drew' },
    basis: {
      zh: '回访惯例（未见规定，地方默认值，可配置）',
      en: 'practice of return visits; no text sets the figure: local default (configurable)',
    },
    amount: 10,
    unit: 'wd',
    trigger: 'closing',
    owner: 'petition-department',
    ownerRole: 'clerk',
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
];
