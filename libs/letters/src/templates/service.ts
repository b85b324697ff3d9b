import type { LetterTemplate } from '../template.ts';

/** 送达回证: what was served, how, and the day from which the window of its recipient counts. */
export const SERVICE: LetterTemplate = {
  kind: 'service',
  title: '送达回证',
  word: '送',
  of: ['service.recorded', 'reply.served', 'termination.served'],
  issuer: 'actor',
  addressee: null,
  body: [
    { label: '案件编号', text: '{caseNo}' },
    { label: '事项', text: '{title}' },
    { label: '受送达人', text: '{recipient}' },
    { label: '送达文书', text: '{servedName}' },
    { label: '文书字号', text: '{servedNo}' },
    { label: '送达方式', text: '{method}' },
    { label: '收到日期', text: '{date:receivedOn}' },
    { label: '拒收情况', text: '{refusedToSign}' },
    { label: '送达凭证', text: '{proof}' },
    { label: '送达单位', text: '{unit}' },
    { label: '请求复查', text: '{limit:PET-REVIEW-REQ}' },
    { label: '请求复核', text: '{limit:PET-RECHECK-REQ}' },
    '受送达人收到之日为法定期限的起算依据，次日起计算。',
  ],
  signers: 'recipient',
  seal: true,
};
