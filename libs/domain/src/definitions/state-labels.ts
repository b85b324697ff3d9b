import type { BilingualText } from '../case/decision.ts';

const LABELS: Readonly<Record<string, BilingualText>> = {
  registered: { zh: '已登记', en: 'Registered' },
  'refusal-proposed': { zh: '拟不予受理', en: 'Refusal proposed' },
  'ending-proposed': { zh: '拟不再受理', en: 'Ending proposed' },
  routed: { zh: '已转送', en: 'Routed' },
  objected: { zh: '已提异议', en: 'Objected' },
  handling: { zh: '办理中', en: 'Being handled' },
  answered: { zh: '已作出意见', en: 'Answered' },
  served: { zh: '已送达', en: 'Served' },
  reviewing: { zh: '复查中', en: 'Under review' },
  reviewed: { zh: '已复查', en: 'Reviewed' },
  'review-served': { zh: '复查意见已送达', en: 'Review served' },
  rechecking: { zh: '复核中', en: 'Under recheck' },
  rechecked: { zh: '已复核', en: 'Rechecked' },
  final: { zh: '已终结', en: 'Final' },
  concluded: { zh: '已办结', en: 'Concluded' },
  refused: { zh: '不予受理', en: 'Refused' },
  guided: { zh: '已导入法定途径', en: 'Guided to its route' },
  ended: { zh: '不再受理', en: 'No longer accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '已并案', en: 'Merged' },
  settled: { zh: '已和解', en: 'Settled' },
  archived: { zh: '已归档', en: 'Archived' },
  dispatched: { zh: '已派单', en: 'Dispatched' },
  returned: { zh: '已退单', en: 'Returned' },
  doing: { zh: '工单办理中', en: 'Being done' },
  replied: { zh: '已答复，待回访', en: 'Replied to' },
  'called-back': { zh: '已回访', en: 'Called back' },
  'handing-over': { zh: '已转平台，待回执', en: 'Being handed over' },
  'handed-over': { zh: '已移交', en: 'Handed over' },
  transferred: { zh: '已移送', en: 'Transferred' },
  received: { zh: '已签收', en: 'Received' },
  accepted: { zh: '已受理待调解', en: 'Accepted for mediation' },
  mediating: { zh: '调解中', en: 'Being mediated' },
  agreed: { zh: '已达成协议', en: 'Agreement reached' },
  confirming: { zh: '司法确认中', en: 'Before the court for confirmation' },
  confirmed: { zh: '已司法确认', en: 'Confirmed by the court' },
  performed: { zh: '协议已履行', en: 'Agreement performed' },
  unperformed: { zh: '协议未履行', en: 'Agreement not performed' },
  supervised: { zh: '督办中', en: 'Under supervision' },
  'signed-off': { zh: '督办已销号', en: 'Signed off' },
  'supervision-withdrawn': { zh: '督办已撤销', en: 'Supervision withdrawn' },
  issued: { zh: '建议书已发出', en: 'Letter issued' },
  'letter-received': { zh: '建议书已签收', en: 'Letter received' },
  adopted: { zh: '已采纳，落实中', en: 'Adopted, being put into effect' },
  'put-into-effect': { zh: '已报告落实', en: 'Put into effect' },
  declined: { zh: '未采纳', en: 'Not adopted' },
  rectifying: { zh: '整改中', en: 'Being put right' },
  rectified: { zh: '已报告整改，待核查', en: 'Reported as put right' },
  'rectification-checked': { zh: '核查通过，待公布', en: 'Checked, to be published' },
  'result-published': { zh: '整改结果已公布', en: 'Result published' },
  'result-kept': { zh: '已整改，不公布', en: 'Put right, not published' },
  'rectification-withdrawn': { zh: '整改要求已撤回', en: 'Request withdrawn' },
  'letter-concluded': { zh: '建议书已办结', en: 'Letter concluded' },
  'letter-withdrawn': { zh: '建议书已撤回', en: 'Letter withdrawn' },
  terminated: { zh: '调解终止', en: 'Ended without agreement' },
  convened: { zh: '已召集', en: 'Convened' },
  held: { zh: '已召开，跟踪落实', en: 'Held; resolutions being followed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  'with-superior': { zh: '待共同上级决定', en: 'Before the common superior' },
  'with-meeting': { zh: '待联席会议协调', en: 'Before the joint meeting' },
  ruled: { zh: '管辖已确定', en: 'Jurisdiction settled' },
  scheduled: { zh: '已排定，待公布', en: 'Fixed, to be published' },
  announced: { zh: '已公布，可预约', en: 'Published, may be booked' },
  relieved: { zh: '已解除接访任务', en: 'Relieved of it' },
  taken: { zh: '已接班', en: 'Taken over' },
  responded: { zh: '已响应', en: 'Responded to' },
  assembled: { zh: '已调度', en: 'Units called together' },
  acting: { zh: '处置中', en: 'Being dealt with' },
  reported: { zh: '已报告，待核查', en: 'Reported; to be checked' },
  leading: { zh: '包案化解中', en: 'Led by a leader' },
  released: { zh: '已解除包案', en: 'Leader released' },
};

/** The name of a state for people; states of the same name mean the same in every procedure but where listed here. */
export function stateLabel(procedure: string, state: string): BilingualText {
  if (procedure === 'accusation' && state === 'concluded') return { zh: '已反馈', en: 'Fed back' };
  if (procedure === 'joint-meeting' && state === 'registered') return { zh: '筹备中', en: 'Being prepared' };
  if (procedure === 'urgent-matter' && state === 'registered') return { zh: '待响应', en: 'To be responded to' };
  if (procedure === 'jurisdiction' && state === 'registered') return { zh: '协商中', en: 'Being agreed on' };
  if (procedure === 'duty-handover' && state === 'registered') return { zh: '待接班', en: 'To be taken over' };
  if (procedure === 'reception-day' && state === 'registered') return { zh: '待排定接访日', en: 'Day of reception to be fixed' };
  if (procedure === 'resolution' && state === 'registered') return { zh: '待落实', en: 'To be carried out' };
  if (procedure === 'leader-case' && state === 'registered') return { zh: '已明确包案领导，待到位', en: 'Leader named' };
  return LABELS[state] ?? { zh: state, en: state };
}
