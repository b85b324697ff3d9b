import type { LetterTemplate } from '../template.ts';

/** 复查意见书, Art 35: the decision, and the way to the recheck, its limit and what to bring. */
export const REVIEW: LetterTemplate = {
  kind: 'review',
  title: '信访事项复查意见书',
  word: '复查',
  of: ['review.decided'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）不服{reviewed}对“{title}”事项（编号{caseNo}）作出的处理意见，向本机关请求复查。根据《信访工作条例》第三十五条的规定，本机关进行了复查，现提出复查意见如下：',
    { heading: '一、复查请求和理由' },
    '{said:review.requested/reason}',
    { heading: '二、复查意见' },
    '复查决定：{decision}原处理意见。',
    '{text:opinion}',
    { heading: '三、救济途径、期限和材料' },
    '如不服本复查意见，可以自收到本意见书之日起{window:PET-RECHECK-REQ}，向{reviewers}书面请求复核；逾期不提出的，不再启动复核程序。',
    '请求复核应当提交：（一）复核申请书，载明请求、事实和理由；（二）原处理意见书和本复查意见书；（三）身份证明，委托代理的还应当提交授权委托书；（四）支持复核请求的证据材料。',
    '期限自收到之日的次日起计算；最后一日是法定休假日的，以休假日结束的次日为届满日。',
    '出具日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
