import type { LetterTemplate } from '../template.ts';

/** 检举控告签收回执, Art 30: that the organ has it, told to whoever brought it, with no word of what it is about. */
export const ACCUSATION_RECEIPT: LetterTemplate = {
  kind: 'accusation-receipt',
  title: '检举控告事项签收回执',
  word: '收',
  of: ['receipt.confirmed'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的检举控告事项（编号{caseNo}），本机关已于{toldOn}签收，将依照有关规定受理、办理和反馈（《信访工作条例》第三十条第一款）。',
    '本机关对检举控告人的情况和检举、揭发材料严格保密，不得透露或者转给被检举、揭发的人员或者单位（《信访工作条例》第三十条第三款、第四十六条第五项）。',
    '遭受打击报复的，可以向本机关或者其上级机关反映。',
  ],
  signers: 'none',
  seal: true,
};
