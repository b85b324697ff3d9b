import type { LetterTemplate } from '../template.ts';

/** 延期告知, Art 34: once, approved by the head, with the reason and the new date. */
export const EXTENSION: LetterTemplate = {
  kind: 'extension',
  title: '延期办理告知书',
  word: '延',
  of: ['handling.extended', 'mediation.extended'],
  issuer: 'actor',
  addressee: '{petitioners}',
  body: [
    '您（单位）提出的“{title}”事项（编号{caseNo}）正在办理。因情况复杂，经本机关、单位负责人批准，决定延长办理期限{days}日。',
    '延期理由：{text:reason}',
    '延长后，办理至{extendedTo}届满（依据{extensionBasis}）。',
    '决定延期的日期：{toldOn}。特此告知。',
  ],
  signers: 'none',
  seal: true,
};
