import type { LetterTemplate } from '../template.ts';

/** 三项建议, Art 40: to improve the work, change a policy or hold to account; whether it is adopted is told in writing (Art 40(4)). */
export const SUGGESTION: LetterTemplate = {
  kind: 'suggestion',
  title: '信访工作建议书',
  word: '建议',
  of: ['letter.issued'],
  issuer: 'by',
  addressee: '{unitIn:to}',
  body: [
    '根据《信访工作条例》第四十条的规定，现就“{title}”（编号{caseNo}）提出{suggestionKind}。',
    { heading: '一、有关事实' },
    '{text:facts}',
    { heading: '二、建议' },
    '{text:suggestion}',
    '本建议书同时报告{unitIn:reportedTo}（《信访工作条例》第四十条第二款）。',
    '请书面反馈采纳情况；不予采纳的，应当说明理由（《信访工作条例》第四十条第四款）。反馈{limit:PET-SUGG-FEEDBACK}。',
    '发出日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
