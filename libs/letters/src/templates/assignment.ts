import type { LetterTemplate } from '../template.ts';

/** 交办, Art 22(3): with a date for the result and the report. */
export const ASSIGNMENT: LetterTemplate = {
  kind: 'assignment',
  title: '信访事项交办函',
  word: '交',
  of: ['case.assigned'],
  issuer: 'from',
  addressee: '{unitIn:to}',
  body: [
    '现将“{title}”事项（编号{caseNo}，{receivedOn}收到）交你单位办理，请依照《信访工作条例》第二十二条第三项的规定，在指定期限内反馈办理结果并报送办结报告。',
    '交办要求：{text:note}',
    '反馈办理结果、报送办结报告的{limit:PET-ASSIGN}。',
    '书面告知信访人是否受理的{limit:PET-NOTICE-FWD}。',
    '认为不属于本机关、单位职责范围的，提出异议的{limit:PET-OBJECT}。',
    '交办日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
