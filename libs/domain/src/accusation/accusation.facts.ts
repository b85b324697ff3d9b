import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const ACCUSATION_FACTS = {
  'accusation.transferred': { text: { zh: '已移送', en: 'Transferred' }, data: ['from', 'to'] },
  'accusation.handed-on': { text: { zh: '已三向移送', en: 'Handed on' }, data: ['direction', 'from', 'to'] },
  'accused.ranked': { text: { zh: '已登记被反映人职级', en: 'Rank of the accused recorded' }, data: ['accusedRank'] },
  'organisation.told': { text: { zh: '已通报组织（人事）部门', en: 'Organisation department told' }, data: ['to', 'serious'] },
  'organisation.signed': {
    text: { zh: '组织（人事）部门已签收通报', en: 'The organisation department has signed' },
    data: ['receiptNo', 'receivedOn'],
  },
  'accountability.recorded': { text: { zh: '已登记处理结果', en: 'Accountability recorded' }, data: ['accountability', 'by'] },
  'receipt.confirmed': { text: { zh: '已签收', en: 'Receipt confirmed' }, data: ['by'] },
  'accusation.fed-back': { text: { zh: '已反馈', en: 'Fed back' }, data: ['by'] },
  'accusation.archived': { text: { zh: '已归档', en: 'Archived' }, data: [] },
} as const satisfies Record<string, FactSpec>;

export const accused = factsOf(ACCUSATION_FACTS);
