import { toldReceivedUntilToday } from '../accusation/hand-on.rules.ts';
import { untilToday } from '../guided/guided.rules.ts';
import { mergeTargetKnown, requestedByPetitioner, requestedNotInFuture } from '../interruption/interruption.ts';
import { agendaCaseKnown, meetingAhead, meetingHeldUntilToday, presentAreMembers } from '../meeting/meeting.rules.ts';
import { resolutionDateAhead } from '../meeting/resolution.rules.ts';
import { consentsKnown, extensionWithinLimit, partyKnown, servedBetween } from '../petition/handling.rules.ts';
import { otherCaseNamed, priorCaseKnown } from '../petition/intake.rules.ts';
import { requestDates, resumptionDates, reviewerConfigured, suspensionDates } from '../petition/review.rules.ts';
import { assignmentDate, targetKnown } from '../transfer/transfer.rules.ts';
import { reportTargetFits } from '../urgent/urgent.rules.ts';
import type { CommandRest } from './command-of.ts';
import { command } from './command-of.ts';
import type { CommandSpec } from './command-spec.ts';
import { MEDIATION_COMMANDS } from './mediation-commands.ts';
import { RECEPTION_COMMANDS } from './reception-commands.ts';

const request: CommandRest = { texts: ['reason'], unitFields: ['toUnitId'], checksHere: [requestDates, reviewerConfigured] };

