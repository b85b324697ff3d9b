import type { LetterTemplate } from '../template.ts';

/** 督办函, Art 40(1): which duty is overdue, and by when the unit replies in writing. */
export const SUPERVISION: LetterTemplate = {
  kind: 'supervision',
  title: '信访事项督办函',
  word: '督',
  of: ['supervision.opened', 'supervision.escalated', 'card.opened'],
  issuer: 'by',
  addressee: '{unitIn:unitId}',
  body: [
    '你单位承办的“{title}”事项（编号{caseNo}），应当履行的职责“{supervisedDuty}”已于{date:dueDate}届满，逾期未履行。',
    '督办事由：{supervisionGround}。',
    '根据《信访工作条例》第四十条第一款的规定，现予督办。请立即依法履行，并就逾期原因和整改措施书面回复。',
    '督办要求：{text:demand}',
    '书面回复的{limit:SUP-REPLY}。',
    '书面回复的期限为{window:SUP-REPLY}，至{date:replyBy}届满。逾期不回复的，依次报上一级机关督办。',
    '推诿、敷衍、拖延、弄虚作假造成严重后果的，依照《信访工作条例》第四十五条追究责任。',
    '督办日期：{toldOn}。',
  ],
  signers: 'none',
  seal: true,
};
