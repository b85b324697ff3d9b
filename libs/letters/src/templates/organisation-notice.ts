import type { LetterTemplate } from '../template.ts';

/** 通报组织（人事）部门, Art 30(2): that there is a matter about a cadre whom it manages, for a receipt. It repeats no word of the accusation. */
export const ORGANISATION_NOTICE: LetterTemplate = {
  kind: 'organisation-notice',
  title: '反映干部问题信访事项通报函',
  word: '通',
  of: ['organisation.told'],
  issuer: 'holder',
  addressee: '{unitIn:to}',
  body: [
    '根据《信访工作条例》第三十条第二款的规定，现将一件反映干部问题的信访事项（编号{caseNo}）向你单位通报，有关情况请派专人当面了解。',
    '{serious}',
    '检举、揭发材料以及有关情况不得透露或者转给被检举、揭发的人员或者单位（《信访工作条例》第三十条第三款）。',
    '请签收后将回执交回本机关。',
    '通报日期：{toldOn}。',
  ],
  signers: 'recipient',
  seal: true,
};
