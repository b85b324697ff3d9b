import type { BilingualText } from '../case/decision.ts';
import type { LetterKind } from '../case/letter.ts';

/** What a letter is called; a template may be more precise (受理告知书 of a mediation). */
export const LETTER_NAMES: Readonly<Record<LetterKind, BilingualText>> = {
  acceptance: { zh: '受理告知书', en: 'Notice of acceptance' },
  'non-acceptance': { zh: '不予受理告知书', en: 'Notice of non-acceptance' },
  'no-longer-accepted': { zh: '不再受理告知书', en: 'Notice that it is no longer accepted' },
  transfer: { zh: '转送函', en: 'Letter of transfer' },
  assignment: { zh: '交办函', en: 'Letter of assignment' },
  extension: { zh: '延期办理告知书', en: 'Notice of extension' },
  opinion: { zh: '处理意见书', en: 'Written opinion' },
  reply: { zh: '建议答复书', en: 'Reply to a suggestion' },
  service: { zh: '送达回证', en: 'Certificate of service' },
  review: { zh: '复查意见书', en: 'Review opinion' },
  recheck: { zh: '复核意见书', en: 'Recheck opinion' },
  supervision: { zh: '督办函', en: 'Letter of supervision' },
  suggestion: { zh: '建议书', en: 'Letter of suggestion' },
  'mediation-agreement': { zh: '调解协议书', en: 'Mediation agreement' },
  termination: { zh: '终止调解通知书', en: 'Notice that the mediation has ended' },
  'confirmation-application': { zh: '司法确认申请书', en: 'Application for judicial confirmation' },
  minutes: { zh: '调解笔录', en: 'Minutes of the mediation' },
  'return-visit': { zh: '回访记录', en: 'Record of the return visit' },
  'organisation-notice': { zh: '通报函', en: 'Letter to the organisation department' },
  'accusation-receipt': { zh: '检举控告签收回执', en: 'Receipt for an accusation' },
};
