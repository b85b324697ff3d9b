import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const TRANSFER_FACTS = {
  'case.registered': {
    text: { zh: '已登记', en: 'Registered' },
    data: ['class', 'route', 'procedure', 'channel', 'categoryCode', 'divisionCode', 'holder', 'lead', 'receivedAt', 'imported'],
  },
  'case.forwarded': { text: { zh: '已转送', en: 'Forwarded' }, data: ['from', 'to', 'hop', 'assisting'] },
  'case.assigned': { text: { zh: '已交办', en: 'Assigned with a date' }, data: ['from', 'to', 'hop', 'dueDate', 'assisting'] },
  'return.requested': { text: { zh: '提出异议', en: 'Objection raised' }, data: ['by', 'to'] },
  'return.agreed': { text: { zh: '同意退回', en: 'Return agreed' }, data: ['from', 'to'] },
  'return.rejected': { text: { zh: '不同意退回', en: 'Return rejected' }, data: ['holder'] },
  'case.guided': { text: { zh: '已导入法定途径', en: 'Guided to its legal route' }, data: ['route'] },
  'assignment.reported': { text: { zh: '已报送办结报告', en: 'Assignment reported back' }, data: ['by'] },
  'material.added': { text: { zh: '补充材料', en: 'Material added' }, data: [] },
  'person.recused': { text: { zh: '已回避', en: 'Person recused' }, data: ['userId'] },
  'case.reclassified': { text: { zh: '已重新分类', en: 'Reclassified' }, data: ['class', 'route', 'categoryCode', 'procedure', 'from'] },
  'case.sealed': { text: { zh: '已封存', en: 'Sealed' }, data: ['knownTo'] },
  'case.unsealed': { text: { zh: '已解除封存', en: 'Unsealed' }, data: [] },
} as const satisfies Record<string, FactSpec>;

export const transferred = factsOf(TRANSFER_FACTS);