const LIST: readonly CommandSpec[] = [
  command('FORWARD', '转送', 'Forward', ['holder'], { texts: ['note'], unitFields: ['unitId'], checks: [targetKnown] }),
  command('ASSIGN', '交办', 'Assign', ['holder'], { texts: ['note'], unitFields: ['unitId'], checks: [targetKnown, assignmentDate] }),
  command('ACCEPT', '受理', 'Accept', ['holder'], { whoIn: { mediation: ['body'] } }),
  command('REFUSE', '不予受理', 'Refuse', ['holder'], { caseFields: ['caseId'], checks: [otherCaseNamed] }),
  command('NO_LONGER_ACCEPT', '不再受理', 'No longer accept', ['centre'], {
    texts: ['comparison'],
    caseFields: ['priorCaseId'],
    checks: [priorCaseKnown],
  }),
  command('CONFIRM', '同意', 'Confirm', ['approver']),
  command('REJECT', '不同意', 'Reject', ['approver'], { texts: ['reason'] }),
  command('GUIDE', '导入法定途径', 'Guide to the legal route', ['holder'], { texts: ['organ', 'reason'] }),
  command('OBJECT', '提出异议', 'Object', ['holder'], { texts: ['reason'] }),
  command('AGREE_RETURN', '同意退回', 'Agree to the return', ['sender'], { texts: ['reason'] }),
  command('REJECT_RETURN', '不同意退回', 'Reject the return', ['sender'], { texts: ['reason'] }),
  command('CONVERT', '转为普通程序', 'Turn into the ordinary procedure', ['holder'], { texts: ['reason'] }),
  command('EXTEND', '延期', 'Extend', ['head'], { texts: ['reason'], checks: [extensionWithinLimit] }),
  command('HOLD_HEARING', '举行听证', 'Hold a hearing', ['holder'], { texts: ['place'] }),
  command('START_MEDIATION', '开始调解', 'Start mediation', ['holder'], { checks: [consentsKnown] }),
  command('MEDIATION_ENDED', '调解结束', 'End mediation', ['holder']),
  command('ISSUE_OPINION', '作出处理意见', 'Issue the opinion', ['holder'], { texts: ['request', 'facts', 'opinion', 'basis', 'remedy'] }),
  command('SETTLE', '和解', 'Settle', ['holder'], { texts: ['agreement'], checks: [consentsKnown] }),
  command('RECORD_SERVICE', '登记送达', 'Record the service', ['holder'], {
    whoIn: { mediation: ['body'] },
    texts: ['proof'],
    checks: [partyKnown],
    checksHere: [servedBetween],
  }),
  command('REQUEST_REVIEW', '申请复查', 'Request a review', ['clerk', 'petitioner'], request),
  command('DECIDE_REVIEW', '作出复查意见', 'Decide the review', ['holder'], { texts: ['opinion'] }),
  command('REQUEST_RECHECK', '申请复核', 'Request a recheck', ['clerk', 'petitioner'], request),
  command('SUSPEND', '中止计时', 'Stop the clock', ['holder'], { checksHere: [suspensionDates] }),
  command('RESUME', '恢复计时', 'Resume the clock', ['holder'], { checksHere: [resumptionDates] }),
  command('DECIDE_RECHECK', '作出复核意见', 'Decide the recheck', ['holder'], { texts: ['opinion'] }),
  command('SET_EXECUTION', '确定执行期限', 'Set the execution date', ['issuer']),
  command('REPORT_EXECUTION', '报告执行情况', 'Report the execution', ['issuer'], { texts: ['report'] }),
  command('REPORT_BACK', '报送办结报告', 'Report back', ['assignee'], { texts: ['report'] }),
  command('RECLASSIFY', '重新分类', 'Reclassify', ['classifier'], { texts: ['reason'] }),
  command('WITHDRAW', '撤回', 'Withdraw', ['clerk', 'petitioner'], {
    texts: ['evidence'],
    checks: [requestedByPetitioner, requestedNotInFuture],
  }),
  command('UNDO_WITHDRAW', '取消撤回', 'Undo the withdrawal', ['petitioner', 'clerk'], { texts: ['reason'] }),
  command('MERGE', '并案', 'Merge', ['clerk'], { caseFields: ['intoCaseId'], checks: [mergeTargetKnown] }),
  command('UNMERGE', '取消并案', 'Undo the merger', ['clerk']),
  command('RETURN_VISIT', '回访', 'Record a return visit', ['visitor'], { texts: ['note'] }),
  command('RATE', '评价', 'Rate', ['rater']),
  command('REDO', '退回再办', 'Send back to be done again', ['centre'], { texts: ['reason'] }),
  command('ARCHIVE', '归档', 'Archive', ['centre'], {
    whoIn: {
      accusation: ['holder'],
      guided: ['centre', 'holder'],
      'joint-meeting': ['holder'],
      resolution: ['meeting-office'],
      'urgent-matter': ['holder', 'centre'],
      'duty-handover': ['holder', 'centre'],
      'reception-day': ['holder', 'centre'],
      supervision: ['supervising'],
      'suggestion-letter': ['supervising'],
    },
  }),
  command('REPLY', '答复', 'Reply', ['holder'], { texts: ['reply'] }),
  command('CONFIRM_RECEIPT', '签收', 'Confirm receipt', ['holder']),
  command('RECORD_RANK', '登记被反映人职级', 'Record the rank of the accused', ['holder']),
  command('TELL_ORGANISATION', '通报组织（人事）部门', 'Tell the organisation department', ['holder'], {
    unitFields: ['unitId'],
    checks: [targetKnown],
  }),
  command('KEEP_TOLD_RECEIPT', '登记通报回执', 'Keep the receipt of the organisation department', ['holder'], {
    checks: [toldReceivedUntilToday],
  }),
  command('HAND_ON', '三向移送', 'Hand on', ['holder'], { texts: ['reason'], unitFields: ['unitId'], checks: [targetKnown] }),
  command('RECORD_ACCOUNTABILITY', '登记处理结果', 'Record the accountability', ['holder']),
  command('FEEDBACK', '反馈', 'Feed back', ['holder'], { texts: ['result'] }),
  command('OPEN_WINDOW', '登记申请期限', 'Record the window to apply', ['holder', 'centre'], { checks: [untilToday('knewOn')] }),
  command('RECORD_LODGING', '登记提出申请', 'Record the application', ['holder', 'centre'], { checks: [untilToday('lodgedOn')] }),
  command('RECORD_FILING', '登记对方受理', 'Record the acceptance in the legal route', ['holder', 'centre'], {
    checks: [untilToday('acceptedOn')],
  }),
  command('RECORD_EXTENSION', '登记对方延期', 'Record an extension of the legal route', ['holder', 'centre'], {
    texts: ['reason'],
    checksHere: [extensionWithinLimit],
  }),
  command('RECORD_RESULT', '记录结果', 'Record the result', ['holder', 'centre'], {
    texts: ['result'],
    checks: [untilToday('servedOn')],
  }),
  command('DISPATCH', '派单', 'Dispatch', ['centre'], { texts: ['note'], unitFields: ['unitId'], checks: [targetKnown] }),
  command('RETURN_ORDER', '退单', 'Return the order', ['holder'], { texts: ['reason'] }),
  command('REPLY_ORDER', '答复工单', 'Reply to the order', ['holder'], { texts: ['reply', 'plan'] }),
  command('CALL_BACK', '回访来电人', 'Call back', ['visitor'], { texts: ['note'] }),
  command('HAND_OVER', '转110等平台', 'Hand over to 110, 119, 120 or 122', ['centre'], { texts: ['reason'] }),
  command('GIVE_RECEIPT', '出具回执', 'Give the receipt', ['centre']),
  command('RECORD_RECEIPT', '登记回执', 'Record the receipt', ['centre'], { texts: ['note'] }),
  command('HANDOVER_DECLINED', '对方未接', 'Not taken over', ['centre'], { texts: ['reason'] }),
  command('RECUSE', '回避', 'Recuse', ['recuser'], { texts: ['reason'], userFields: ['userId'] }),
  command('REPLY_SUPERVISION', '回复督办', 'Reply to the supervision', ['supervised'], { texts: ['reply', 'measures'] }),
  command('ADD_MATERIAL', '补充材料', 'Add material', ['clerk', 'petitioner'], { texts: ['text'] }),
];

