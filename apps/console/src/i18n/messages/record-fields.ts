/** Labels of the fields of supervision cards and letters of suggestion, as in `command-fields.ts`. */
export const recordFieldsZh = {
  item: '督办事项',
  demand: '要求整改的事项',
  'GIVE_EVIDENCE.evidence': '整改佐证（做了什么、何时、有何凭据）',
  measure: '措施',
  resolutionCaseId: '联席会议就本件作出的决议',
  'APPLY_MEASURE.dueDate': '整改期限',
  'APPLY_MEASURE.leaderId': '包案领导',
  terms: '措施的具体内容',
  changed: '面貌已改变',
  'INSPECT.finding': '督查所见',
  done: '已落实完毕',
  'ANSWER_SUPERVISION.reply': '对督办单的书面回复',
  'ANSWER_LETTER.reply': '采纳情况的说明（不采纳须说明理由）',
} as const;

export const recordFieldsEn: Readonly<Record<keyof typeof recordFieldsZh, string>> = {
  item: 'Item',
  demand: 'What is to be put right',
  'GIVE_EVIDENCE.evidence': 'Evidence (what was done, when, what shows it)',
  measure: 'Measure',
  resolutionCaseId: 'The joint meeting’s resolution on this',
  'APPLY_MEASURE.dueDate': 'To be put right by',
  'APPLY_MEASURE.leaderId': 'Leader who answers for it',
  terms: 'What the measure says',
  changed: 'Visibly changed',
  'INSPECT.finding': 'What was found on the spot',
  done: 'It is done',
  'ANSWER_SUPERVISION.reply': 'Answer to the supervision card',
  'ANSWER_LETTER.reply': 'How far it is adopted (reasons where it is not)',
};
