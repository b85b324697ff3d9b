import type { LetterTemplate } from '../template.ts';

/** 终止调解通知书, 人民调解法 Art 26: why, and which ways remain. */
export const TERMINATION: LetterTemplate = {
  kind: 'termination',
  title: '终止调解通知书',
  word: '调终',
  of: ['mediation.terminated'],
  issuer: 'holder',
  addressee: '{petitioners}、{respondents}',
  body: [
    '你们之间的“{title}”纠纷（编号{caseNo}），经本调解组织调解，未能达成协议，现依法终止调解。',
    '终止的原因：{endGround}。',
    '根据《人民调解法》第二十六条的规定，你们可以：{routes}。各途径的申请期限依照有关法律的规定，请及时提出，并提交身份证明、请求书和证据材料。',
    '调解期间为达成协议所作的让步，不作为其后程序中对其不利的依据。',
    '终止日期：{toldOn}。特此通知。',
  ],
  signers: 'none',
  seal: true,
};
