import { w } from './word-pair.ts';

/** What acts of administration are called in the audit trail. */
export const AUDIT_WORDS = {
  auditAction: {
    'user.created': w('开立账号', 'account created'),
    'user.changed': w('变更账号', 'account changed'),
    'leader.entered': w('领导入册', 'leader entered'),
    'leader.changed': w('变更领导名册', 'leader changed'),
    'helper.entered': w('协助人员入册', 'helper entered'),
    'helper.changed': w('变更协助人员名册', 'helper changed'),
    'yellow-card.issued': w('黄牌警告', 'yellow card issued'),
    'yellow-card.lifted': w('解除黄牌警告', 'yellow card lifted'),
    'supervision-group.formed': w('成立督导组', 'supervision group formed'),
    'supervision-group.met': w('登记反馈会', 'feedback meeting recorded'),
    'supervision-group.dissolved': w('解散督导组', 'supervision group dissolved'),
    'visit-plan.fixed': w('确定回访方案', 'plan of visits fixed'),
    'yard-meeting.recorded': w('登记屋场恳谈会', 'meeting in the yard recorded'),
    'survey.opened': w('开始测评', 'survey opened'),
    'suggestion-call.opened': w('开始征集建议', 'call for suggestions opened'),
    'routing.ruling-accepted': w('裁定转为分派规则', 'ruling taken up as a rule'),
    'routing.ruling-rejected': w('裁定不转为分派规则', 'ruling not taken up'),
    'cases.exported': w('导出案件', 'cases exported'),
    'supervisions.exported': w('导出督办台账', 'ledger of supervisions exported'),
    'responsibility.read': w('查阅责任倒查', 'responsibility trace read'),
    'responsibility.exported': w('导出责任倒查', 'responsibility trace exported'),
  },
} as const;
