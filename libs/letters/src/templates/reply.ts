import type { LetterTemplate } from '../template.ts';

/** 建议意见的答复, Art 29: what was adopted, and why. */
export const REPLY: LetterTemplate = {
  kind: 'reply',
  title: '建议意见答复书',
  word: '复',
  of: ['suggestion.replied'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的“{title}”建议意见（编号{caseNo}）收悉。根据《信访工作条例》第二十九条的规定，本机关、单位进行了研究论证，现答复如下：',
    '采纳情况：{adopted}。',
    '{text:reply}',
    '感谢您（单位）对我们工作的关心和支持。建议意见不适用复查、复核程序。',
    '答复日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
