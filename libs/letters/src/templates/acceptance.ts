import type { LetterTemplate } from '../template.ts';

/** 受理告知, Art 23(2), (3): that it is accepted, by whom, until when it is decided. */
export const ACCEPTANCE: LetterTemplate = {
  kind: 'acceptance',
  title: '受理告知书',
  word: '受',
  of: ['case.accepted', 'suggestion.accepted', 'mediation.accepted'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的“{title}”事项（编号{caseNo}）收悉。经审查，属于本机关、单位职责范围，根据《信访工作条例》第二十三条的规定，决定自{toldOn}起予以受理。',
    '办理{limit:PET-HANDLE}。情况复杂的，经本机关、单位负责人批准可以依法延长，并告知延期理由。',
    '本件适用简易办理，办理{limit:PET-SIMPLE}。',
    '调解{limit:MED-PEOPLE}。',
    '调解{limit:MED-ADMIN}。',
    '调解{limit:MED-MEDICAL}。',
    '办理过程中您可以补充事实、理由和证据材料，也可以凭登记回执上的查询码查询办理进展。',
    '特此告知。',
  ],
  signers: 'none',
  seal: true,
};
