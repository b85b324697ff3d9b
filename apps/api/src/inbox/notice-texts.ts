import type { BilingualText } from '#libs/domain';

/** What a notice says; the case's own words are never in it. */
const TEXTS: Readonly<Record<string, BilingualText>> = {
  'case.forwarded': { zh: '有案件转送到本单位', en: 'A case was forwarded to your unit' },
  'case.assigned': { zh: '有案件交办给本单位', en: 'A case was assigned to your unit' },
  'case.objected': { zh: '承办单位提出异议', en: 'The receiver objects' },
  'case.returned': { zh: '异议已同意，案件退回', en: 'The objection was agreed to, the case came back' },
  'objection.rejected': { zh: '异议被驳回，请依法办理', en: 'The objection was rejected' },
  'refusal.proposed': { zh: '有不予受理待审核', en: 'A refusal waits for confirmation' },
  'ending.proposed': { zh: '有不再受理待审核', en: 'An ending waits for confirmation' },
  'review.requested': { zh: '收到复查申请', en: 'A review was requested' },
  'recheck.requested': { zh: '收到复核申请', en: 'A re-review was requested' },
  'case.remanded': { zh: '案件发回重新办理', en: 'The case was remanded' },
  'case.reclassified': { zh: '案件类别或事项已调整', en: 'The case was reclassified' },
  'material.added': { zh: '信访人补充了材料', en: 'The petitioner added material' },
  'deadline.reminded': { zh: '期限临近', en: 'A deadline is near' },
  'deadline.passed': { zh: '期限已过', en: 'A deadline has passed' },
  'deadline.urged': { zh: '超期催办', en: 'Overdue: please act' },
  'supervision.opened': { zh: '已启动督办', en: 'Supervision was opened' },
};
const OTHER: BilingualText = { zh: '案件有新进展', en: 'Something happened to a case' };

export function noticeText(kind: string): BilingualText {
  return TEXTS[kind] ?? OTHER;
}
