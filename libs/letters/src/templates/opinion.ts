import type { LetterTemplate } from '../template.ts';

/** 信访处理意见书, Art 32: request, facts and reasons, opinion and its basis; with the review route, its limit and what to bring. */
export const OPINION: LetterTemplate = {
  kind: 'opinion',
  title: '信访事项处理意见书',
  word: '处',
  of: ['opinion.issued'],
  issuer: 'by',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的“{title}”事项（编号{caseNo}），本机关、单位已调查核实完毕。现提出处理意见如下：',
    { heading: '一、投诉请求' },
    '{text:request}',
    { heading: '二、事实和理由' },
    '{text:facts}',
    { heading: '三、处理意见' },
    '{outcome}。',
    '{text:opinion}',
    { heading: '四、法律法规依据' },
    '{text:basis}',
    { heading: '五、救济途径、期限和材料' },
    '如不服本处理意见，可以自收到本意见书之日起{window:PET-REVIEW-REQ}，向{reviewers}书面请求复查；逾期不提出的，不再启动复查程序。',
    '请求复查应当提交：（一）复查申请书，载明请求、事实和理由；（二）本处理意见书；（三）身份证明，委托代理的还应当提交授权委托书；（四）支持复查请求的证据材料。',
    '其他救济途径：{text:remedy}',
    '期限自收到之日的次日起计算；最后一日是法定休假日的，以休假日结束的次日为届满日。期满前交邮的，不算逾期。',
    '出具日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
