import type { LetterTemplate } from '../template.ts';

/** 复核意见书, Art 36: the third level, and what that means. */
export const RECHECK: LetterTemplate = {
  kind: 'recheck',
  title: '信访事项复核意见书',
  word: '复核',
  of: ['recheck.decided'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）不服对“{title}”事项（编号{caseNo}）作出的复查意见，向本机关请求复核。根据《信访工作条例》第三十六条第一款的规定，本机关进行了复核，现提出复核意见如下：',
    { heading: '一、复核请求和理由' },
    '{said:recheck.requested/reason}',
    { heading: '二、复核意见' },
    '复核决定：{decision}复查意见。',
    '{text:opinion}',
    { heading: '三、本意见的效力和其他途径' },
    '本意见为信访事项三级办理的终结意见。根据《信访工作条例》第三十六条第三款，对本复核意见不服，仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理；有新的事实和理由的除外，没有请求期限，提交新的事实和证据材料即可。',
    '生活确有困难的，可以依照《信访工作条例》第三十七条申请救助、帮扶。',
    '出具日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
