import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const URGENT_FACTS = {
  'urgent.raised': { text: { zh: '已启动紧急事项处置', en: 'An urgent matter was raised' }, data: ['caseId', 'learnedAt', 'urgentKind'] },
  'urgent.responded': { text: { zh: '值守单位已响应', en: 'The unit on duty responded' }, data: ['by'] },
  'urgent.assembled': { text: { zh: '已调度相关单位', en: 'The units were called together' }, data: ['coHandlers'] },
  'urgent.acting': { text: { zh: '已开始现场处置', en: 'Handling on the spot has begun' }, data: ['by'] },
  'urgent.co-handler-added': { text: { zh: '已增加协同单位', en: 'A unit was called in' }, data: ['unitId'] },
  'urgent.reported': {
    text: { zh: '已报告', en: 'Reported' },
    data: ['late', 'learnedAt', 'minutes', 'reportTo', 'unitId'],
  },
  'urgent.report-received': { text: { zh: '报告已签收', en: 'The report was received' }, data: ['receiptNo', 'reportTo', 'unitId'] },
  'urgent.plan-linked': { text: { zh: '已启用应急预案', en: 'A contingency plan was put to use' }, data: ['plan'] },
  'urgent.called': { text: { zh: '已转110、119、120', en: 'Handed to an emergency service' }, data: ['platform'] },
  'urgent.call-received': { text: { zh: '已收到回执', en: 'Receipt of the emergency service kept' }, data: ['platform', 'receiptNo'] },
  'urgent.protection-referred': { text: { zh: '已转介申请人身安全保护令', en: 'Referred for a protection order' }, data: [] },
  'urgent.concluded': { text: { zh: '紧急事项处置完毕', en: 'The urgent matter is dealt with' }, data: [] },
} as const satisfies Record<string, FactSpec>;

export const alarmed = factsOf(URGENT_FACTS);
