import type { LetterTemplate } from '../template.ts';

/** 调解协议书, 人民调解法 Art 28, 29: the parties, the facts, what was agreed, how and until when it is performed. */
export const MEDIATION_AGREEMENT: LetterTemplate = {
  kind: 'mediation-agreement',
  title: '调解协议书',
  word: '调协',
  of: ['agreement.concluded'],
  issuer: 'holder',
  addressee: null,
  body: [
    { label: '编号', text: '{caseNo}' },
    { label: '当事人', text: '{petitioners}' },
    { label: '当事人', text: '{respondents}' },
    { label: '纠纷', text: '{title}' },
    { heading: '一、纠纷的主要事实' },
    '{text:facts}',
    { heading: '二、争议事项及各方当事人的责任' },
    '{text:disputed}',
    { heading: '三、协议内容' },
    '{text:content}',
    '（口头协议，由调解员记录）{text:record}',
    { heading: '四、履行的方式和期限' },
    '{text:manner}',
    '履行期限：至{date:performBy}。',
    { heading: '五、效力和救济' },
    '本协议自{date:effectiveOn}起生效，对各方当事人具有约束力，应当按照约定履行（《人民调解法》第三十一条）。因履行或者协议内容发生争议的，可以向人民法院提起诉讼（第三十二条）。',
    '各方当事人认为有必要的，可以自协议生效之日起{window:JC-APPLY}共同向人民法院申请司法确认；材料为司法确认申请书、本协议和身份证明。',
    '本协议由各方当事人各执一份，调解组织留存一份。签名（盖章、按指印）的当事人：{signedBy}。',
  ],
  signers: 'parties-and-mediator',
  seal: true,
};