/** Of joint meetings: the office of the meeting keeps the record, whoever owes a resolution reports on it. */
const MEETING: readonly CommandSpec[] = [
  command('ADD_MEMBER', '增加成员单位', 'Add a member', ['holder'], { unitFields: ['unitId'], checks: [targetKnown] }),
  command('PUT_ON_AGENDA', '列入议程', 'Put on the agenda', ['holder'], {
    texts: ['matter'],
    caseFields: ['caseId'],
    checks: [agendaCaseKnown],
  }),
  command('CONVENE', '召集会议', 'Convene', ['holder'], { texts: ['convenor', 'place'], checks: [meetingAhead] }),
  command('RECORD_MEETING', '登记会议纪要', 'Record the meeting', ['holder'], {
    texts: ['minutes'],
    checks: [meetingHeldUntilToday, presentAreMembers],
  }),
  command('CANCEL_MEETING', '取消会议', 'Cancel the meeting', ['holder'], { texts: ['reason'] }),
  command('CLOSE_MEETING', '会议办结', 'Conclude the meeting', ['holder']),
  command('REPORT_RESOLUTION', '报告落实情况', 'Report on the resolution', ['holder'], { texts: ['report'] }),
  command('ACCEPT_REPORT', '核查销号', 'Accept the report', ['meeting-office'], { texts: ['evidence'] }),
  command('RETURN_REPORT', '退回再办', 'Return the report', ['meeting-office'], { texts: ['reason'], checks: [resolutionDateAhead] }),
];

