import type { LetterTemplate } from '../template.ts';

/** 调解笔录, 人民调解法 Art 27. */
export const MINUTES: LetterTemplate = {
  kind: 'minutes',
  title: '调解笔录',
  word: '调录',
  of: ['session.held'],
  issuer: 'holder',
  addressee: null,
  body: [
    { label: '案件编号', text: '{caseNo}' },
    { label: '纠纷', text: '{title}' },
    { label: '日期', text: '{date:date}' },
    { label: '地点', text: '{text:place}' },
    { label: '到场当事人', text: '{present}' },
    { heading: '笔录' },
    '{text:minutes}',
    '以上笔录已交当事人阅看或者向其宣读，由当事人和调解员签名。',
  ],
  signers: 'parties-and-mediator',
  seal: false,
};
