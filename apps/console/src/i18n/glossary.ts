import type { Tone } from '../theme/tokens.ts';
import type { Lang } from './say.ts';

/** The one place where codes become words on screen (console.md 6). */
interface Word {
  readonly zh: string;
  readonly en: string;
}
interface StateWord extends Word {
  readonly tone: Tone;
}
const w = (zh: string, en: string): Word => ({ zh, en });
const s = (zh: string, en: string, tone: Tone): StateWord => ({ zh, en, tone });

export const STATES: Readonly<Record<string, StateWord>> = {
  registered: s('已登记', 'registered', 'neutral'),
  routed: s('已转送', 'forwarded', 'neutral'),
  objected: s('有异议', 'objected', 'neutral'),
  'refusal-proposed': s('拟不予受理', 'decline proposed', 'neutral'),
  'ending-proposed': s('拟不再受理', 'no longer accept proposed', 'neutral'),
  handling: s('办理中', 'handling', 'running'),
  answered: s('已答复待送达', 'answered, to be served', 'running'),
  served: s('已送达·救济期', 'served, remedy window', 'petitioner'),
  reviewing: s('复查中', 'under review', 'running'),
  reviewed: s('复查已决定', 'review decided', 'running'),
  'review-served': s('复查已送达·救济期', 'review served, remedy window', 'petitioner'),
  rechecking: s('复核中', 'under re-review', 'running'),
  rechecked: s('复核已决定', 're-review decided', 'running'),
  final: s('终结', 'final, three levels done', 'done'),
  concluded: s('办结', 'concluded', 'done'),
  refused: s('不予受理', 'declined', 'neutral'),
  guided: s('已导入法定途径', 'guided to legal route', 'neutral'),
  settled: s('和解', 'settled', 'done'),
  ended: s('不再受理', 'no longer accepted', 'neutral'),
  withdrawn: s('已撤回', 'withdrawn', 'petitioner'),
  merged: s('已并案', 'merged', 'neutral'),
  archived: s('已归档', 'archived', 'done'),
  transferred: s('已移送', 'transferred', 'neutral'),
  received: s('已接收', 'received', 'running'),
};

export const RULES: Readonly<Record<string, Word>> = {
  'PET-FWD': w('转送', 'Forward'),
  'PET-NOTICE-DIRECT': w('受理告知', 'Notice of acceptance'),
  'PET-NOTICE-FWD': w('受理告知', 'Notice of acceptance'),
  'PET-OBJECT': w('提出异议', 'Objection'),
  'PET-ASSIGN': w('交办办结', 'Assigned work'),
  'PET-HANDLE': w('办理', 'Handling'),
  'PET-EXT': w('延期', 'Extension'),
  'PET-SERVE': w('送达', 'Service'),
  'PET-REVIEW-REQ': w('救济期：可申请复查', 'Remedy window: review'),
  'PET-REVIEW': w('复查', 'Review'),
  'PET-RECHECK-REQ': w('救济期：可申请复核', 'Remedy window: re-review'),
  'PET-RECHECK': w('复核', 'Re-review'),
  'PET-REDO': w('重新办理', 'Handling again'),
  'PET-SUGG-FEEDBACK': w('建议反馈', 'Feedback on a suggestion'),
};