/** Of urgent and major matters: the unit on duty deals with it, whoever it is reported to confirms the receipt. */
const URGENT: readonly CommandSpec[] = [
  command('RESPOND', '响应', 'Respond', ['holder'], { texts: ['note'] }),
  command('ASSEMBLE', '调度相关单位', 'Call the units together', ['holder'], { texts: ['note'] }),
  command('BEGIN_HANDLING', '开始现场处置', 'Begin to deal with it', ['holder'], { texts: ['measures'] }),
  command('CALL_IN_UNIT', '增加协同单位', 'Call in a unit', ['holder'], {
    texts: ['lawBasis'],
    unitFields: ['unitId'],
    checks: [targetKnown],
  }),
  command('REPORT_UP', '报告', 'Report', ['holder', 'centre'], { texts: ['report'], unitFields: ['unitId'], checks: [reportTargetFits] }),
  command('CONFIRM_REPORT', '签收报告', 'Confirm the receipt of a report', ['urgent-reader'], { texts: ['note'] }),
  command('LINK_PLAN', '启用应急预案', 'Put a contingency plan to use', ['holder', 'centre'], { texts: ['note'] }),
  command('CALL_SERVICE', '转110、119、120', 'Hand to 110, 119 or 120', ['holder', 'centre'], { texts: ['reason'] }),
  command('KEEP_SERVICE_RECEIPT', '登记紧急移交回执', 'Keep the receipt', ['holder', 'centre'], { texts: ['note'] }),
  command('REFER_PROTECTION', '转介人身安全保护令', 'Refer for a protection order', ['holder', 'centre'], { texts: ['organ', 'reason'] }),
  command('CONCLUDE_URGENT', '处置完毕', 'Conclude', ['holder'], { texts: ['summary'] }),
];

/** Of a leader's responsibility for a case. */
const LEADER_CASE: readonly CommandSpec[] = [
  command('TAKE_CHARGE', '包案到位', 'Take charge', ['namedLeader'], { texts: ['note'] }),
  command('RECORD_DUTY', '登记履职情况', 'Record a duty done', ['namedLeader', 'namedHandler'], { texts: ['note'] }),
  command('REPORT_PROGRESS', '报告进展', 'Report the progress', ['namedHandler'], { texts: ['report'] }),
  command('CHANGE_LEADER', '更换包案领导', 'Change the leader', ['office'], { texts: ['reason'], registerFields: { leaderId: 'leader' } }),
  command('CHANGE_CASE_HANDLER', '更换经办人', 'Change the handler', ['office'], { texts: ['reason'], userFields: ['userId'] }),
  command('REGRADE', '调整分级', 'Change the grade', ['office'], { texts: ['reason'], registerFields: { leaderId: 'leader' } }),
  command('SEAT_TEAM_LEAD', '明确一级组长', 'Name the lead of a level', ['office'], {
    texts: ['reason'],
    registerFields: { leaderId: 'leader' },
  }),
  command('CONCLUDE_LEADER_CASE', '包案办结', 'Conclude', ['namedLeader'], { texts: ['summary'] }),
  command('RELEASE_LEADER', '解除包案', 'Release the leader', ['office'], { texts: ['reason'] }),
  command('NAME_LEADER', '重新包案', 'Name a leader again', ['office'], { texts: ['reason'], registerFields: { leaderId: 'leader' } }),
];

/** Of disputes on jurisdiction (Art 24(1)), and of the duty. */
const JURISDICTION: readonly CommandSpec[] = [
  command('STATE_POSITION', '表明管辖意见', 'Say who is competent', ['disputing'], {
    texts: ['reason'],
    unitFields: ['unitId'],
    checks: [targetKnown],
  }),
  command('TAKE_UP_DISPUTE', '提请裁定', 'Bring it before whoever decides', ['disputing', 'centre'], { texts: ['reason'] }),
  command('RULE_JURISDICTION', '决定管辖', 'Decide', ['holder'], { texts: ['basis'], unitFields: ['unitId'], checks: [targetKnown] }),
  command('TAKE_OVER', '接班', 'Take the duty over', ['holder'], { texts: ['note'] }),
  command('ADOPT_RESOLUTION', '按联席会议裁定', 'Adopt the resolution', ['holder'], { caseFields: ['resolutionId'] }),
];

