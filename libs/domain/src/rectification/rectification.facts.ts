import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const RECTIFICATION_FACTS = {
  'rectification.asked': { text: { zh: '已提出整改', en: 'Asked to put right what the visit found' }, data: ['by', 'to'] },
  'rectification.reported': { text: { zh: '已报告整改情况', en: 'Reported as put right' }, data: ['by', 'times'] },
  'rectification.checked': { text: { zh: '已现场核查', en: 'Checked on the spot' }, data: ['passed', 'times'] },
  'rectification.published': { text: { zh: '整改结果已公布', en: 'The result is published' }, data: ['how'] },
  'rectification.kept': { text: { zh: '整改结果不公布', en: 'The result is not published' }, data: [] },
  'rectification.withdrawn': { text: { zh: '整改要求已撤回', en: 'The request is withdrawn' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const rectified = factsOf(RECTIFICATION_FACTS);
