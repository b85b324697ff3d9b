import type { LetterTemplate } from '../template.ts';

/** 回访记录: by the centre, never by a handler. */
export const RETURN_VISIT: LetterTemplate = {
  kind: 'return-visit',
  title: '回访记录',
  word: '访',
  of: ['visit.recorded'],
  issuer: 'actor',
  addressee: null,
  body: [
    { label: '案件编号', text: '{caseNo}' },
    { label: '事项', text: '{title}' },
    { label: '承办单位', text: '{handledBy}' },
    { label: '回访对象', text: '{petitioners}' },
    { label: '回访日期', text: '{toldOn}' },
    { label: '回访结果', text: '{visitOutcome}' },
    { label: '回访情况', text: '{text:note}' },
    '回访由中心未经办本件的人员进行。对办理结果不满意的，可以评价“不满意”，由中心退回承办单位再办一次。',
  ],
  signers: 'none',
  seal: true,
};
