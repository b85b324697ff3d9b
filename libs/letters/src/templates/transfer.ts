import type { LetterTemplate } from '../template.ts';

/** 转送, Art 22: to the competent organ, with what it owes and until when. It names nobody: the matter itself goes with the case. */
export const TRANSFER: LetterTemplate = {
  kind: 'transfer',
  title: '信访事项转送函',
  word: '转',
  of: ['case.forwarded', 'accusation.transferred', 'accusation.handed-on'],
  issuer: 'from',
  addressee: '{unitIn:to}',
  body: [
    '现将“{title}”事项（编号{caseNo}，{receivedOn}收到）转送你单位，请依照《信访工作条例》第二十二条、第二十三条的规定办理。',
    '转送说明：{text:note}',
    '书面告知信访人是否受理的{limit:PET-NOTICE-FWD}。',
    '认为不属于本机关、单位职责范围的，提出异议的{limit:PET-OBJECT}；异议应当详细说明理由，经转送单位核实同意后方可退回，不得自行退回或者再行转送。',
    '检举、揭发材料以及有关情况不得透露或者转给被检举、揭发的人员或者单位（《信访工作条例》第三十条第三款）。',
    '转送日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
