import type { LetterTemplate } from '../template.ts';

/** 司法确认申请书, 人民调解法 Art 33: made out for both parties, who apply jointly; no seal, it is theirs. */
export const CONFIRMATION_APPLICATION: LetterTemplate = {
  kind: 'confirmation-application',
  title: '司法确认申请书',
  word: '调确',
  of: ['confirmation.applied'],
  issuer: 'holder',
  addressee: '{text:court}',
  body: [
    { label: '申请人', text: '{applicants}' },
    { label: '调解组织', text: '{unit}' },
    { label: '案件编号', text: '{caseNo}' },
    { heading: '请求事项' },
    '申请人就“{title}”纠纷，经{unit}主持调解达成调解协议，现共同请求依法确认该调解协议有效。',
    { heading: '事实和理由' },
    '{said:agreement.concluded/content}',
    '{said:agreement.concluded/record}',
    '申请人系在调解协议生效之日起三十日内共同提出申请（《人民调解法》第三十三条、《民事诉讼法》第二百零五条），出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。如因该协议内容给他人造成损害，愿意承担相应的法律责任。',
    '申请日期：{date:appliedOn}。人民法院自受理之日起作出裁定的{limit:JC-DECIDE}。',
    '附：调解协议书；申请人身份证明；与纠纷有关的证据材料。',
  ],
  signers: 'parties',
  seal: false,
};
