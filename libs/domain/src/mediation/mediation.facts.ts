import type { FactSpec } from '../chart/effect.ts';
import { factsOf } from '../chart/effect.ts';

export const MEDIATION_FACTS = {
  'mediation.accepted': { text: { zh: '已受理调解申请', en: 'Mediation accepted' }, data: ['by', 'mediationKind', 'application'] },
  'mediation.declined': { text: { zh: '不予受理调解申请', en: 'Mediation declined' }, data: ['by', 'ground'] },
  'application.recorded': {
    text: { zh: '口头申请已记录并经确认', en: 'Application by word of mouth recorded and confirmed' },
    data: ['confirmedBy'],
  },
  'consent.recorded': { text: { zh: '当事人同意调解', en: 'A party consented' }, data: ['partyId'] },
  'openness.set': { text: { zh: '已确定是否公开', en: 'Open or closed' }, data: ['openness', 'consents'] },
  'mediator.appointed': { text: { zh: '已确定调解员', en: 'Mediator appointed' }, data: ['userId', 'chosenBy'] },
  'mediator.removed': { text: { zh: '调解员退出', en: 'Mediator removed' }, data: ['userId', 'partyId'] },
  'mediation.signed-for': { text: { zh: '调解员已签收', en: 'Signed for by the mediator' }, data: ['userId'] },
  'helper.invited': { text: { zh: '已邀请人员协助调解', en: 'Helper invited' }, data: ['helper', 'consents', 'helperId'] },
  'team.seated': { text: { zh: '工作小组成员到位', en: 'Seat of the team filled' }, data: ['seat', 'unitId'] },
  'acceptance.extended': { text: { zh: '决定受理的期限已延长', en: 'Time to decide on the application extended' }, data: ['days'] },
  'choice.lapsed': { text: { zh: '当事人未选定调解员', en: 'The parties chose no mediator' }, data: [] },
  'work.tracked': { text: { zh: '“三同步”进展', en: 'Progress of screening, correction, execution' }, data: ['track', 'status'] },
  'mediation.opened': { text: { zh: '调解开始', en: 'Mediation opened' }, data: ['openness'] },
  'session.held': { text: { zh: '已举行调解', en: 'Session held' }, data: ['date', 'session'] },
  'caucus.held': { text: { zh: '已单独沟通', en: 'Talk with one side' }, data: [] },
  'appraisal.started': { text: { zh: '开始鉴定', en: 'Appraisal began' }, data: ['at', 'stops'] },
  'appraisal.ended': { text: { zh: '鉴定结束', en: 'Appraisal ended' }, data: ['at'] },
  'mediation.extended': { text: { zh: '调解期限已延长', en: 'Mediation extended' }, data: ['days', 'consents'] },
  'mediation.terminated': { text: { zh: '调解终止', en: 'Mediation ended without agreement' }, data: ['ground', 'partyId', 'routes'] },
  'termination.served': {
    text: { zh: '终止调解通知书已送达', en: 'Notice of the ending served' },
    data: ['method', 'receivedOn', 'partyId', 'refused', 'unproven'],
  },
  'agreement.concluded': {
    text: { zh: '已达成调解协议', en: 'Agreement concluded' },
    data: ['form', 'effectiveOn', 'performBy', 'signedBy'],
  },
  'performance.recorded': { text: { zh: '已记录履行情况', en: 'Performance recorded' }, data: ['result', 'on', 'routes'] },
  'confirmation.applied': { text: { zh: '已共同申请司法确认', en: 'Confirmation applied for jointly' }, data: ['appliedOn', 'applicants'] },
  'confirmation.decided': {
    text: { zh: '法院已处理确认申请', en: 'The court decided on the confirmation' },
    data: ['confirmation', 'ground', 'on'],
  },
  'mediation.handed-over': { text: { zh: '已移交', en: 'Handed over' }, data: ['to', 'toUnitId'] },
  'hand-over.received': { text: { zh: '移交已签收', en: 'Hand-over signed for' }, data: ['by', 'reference', 'to'] },
} as const satisfies Record<string, FactSpec>;

export const mediated = factsOf(MEDIATION_FACTS);
