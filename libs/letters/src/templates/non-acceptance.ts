import type { LetterTemplate } from '../template.ts';

/** 不予受理告知, with the ground and its article. */
export const NON_ACCEPTANCE: LetterTemplate = {
  kind: 'non-acceptance',
  title: '不予受理告知书',
  word: '不受',
  of: ['case.refused', 'mediation.declined'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的“{title}”事项（编号{caseNo}）收悉。经审查，决定不予受理。',
    '不予受理的理由：{refusalGround}。',
    '不予受理的理由：{text:reason}',
    '已由其他机关、单位办理的，请等待其办理结果；应当通过法定途径解决的，请依照有关法律规定的程序向有权机关提出；有新的事实、理由或者具体诉求的，可以重新提出。',
    '本告知作出之日为{toldOn}。特此告知。',
  ],
  signers: 'none',
  seal: true,
};
