import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const HOTLINE_FACTS = {
  'order.dispatched': { text: { zh: '已派单', en: 'Work order dispatched' }, data: ['to', 'from', 'designated'] },
  'order.signed': { text: { zh: '已签收工单', en: 'Work order signed for' }, data: ['by'] },
  'order.returned': { text: { zh: '已退单', en: 'Work order returned: the wrong unit' }, data: ['by', 'to', 'times'] },
  'order.extended': { text: { zh: '工单已延期', en: 'Work order extended' }, data: ['days'] },
  'order.replied': { text: { zh: '已答复工单', en: 'Work order replied to' }, data: ['by', 'result'] },
  'order.called-back': { text: { zh: '已回访来电人', en: 'Caller called back' }, data: ['outcome', 'times'] },
  'order.redo': { text: { zh: '不满意，已退回重办', en: 'Caller dissatisfied: sent back to be done again' }, data: ['to'] },
  'inbound.receipted': {
    text: { zh: '已向来件平台出具回执', en: 'Receipt given to the platform it came from' },
    data: ['platform', 'receiptNo'],
  },
  'handover.offered': { text: { zh: '已转其他平台，待回执', en: 'Handed over; waiting for the receipt' }, data: ['platform'] },
  'handover.received': { text: { zh: '已收到对方回执', en: 'Receipt of the other platform kept' }, data: ['platform', 'receiptNo'] },
  'handover.declined': {
    text: { zh: '对方未接，首接平台先行受理', en: 'Not taken over: whoever received it first accepts it' },
    data: ['platform'],
  },
} as const satisfies Record<string, FactSpec>;

export const ordered = factsOf(HOTLINE_FACTS);
