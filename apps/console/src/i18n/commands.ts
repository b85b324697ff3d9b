import type { Lang } from './say.ts';

/** Names of the commands where the API gave none (a refusal's list of types), and of events in the timeline. */
const COMMANDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  REGISTER: ['登记', 'register'],
  FORWARD: ['转送', 'forward'],
  ASSIGN: ['交办', 'assign'],
  ACCEPT: ['受理', 'accept'],
  REFUSE: ['不予受理', 'decline'],
  NO_LONGER_ACCEPT: ['不再受理', 'no longer accept'],
  CONFIRM: ['确认', 'confirm'],
  REJECT: ['不同意', 'reject'],
  GUIDE: ['导入法定途径', 'guide to legal route'],
  OBJECT: ['提出异议', 'object'],
  AGREE_RETURN: ['同意退回', 'agree to return'],
  REJECT_RETURN: ['驳回异议', 'reject objection'],
  EXTEND: ['延期', 'extend'],
  HOLD_HEARING: ['听证', 'hearing'],
  START_MEDIATION: ['启动调解', 'start mediation'],
  MEDIATION_ENDED: ['终止调解', 'mediation ended'],
  ISSUE_OPINION: ['出具处理意见', 'issue handling opinion'],
  RECORD_SERVICE: ['登记送达', 'record service'],
  REQUEST_REVIEW: ['申请复查', 'request review'],
  DECIDE_REVIEW: ['作出复查意见', 'decide review'],
  REQUEST_RECHECK: ['申请复核', 'request re-review'],
  DECIDE_RECHECK: ['作出复核意见', 'decide re-review'],
  SUSPEND: ['停表', 'stop the clock'],
  RESUME: ['恢复计时', 'resume the clock'],
  SET_EXECUTION: ['督促执行', 'set execution date'],
  REPORT_EXECUTION: ['报告执行', 'report execution'],
  REPORT_BACK: ['办结报告', 'report back'],
  RECLASSIFY: ['重新甄别', 'reclassify'],
  WITHDRAW: ['撤回', 'withdraw'],
  UNDO_WITHDRAW: ['取消撤回', 'undo withdrawal'],
  MERGE: ['并案', 'merge'],
  UNMERGE: ['取消并案', 'undo merge'],
  SETTLE: ['和解', 'settle'],
  RETURN_VISIT: ['回访', 'return visit'],
  RATE: ['评价', 'rate'],
  REDO: ['退回再办', 'send back to be redone'],
  ARCHIVE: ['归档', 'archive'],
  RECUSE: ['回避', 'recuse'],
  REPLY: ['答复建议', 'reply'],
  CONFIRM_RECEIPT: ['确认接收', 'confirm receipt'],
  FEEDBACK: ['反馈结果', 'give feedback'],
  RECORD_RESULT: ['登记结果', 'record result'],
  ADD_MATERIAL: ['补充材料', 'add material'],
};

/** Past-tense facts; those that follow from a command share its word. */
const FACTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'case.registered': ['登记', 'registered'],
  'case.forwarded': ['转送', 'forwarded'],
  'case.assigned': ['交办', 'assigned'],
  'case.accepted': ['受理', 'accepted'],
  'case.refused': ['不予受理', 'declined'],
  'case.remanded': ['发回重新办理', 'remanded'],
  'case.concluded': ['办结', 'concluded'],
  'case.sealed': ['密封', 'sealed'],
  'deadline.armed': ['期限启动', 'deadline started'],
  'deadline.met': ['按期完成', 'deadline met'],
  'deadline.cancelled': ['期限取消', 'deadline cancelled'],
  'deadline.extended': ['期限延长', 'deadline extended'],
  'deadline.paused': ['停表', 'clock stopped'],
  'deadline.resumed': ['恢复计时', 'clock resumed'],
  'deadline.passed': ['期限届满', 'deadline passed'],
  'deadline.reminded': ['临期提醒', 'reminded'],
  'deadline.urged': ['催办', 'urged'],
  'deadline.rederived': ['按新日历重算', 'counted again by a new calendar'],
  'supervision.opened': ['督办', 'supervision opened'],
};

/** A command's name. */
export function commandWord(type: string, lang: Lang): string {
  return COMMANDS[type]?.[lang === 'zh' ? 0 : 1] ?? type;
}

/** A fact's name: its own, else that of the command it is named after (`case.review_requested` stays a code). */
export function factWord(type: string, lang: Lang): string {
  const index = lang === 'zh' ? 0 : 1;
  const own = FACTS[type]?.[index];
  if (own !== undefined) return own;
  const command = type
    .replace(/^case\./, '')
    .replace(/[.-]/g, '_')
    .toUpperCase();
  return COMMANDS[command]?.[index] ?? type;
}
