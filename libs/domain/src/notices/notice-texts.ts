import type { BilingualText } from '../case/decision.ts';

/** What a notice says; the case's own words are never in it. */
const TEXTS = {
  'case.filed': { zh: '群众在网上提交了新事项', en: 'A matter was filed online' },
  'case.urgent': { zh: '收到紧急事项', en: 'An urgent matter came in' },
  'case.forwarded': { zh: '有案件转送到本单位', en: 'A case was forwarded to your unit' },
  'accusation.transferred': { zh: '有检举控告件转到本单位', en: 'An accusation was transferred to your unit' },
  'assignment.reported': { zh: '交办事项已报结', en: 'An assigned matter was reported back' },
  'return.requested': { zh: '承办单位提出异议', en: 'The receiver objects' },
  'return.agreed': { zh: '异议已同意，案件退回', en: 'The objection was agreed to' },
  'return.rejected': { zh: '异议被驳回，请依法办理', en: 'The objection was rejected' },
  'refusal.proposed': { zh: '有不予受理待审核', en: 'A refusal waits for confirmation' },
  'ending.proposed': { zh: '有不再受理待审核', en: 'An ending waits for confirmation' },
  'proposal.rejected': { zh: '拟办意见未获同意', en: 'A proposal was rejected' },
  'case.refused': { zh: '案件不予受理', en: 'The case was refused' },
  'case.ended': { zh: '案件不再受理', en: 'The case is no longer accepted' },
  'case.guided': { zh: '案件已导入法定途径', en: 'The case was guided to a legal route' },
  'case.merged': { zh: '案件已并案', en: 'The case was merged' },
  'case.withdrawn': { zh: '信访人撤回', en: 'The petitioner withdrew' },
  'case.converted': { zh: '简易办理已转为普通程序', en: 'A simplified case was turned into the ordinary procedure' },
  'case.reclassified': { zh: '案件类别或事项已调整', en: 'The case was reclassified' },
  'case.remanded': { zh: '案件发回重新办理', en: 'The case was remanded' },
  'case.redo-ordered': { zh: '案件退回再办', en: 'The case was sent back to be done again' },
  'case.rated-dissatisfied': { zh: '收到不满意评价', en: 'The case was rated dissatisfied' },
  'execution.reported': { zh: '已报告执行情况', en: 'Execution was reported' },
  'review.requested': { zh: '收到复查申请', en: 'A review was requested' },
  'recheck.requested': { zh: '收到复核申请', en: 'A re-review was requested' },
  'material.added': { zh: '信访人补充了材料', en: 'The petitioner added material' },
  'person.recused': { zh: '有人员回避，请另行安排', en: 'Somebody was recused' },
  'order.dispatched': { zh: '有12345工单派到本单位，请签收', en: 'A 12345 work order waits for your signature' },
  'order.returned': { zh: '有工单被退回，请重新派单', en: 'A work order was returned; dispatch it anew' },
  'order.replied': { zh: '工单已答复，请回访', en: 'A work order was replied to; call back' },
  'order.redo': { zh: '来电人不满意，工单退回重办', en: 'The caller is dissatisfied: the order is to be done again' },
  'handover.declined': { zh: '对方平台未接，请按首接先行受理', en: 'The other platform did not take it over: yours is the first receiver' },
  'choice.lapsed': { zh: '当事人未选定调解员，须由法院指定', en: 'The parties chose no mediator; the court appoints one' },
  'work.tracked': { zh: '排查、整改、落实有新进展', en: 'Screening, correction or execution has moved' },
  'mediator.appointed': { zh: '已确定您单位人员为调解员', en: 'A mediator of your unit was appointed' },
  'mediator.removed': { zh: '调解员退出，请另行确定', en: 'A mediator left: appoint another' },
  'team.seated': { zh: '本单位已列入工作小组', en: 'Your unit has a seat in a team' },
  'agreement.concluded': { zh: '调解达成协议', en: 'A mediation came to an agreement' },
  'mediation.terminated': { zh: '调解终止', en: 'A mediation ended without agreement' },
  'mediation.handed-over': { zh: '调解案件已移交其他机关', en: 'A mediation was handed over' },
  'confirmation.decided': { zh: '法院已处理司法确认申请', en: 'A court decided on a confirmation' },
  'meeting.convened': { zh: '请参加联席会议', en: 'Your unit is called to a joint meeting' },
  'meeting.cancelled': { zh: '联席会议已取消', en: 'A joint meeting was cancelled' },
  'resolution.made': { zh: '联席会议有决议由本单位落实', en: 'A joint meeting resolved what your unit is to do' },
  'resolution.reported': { zh: '成员单位已报告决议落实情况', en: 'A resolution was reported on' },
  'resolution.returned': { zh: '决议落实情况未通过，请限期再办', en: 'A report was not accepted: to be done by a new date' },
  'urgent.raised': { zh: '紧急事项，请立即响应', en: 'Urgent: respond at once' },
  'urgent.reported': { zh: '收到重大紧急事项报告，请签收', en: 'An urgent matter was reported to you: confirm its receipt' },
  'urgent.report-received': { zh: '重大紧急事项报告已签收', en: 'A report was received' },
  'deadline.reminded': { zh: '期限临近', en: 'A deadline is near' },
  'deadline.passed': { zh: '期限已过', en: 'A deadline has passed' },
  'deadline.urged': { zh: '超期催办', en: 'Overdue: please act' },
  'supervision.opened': { zh: '已启动督办，请在期限内书面回复', en: 'Supervision was opened: reply in writing within its time limit' },
  'supervision.escalated': { zh: '督办未按期回复，已升级', en: 'A supervision was not replied to and went up' },
  'supervision.replied': { zh: '被督办单位已回复', en: 'The supervised unit replied' },
} as const satisfies Readonly<Record<string, BilingualText>>;
const OTHER: BilingualText = { zh: '案件有新进展', en: 'Something happened to a case' };

/** Every kind of notice there is, for whoever chooses among them. */
export const NOTICE_KINDS: readonly string[] = Object.keys(TEXTS);

export function noticeText(kind: string): BilingualText {
  return kind in TEXTS ? TEXTS[kind as keyof typeof TEXTS] : OTHER;
}
