import { REMINDED_AND_URGED, URGED_FIRST } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

/** 抽中回访: no text says how soon after the closing a case that a sample drew is visited. */
export const DRAWN_VISIT = 'VISIT-DRAWN';

const LOCAL: PackRow['basis'] = {
  zh: '访、改、宣惯例（未见规定，地方默认值，可配置）',
  en: 'practice of visiting, putting right and publishing; no text sets the figure: local default (configurable)',
};

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
  {
    id: 'RECT-REPLY',
    title: { zh: '回访问题整改期限', en: 'Putting right what a visit found' },
    basis: LOCAL,
    amount: 10,
    unit: 'wd',
    trigger: 'visit',
    owner: 'unit',
    ownerRole: 'handler',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'RECT-CHECK',
    title: { zh: '整改现场核查期限', en: 'Checking on the spot what was put right' },
    basis: LOCAL,
    amount: 10,
    unit: 'wd',
    trigger: 'reply',
    owner: 'petition-department',
    ownerRole: 'clerk',
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'RECT-PUBLISH',
    title: { zh: '整改结果公布期限', en: 'Publishing the result' },
    basis: LOCAL,
    amount: 5,
    unit: 'wd',
    trigger: 'visit',
    owner: 'petition-department',
    ownerRole: 'supervisor',
    ladder: REMINDED_AND_URGED,
    onExpiry: 'remind',
    confidence: 'D',
    localDefault: true,
  },
];
