import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const PETITION_FACTS = {
  'case.accepted': { text: { zh: '已受理', en: 'Accepted' }, data: ['by'] },
  'refusal.proposed': { text: { zh: '拟不予受理', en: 'Refusal proposed' }, data: ['reason', 'caseId', 'by'] },
  'case.refused': { text: { zh: '不予受理', en: 'Refused' }, data: ['reason', 'caseId', 'by'] },
  'ending.proposed': { text: { zh: '拟不再受理', en: 'Ending proposed' }, data: ['priorCaseId'] },
  'case.ended': { text: { zh: '不再受理', en: 'No longer accepted' }, data: [] },
  'proposal.rejected': { text: { zh: '审核不同意', en: 'Proposal rejected' }, data: ['kind', 'state'] },
  'handling.extended': { text: { zh: '已延期', en: 'Extended' }, data: ['days'] },
  'hearing.held': { text: { zh: '已举行听证', en: 'Hearing held' }, data: ['date'] },
  'mediation.started': { text: { zh: '已开始调解', en: 'Mediation started' }, data: ['consents'] },
  'mediation.ended': { text: { zh: '调解结束', en: 'Mediation ended' }, data: ['result'] },
  'opinion.issued': { text: { zh: '已作出处理意见', en: 'Opinion issued' }, data: ['outcome', 'by'] },
  'service.recorded': { text: { zh: '已送达', en: 'Served' }, data: ['what', 'method', 'receivedOn', 'partyId', 'refused', 'unproven'] },
  'case.remanded': { text: { zh: '已发回重新处理', en: 'Remanded' }, data: ['to', 'by'] },
  'review.requested': { text: { zh: '已申请复查', en: 'Review requested' }, data: ['receivedOn', 'postedOn', 'reviewer'] },
  'review.decided': { text: { zh: '已作出复查意见', en: 'Review decided' }, data: ['decision', 'by'] },
  'recheck.requested': { text: { zh: '已申请复核', en: 'Recheck requested' }, data: ['receivedOn', 'postedOn', 'reviewer'] },
  'recheck.suspended': { text: { zh: '复核因听证中止计时', en: 'Recheck clock stopped for a hearing' }, data: ['from'] },
  'recheck.resumed': { text: { zh: '复核恢复计时', en: 'Recheck clock runs again' }, data: ['at'] },
  'recheck.decided': { text: { zh: '已作出复核意见', en: 'Recheck decided' }, data: ['decision', 'by'] },
  'case.concluded': { text: { zh: '已办结（逾期未申请）', en: 'Concluded: the window passed unused' }, data: ['from'] },
  'execution.set': { text: { zh: '已确定执行期限', en: 'Execution date set' }, data: ['dueDate'] },
  'execution.reported': { text: { zh: '已报告执行情况', en: 'Execution reported' }, data: [] },
  'case.settled': { text: { zh: '已和解', en: 'Settled' }, data: ['consents'] },
} as const satisfies Record<string, FactSpec>;

export const petitioned = factsOf(PETITION_FACTS);
