import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

/** No fact names a case: who is booked is known to those who may know of his case. */
export const RECEPTION_FACTS = {
  'reception.owed': { text: { zh: '已明确领导接访任务', en: 'A leader owes days of reception' }, data: ['leaderId', 'level', 'rank'] },
  'reception.scheduled': {
    text: { zh: '已排定接访日', en: 'A day of reception was fixed' },
    data: ['askedFor', 'date', 'publishBy', 'seats', 'unitId'],
  },
  'reception.published': { text: { zh: '接访安排已公布', en: 'The day of reception was published' }, data: ['date'] },
  'reception.moved': {
    text: { zh: '接访日已改期', en: 'The day of reception was moved' },
    data: ['askedFor', 'date', 'from', 'publishBy', 'seats'],
  },
  'reception.booked': { text: { zh: '已有一件预约接访', en: 'Somebody booked' }, data: ['booked', 'seats'] },
  'reception.booking-cancelled': { text: { zh: '已取消一件预约', en: 'A booking was cancelled' }, data: ['booked', 'seats'] },
  'reception.held': { text: { zh: '已接访', en: 'The day of reception was held' }, data: ['booked', 'date', 'held', 'received'] },
  'reception.case-opened': { text: { zh: '接访现场登记一件', en: 'A case was opened at the table' }, data: ['opened'] },
  'reception.ended': { text: { zh: '接访任务已解除', en: 'The leader owes no more days of reception' }, data: ['held', 'leaderId'] },
} as const satisfies Record<string, FactSpec>;

export const receiving = factsOf(RECEPTION_FACTS);
