import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const SUGGESTION_LETTER_FACTS = {
  'letter.issued': { text: { zh: '已发出建议书', en: 'Letter of suggestion issued' }, data: ['by', 'kind', 'reportedTo', 'to'] },
  'letter.received': { text: { zh: '已签收建议书', en: 'Letter of suggestion received' }, data: ['by'] },
  'letter.answered': { text: { zh: '已书面反馈采纳情况', en: 'Told in writing whether it is adopted' }, data: ['adopted', 'by'] },
  'letter.progress': { text: { zh: '已报告落实情况', en: 'Progress reported' }, data: ['done', 'times'] },
  'letter.concluded': { text: { zh: '建议书已办结', en: 'Letter of suggestion concluded' }, data: ['adopted'] },
  'letter.withdrawn': { text: { zh: '建议书已撤回', en: 'Letter of suggestion withdrawn' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const lettered = factsOf(SUGGESTION_LETTER_FACTS);