/** Of supervision cards, letters of suggestion and rectifications. */
const RECORDS: readonly CommandSpec[] = [
  command('ANSWER_SUPERVISION', '书面回复督办单', 'Answer the supervision card', ['supervised-unit'], { texts: ['reply', 'measures'] }),
  command('ADD_ITEM', '增加督办事项', 'Ask for a further item', ['supervising'], { texts: ['demand'] }),
  command('GIVE_EVIDENCE', '提交整改佐证', 'Give evidence for an item', ['supervised-unit'], { texts: ['evidence'] }),
  command('SEND_BACK_EVIDENCE', '退回补正佐证', 'Send the evidence back', ['supervising'], { texts: ['reason'] }),
  command('SIGN_OFF_ITEM', '逐项销号', 'Sign an item off', ['supervising'], { texts: ['note'] }),
  command('PROPOSE_MEASURE', '提请联席会议采取措施', 'Propose a measure to the joint meeting', ['supervising'], { texts: ['reason'] }),
  command('APPLY_MEASURE', '依决议采取措施', 'Take a measure that was resolved', ['supervising'], {
    texts: ['terms'],
    caseFields: ['resolutionCaseId'],
    userFields: ['leaderId'],
  }),
  command('WARN_OF_LISTING', '挂牌预警', 'Warn of a listing', ['supervising'], { texts: ['reason'] }),
  command('INSPECT', '登记实地督查', 'Record an inspection on the spot', ['supervising'], { texts: ['finding'] }),
  command('DELIST', '摘牌', 'Delist', ['supervising'], { texts: ['note'], caseFields: ['caseId'] }),
  command('SIGN_OFF', '督办销号', 'Sign the supervision off', ['supervising'], { texts: ['note'] }),
  command('WITHDRAW_SUPERVISION', '撤销督办', 'Withdraw the supervision', ['supervising'], { texts: ['reason'] }),
  command('CONFIRM_LETTER', '签收建议书', 'Confirm receipt of the letter', ['supervised-unit']),
  command('ANSWER_LETTER', '反馈采纳情况', 'Say whether it is adopted', ['supervised-unit'], { texts: ['reply'] }),
  command('REPORT_ADOPTION', '报告落实情况', 'Report how it is put into effect', ['supervised-unit'], { texts: ['report'] }),
  command('CONCLUDE_LETTER', '建议书办结', 'Conclude the letter', ['supervising'], { texts: ['note'] }),
  command('WITHDRAW_LETTER', '撤回建议书', 'Withdraw the letter', ['supervising'], { texts: ['reason'] }),
  command('REPORT_RECTIFICATION', '报告整改情况', 'Report what was put right', ['supervised-unit'], { texts: ['report'] }),
  command('CHECK_RECTIFICATION', '现场核查整改', 'Check on the spot', ['visitor'], { texts: ['finding'] }),
  command('PUBLISH_RESULT', '公布整改结果', 'Publish the result', ['office']),
  command('KEEP_UNPUBLISHED', '不公布整改结果', 'Keep the result unpublished', ['office'], { texts: ['reason'] }),
  command('WITHDRAW_RECTIFICATION', '撤回整改要求', 'Withdraw the request', ['office'], { texts: ['reason'] }),
];

/** Every command a person may send, in the order shown. The engine's own (`DEADLINE_STEP`, `REDERIVE`) and REGISTER aren't among them. */
export const COMMANDS: Readonly<Record<string, CommandSpec>> = Object.fromEntries(
  [...LIST, ...MEDIATION_COMMANDS, ...MEETING, ...URGENT, ...LEADER_CASE, ...JURISDICTION, ...RECEPTION_COMMANDS, ...RECORDS].map(
    (spec) => [spec.type, spec],
  ),
);
