import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const GUIDED_FACTS = {
  'filing.recorded': {
    text: { zh: '法定途径已受理', en: 'Accepted in its legal route' },
    data: ['acceptedOn', 'legalProcedure', 'receiptNo'],
  },
  'window.opened': {
    text: { zh: '已登记法定途径的申请期限', en: 'Window to apply in the legal route' },
    data: ['knewOn', 'legalProcedure'],
  },
  'application.lodged': {
    text: { zh: '已向法定途径提出申请', en: 'Applied for in the legal route' },
    data: ['legalProcedure', 'lodgedOn'],
  },
  'filing.extended': { text: { zh: '法定途径已延期', en: 'The legal route takes longer' }, data: ['days'] },
  'result.recorded': { text: { zh: '已记录结果', en: 'Result recorded' }, data: ['by'] },
} as const satisfies Record<string, FactSpec>;

export const ledAway = factsOf(GUIDED_FACTS);
