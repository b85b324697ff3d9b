import { GROUND_LABELS } from '#libs/domain';

/** The closed vocabularies of the facts, in the words of official letters. */

/** 督办事由, Art 40(1). */
export const SUPERVISION_GROUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GROUND_LABELS).map(([ground, { zh }]) => [ground, zh]),
);

export const REFUSAL_GROUNDS: Readonly<Record<string, string>> = {
  'pending-elsewhere': '该事项已由其他机关、单位受理或者正在办理，且在规定期限内（《信访工作条例》第十九条第三款）',
  'not-a-petition-matter': '该事项不属于信访工作受理的范围（《信访工作条例》第十七条、第二十三条）',
  'no-concrete-claim': '该事项没有具体的诉求、事实和理由（《信访工作条例》第十九条第一款）',
  'in-legal-procedure': '该事项已经或者依法应当通过诉讼、仲裁、行政复议等法定途径解决（《信访工作条例》第二十八条第二款、第三十一条）',
};

export const OUTCOMES: Readonly<Record<string, string>> = {
  SUPPORT: '请求事实清楚，符合法律、法规、规章或者其他有关规定，予以支持（《信访工作条例》第三十二条第一款第一项）',
  EXPLAIN: '请求事由合理但缺乏法律依据，作出解释说明（《信访工作条例》第三十二条第一款第二项）',
  REJECT: '请求缺乏事实根据或者不符合法律、法规、规章或者其他有关规定，不予支持（《信访工作条例》第三十二条第一款第三项）',
};

export const DECISIONS: Readonly<Record<string, string>> = { UPHOLD: '维持', REVOKE: '撤销', CHANGE: '变更' };

export const ADOPTIONS: Readonly<Record<string, string>> = { full: '采纳', partly: '部分采纳', no: '不予采纳' };

/** 三项建议, Art 40(1) to (3). */
export const SUGGESTION_KINDS: Readonly<Record<string, string>> = {
  'improve-work': '改进工作的建议',
  'change-policy': '完善政策的建议',
  'hold-to-account': '追究责任的建议',
};

export const METHODS: Readonly<Record<string, string>> = {
  'in-person': '当面送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  'public-notice': '公告送达',
};

export const VISIT_OUTCOMES: Readonly<Record<string, string>> = {
  solved: '问题已解决',
  explained: '已作解释说明',
  unresolved: '问题未解决',
};

export const END_GROUNDS: Readonly<Record<string, string>> = {
  withdrawn: '当事人撤回调解申请',
  unreachable: '无法与当事人取得联系',
  refusal: '一方当事人明确拒绝调解',
  'too-far-apart': '双方分歧过大，难以达成协议',
  'term-expired': '调解期限届满',
  'refuses-to-sign': '当事人拒绝在调解协议上签名',
  other: '其他原因',
};

export const REMAINING_ROUTES: Readonly<Record<string, string>> = {
  arbitration: '依法申请仲裁',
  'labour-arbitration': '向劳动人事争议仲裁委员会申请仲裁',
  'administrative-procedure': '依法申请行政机关处理',
  'administrative-mediation': '申请行政调解',
  'peoples-mediation': '申请人民调解',
  litigation: '向人民法院提起诉讼',
  'return-to-court': '由委派、委托的人民法院依法审理',
  enforcement: '向人民法院申请强制执行',
  'payment-order': '向人民法院申请支付令',
};

/** What a service was of, and the facts of which that letter is made. */
export const SERVED: Readonly<Record<string, { readonly name: string; readonly of: readonly string[] }>> = {
  opinion: { name: '信访事项处理意见书', of: ['opinion.issued'] },
  review: { name: '信访事项复查意见书', of: ['review.decided'] },
  recheck: { name: '信访事项复核意见书', of: ['recheck.decided'] },
  reply: { name: '建议意见答复书', of: ['suggestion.replied'] },
  termination: { name: '终止调解通知书', of: ['mediation.terminated'] },
};

export const PARTY_ROLE_WORDS: Readonly<Record<string, string>> = {
  petitioner: '信访人（申请人）',
  representative: '代表人',
  agent: '代理人',
  respondent: '被反映方（被申请人）',
};