const VOCABULARIES = {
  class: { CLAIM: w('申诉求决', 'claim'), SUGGESTION: w('建议意见', 'suggestion'), ACCUSATION: w('检举控告', 'accusation') },
  route: {
    PETITION: w('信访程序', 'petition route'),
    LITIGATION: w('诉讼', 'litigation'),
    ARBITRATION: w('仲裁', 'arbitration'),
    PARTY_APPEAL: w('党员申诉', 'appeal within the party'),
    ADMIN_PROCEDURE: w('行政程序', 'administrative procedure'),
    STATUTORY_DUTY: w('履行法定职责', 'statutory duty'),
  },
  procedure: {
    petition: w('信访事项办理', 'petition'),
    simplified: w('简易办理', 'simplified'),
    mediation: w('人民调解', "people's mediation"),
    hotline: w('热线工单', 'hotline order'),
    suggestion: w('建议办理', 'suggestion'),
    accusation: w('检举控告移送', 'accusation'),
    guided: w('导入法定途径', 'guide to legal route'),
  },
  channel: {
    visit: w('来访', 'visit'),
    letter: w('来信', 'letter'),
    online: w('网上', 'online'),
    phone: w('电话', 'phone'),
    fax: w('传真', 'fax'),
    'hotline-12345': w('12345 热线', '12345 hotline'),
    'transfer-110': w('110 非警务移交', 'passed on by 110'),
    grid: w('网格上报', 'grid worker'),
    'leader-reception': w('领导接访', 'leader reception'),
    department: w('部门移交', 'passed on by a department'),
    court: w('法院委派', 'passed on by a court'),
    outreach: w('下访', 'outreach'),
  },
  partyRole: {
    petitioner: w('信访人', 'petitioner'),
    representative: w('代表人', 'representative'),
    agent: w('代理人', 'agent'),
    respondent: w('被反映方', 'respondent'),
  },
  partyKind: { person: w('个人', 'person'), organisation: w('单位', 'organisation') },
  role: {
    clerk: w('窗口人员', 'clerk'),
    handler: w('承办人', 'handler'),
    head: w('负责人', 'head'),
    mediator: w('调解员', 'mediator'),
    supervisor: w('督办人员', 'supervisor'),
    leader: w('领导', 'leader'),
    operator: w('运行人员', 'operator'),
    admin: w('管理员', 'administrator'),
    auditor: w('审计人员', 'auditor'),
    petitioner: w('信访人', 'petitioner'),
    engine: w('系统', 'engine'),
  },
  refusal: {
    'pending-elsewhere': w('其他机关、单位正在办理', 'pending elsewhere'),
    'not-a-petition-matter': w('不属于信访事项', 'not a petition matter'),
    'no-concrete-claim': w('没有具体请求', 'no concrete claim'),
    'in-legal-procedure': w('已进入法定程序', 'already in a legal procedure'),
  },
  outcome: { SUPPORT: w('予以支持', 'supported'), EXPLAIN: w('解释说明', 'explained'), REJECT: w('不予支持', 'not supported') },
  decision: { UPHOLD: w('维持', 'uphold'), REVOKE: w('撤销', 'revoke'), CHANGE: w('变更', 'change') },
  method: {
    'in-person': w('当面送达', 'in person'),
    mail: w('邮寄', 'mail'),
    electronic: w('电子送达', 'electronic'),
    'public-notice': w('公告送达', 'public notice'),
  },
  mediationResult: { agreement: w('达成协议', 'agreement'), failed: w('未达成协议', 'no agreement') },
  suspension: { hearing: w('听证', 'hearing') },
  visit: { solved: w('已解决', 'solved'), explained: w('已解释', 'explained'), unresolved: w('未解决', 'unresolved') },
  target: { centre: w('综治中心（窗口）', 'centre'), unit: w('承办单位', 'handling unit') },
  rating: { satisfied: w('满意', 'satisfied'), basically: w('基本满意', 'basically satisfied'), dissatisfied: w('不满意', 'dissatisfied') },
  source: { phone: w('电话', 'phone'), paper: w('纸质', 'paper'), counter: w('窗口', 'counter') },
  adopted: { full: w('全部采纳', 'fully adopted'), partly: w('部分采纳', 'partly adopted'), no: w('未采纳', 'not adopted') },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Word>>>>;

export type Vocabulary = keyof typeof VOCABULARIES;

/** The codes of a vocabulary in the order shown to people. */
export function codesOf(vocabulary: Vocabulary): readonly string[] {
  return Object.keys(VOCABULARIES[vocabulary]);
}

/** A code as a word; a code that isn't known stays itself, visibly. */
export function word(vocabulary: Vocabulary, code: string | null | undefined, lang: Lang): string {
  if (code === null || code === undefined) return '';
  const words: Readonly<Record<string, Word>> = VOCABULARIES[vocabulary];
  return words[code]?.[lang] ?? code;
}

/** A state's word and the tone that goes with it. */
export function stateWord(state: string, lang: Lang): { readonly text: string; readonly tone: Tone } {
  const found = STATES[state];
  return found === undefined ? { text: state, tone: 'neutral' } : { text: found[lang], tone: found.tone };
}

/** What a deadline rule is about. */
export function ruleWord(rule: string, lang: Lang): string {
  return RULES[rule]?.[lang] ?? rule;
}
