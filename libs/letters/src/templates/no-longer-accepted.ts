import type { LetterTemplate } from '../template.ts';

/** 不再受理告知, Art 36(3): the same facts and reasons after the recheck. */
export const NO_LONGER_ACCEPTED: LetterTemplate = {
  kind: 'no-longer-accepted',
  title: '不再受理告知书',
  word: '不再受',
  of: ['case.ended'],
  issuer: 'actor',
  addressee: '{petitioners}',
  body: [
    '您（单位）于{receivedOn}提出的“{title}”事项（编号{caseNo}）收悉。',
    '经核对，您（单位）所提出的事实和理由，与已经完成复核的信访事项相同：{said:ending.proposed/comparison}',
    '根据《信访工作条例》第三十六条第三款“信访人对复核意见不服，仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理”的规定，决定不再受理。',
    '有新的事实和理由的，可以作为新的信访事项提出。生活确有困难的，可以依照《信访工作条例》第三十七条第三款申请疏导帮扶。',
    '本告知作出之日为{toldOn}。特此告知。',
  ],
  signers: 'none',
  seal: true,
};
