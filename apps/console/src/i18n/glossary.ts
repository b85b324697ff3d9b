import type { Tone } from '../theme/tokens.ts';
import { RULES as RULE_WORDS, STATES as STATE_WORDS } from './generated/domain-words.ts';
import { AUDIT_WORDS } from './audit-words.ts';
import { MEETING_WORDS } from './meeting-words.ts';
import { LEADER_WORDS } from './leader-words.ts';
import { MEDIATION_WORDS } from './mediation-words.ts';
import { RECORD_WORDS } from './record-words.ts';
import type { Lang } from './say.ts';
import { URGENT_WORDS } from './urgent-words.ts';
import { w, type Word } from './word-pair.ts';

/** The one place where codes become words on screen (console.md 6). */
interface StateWord extends Word {
  readonly tone: Tone;
}
/** How a state looks; a state the domain knows and this table doesn't is a type error. */
const TONES: Readonly<Record<keyof typeof STATE_WORDS, Tone>> = {
  registered: 'neutral',
  routed: 'neutral',
  objected: 'neutral',
  'refusal-proposed': 'neutral',
  'ending-proposed': 'neutral',
  handling: 'running',
  answered: 'running',
  served: 'petitioner',
  reviewing: 'running',
  reviewed: 'running',
  'review-served': 'petitioner',
  rechecking: 'running',
  rechecked: 'running',
  final: 'done',
  concluded: 'done',
  refused: 'neutral',
  guided: 'neutral',
  settled: 'done',
  ended: 'neutral',
  withdrawn: 'petitioner',
  merged: 'neutral',
  archived: 'done',
  dispatched: 'neutral',
  returned: 'neutral',
  doing: 'running',
  replied: 'running',
  'called-back': 'done',
  'handing-over': 'neutral',
  'handed-over': 'done',
  transferred: 'neutral',
  received: 'running',
  accepted: 'running',
  mediating: 'running',
  agreed: 'petitioner',
  confirming: 'running',
  confirmed: 'petitioner',
  performed: 'done',
  unperformed: 'neutral',
  terminated: 'neutral',
  convened: 'running',
  held: 'running',
  cancelled: 'neutral',
  reported: 'running',
  responded: 'running',
  taken: 'done',
  scheduled: 'running',
  announced: 'running',
  relieved: 'neutral',
  'with-superior': 'running',
  'with-meeting': 'running',
  ruled: 'done',
  assembled: 'running',
  acting: 'running',
  leading: 'running',
  released: 'neutral',
  supervised: 'running',
  'signed-off': 'done',
  'supervision-withdrawn': 'neutral',
  issued: 'running',
  'letter-received': 'running',
  adopted: 'running',
  'put-into-effect': 'running',
  declined: 'neutral',
  'letter-concluded': 'done',
  'letter-withdrawn': 'neutral',
  rectifying: 'running',
  rectified: 'running',
  'rectification-checked': 'running',
  'result-published': 'done',
  'result-kept': 'done',
  'rectification-withdrawn': 'neutral',
};

/** Every state there is: its words are the domain's, its tone ours. */
export const STATES: Readonly<Record<string, StateWord>> = Object.fromEntries(
  Object.entries(STATE_WORDS).map(([state, words]) => [state, { ...words, tone: TONES[state as keyof typeof STATE_WORDS] }]),
);
const RULES: Readonly<Record<string, Word>> = RULE_WORDS;

const VOCABULARIES = {
  class: {
    CLAIM: w('申诉求决', 'claim'),
    SUGGESTION: w('建议意见', 'suggestion'),
    ACCUSATION: w('检举控告', 'accusation'),
    RECORD: w('工作记录', 'record'),
  },
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
    mediation: w('调解', 'mediation'),
    hotline: w('热线工单', 'hotline order'),
    suggestion: w('建议办理', 'suggestion'),
    accusation: w('检举控告移送', 'accusation'),
    guided: w('导入法定途径', 'guide to legal route'),
    'joint-meeting': w('联席会议', 'joint meeting'),
    resolution: w('联席会议决议', 'resolution of a joint meeting'),
    'reception-day': w('领导接访', 'leaders’ reception'),
    'duty-handover': w('值守交接班', 'hand-over of the duty'),
    jurisdiction: w('管辖争议', 'dispute on jurisdiction'),
    'urgent-matter': w('重大紧急事项', 'urgent or major matter'),
    'leader-case': w('领导包案', 'led by a leader'),
    supervision: w('督办', 'supervision'),
    'suggestion-letter': w('三项建议', 'letter of suggestion'),
    rectification: w('回访整改', 'rectification'),
  },
  orderResult: {
    solved: w('已解决', 'solved'),
    explained: w('已解释', 'explained'),
    planned: w('暂不能解决，说明原因和计划', 'not yet: reasons and plan'),
  },
  callOutcome: {
    solved: w('已解决', 'solved'),
    explained: w('已解释', 'explained'),
    unresolved: w('未解决', 'unresolved'),
    unreached: w('未接通', 'not reached'),
  },
  platform: {
    '110': w('110（公安）', '110 (police)'),
    '119': w('119（消防）', '119 (fire)'),
    '120': w('120（急救）', '120 (ambulance)'),
    '122': w('122（交警）', '122 (traffic police)'),
  },
  legalProcedure: {
    'labour-arbitration': w('劳动争议仲裁', 'labour arbitration'),
    'land-arbitration': w('农村土地承包仲裁', 'land arbitration'),
    reconsideration: w('行政复议', 'administrative reconsideration'),
    'reconsideration-summary': w('行政复议（简易程序）', 'administrative reconsideration (summary)'),
    'information-disclosure': w('政府信息公开', 'open government information'),
    other: w('其他法定途径', 'another legal route'),
  },
  accusedRank: {
    village: w('村（社区）干部', 'village cadre'),
    township: w('乡镇（街道）干部', 'township cadre'),
    county: w('县级干部', 'county cadre'),
    city: w('市级干部', 'city cadre'),
    province: w('省级干部', 'province cadre'),
  },
  direction: {
    'political-legal': w('政法系统', 'political-legal system'),
    discipline: w('纪检监察机关', 'discipline and supervision'),
    administrative: w('行政执法部门', 'administrative law enforcement'),
  },
  accountability: {
    reminder: w('提醒', 'reminder'),
    'admonishing-talk': w('谈话诫勉', 'admonishing talk'),
    'case-filed': w('立案查处', 'case filed'),
  },
  simplifiedGround: {
    'clear-facts': w('事实清楚、责任明确、争议不大', 'facts and responsibility are clear'),
    'answerable-at-once': w('咨询、建议、表扬，可当即答复', 'can be answered at once'),
    'everyday-life': w('日常生活，时效性强', 'everyday life, pressing'),
    'settled-already': w('已有明确承诺或结论', 'already promised or decided'),
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
  ...MEDIATION_WORDS,
  ...AUDIT_WORDS,
  ...MEETING_WORDS,
  ...URGENT_WORDS,
  ...LEADER_WORDS,
  ...RECORD_WORDS,
  suspension: { hearing: w('听证', 'hearing') },
  visit: { solved: w('已解决', 'solved'), explained: w('已解释', 'explained'), unresolved: w('未解决', 'unresolved') },
  target: { centre: w('综治中心（窗口）', 'centre'), unit: w('承办单位', 'handling unit') },
  rating: { satisfied: w('满意', 'satisfied'), basically: w('基本满意', 'basically satisfied'), dissatisfied: w('不满意', 'dissatisfied') },
  source: { phone: w('电话', 'phone'), paper: w('纸质', 'paper'), counter: w('窗口', 'counter') },
  exclusion: {
    respondent: w('被反映的单位', 'the body complained about'),
    'under-respondent': w('被反映单位的下级', 'under the body complained about'),
    'superior-of-respondent': w('被反映单位的上级', 'superior of the body complained about'),
  },
  queue: {
    notices: w('消息通知', 'notices'),
    deliveries: w('对外发送', 'messages to the outside'),
    wakeups: w('期限唤醒', 'wake-ups for deadlines'),
  },
  outward: {
    email: w('电子邮件', 'e-mail'),
    sms: w('短信', 'SMS'),
    im: w('即时消息', 'instant message'),
    webhook: w('系统回调', 'webhooks'),
  },
  queueBackend: { postgres: w('PostgreSQL', 'PostgreSQL'), redis: w('Redis', 'Redis') },
  letterSource: { outbox: w('消息通知', 'notice'), sweep: w('期限', 'deadline'), delivery: w('对外发送', 'message to the outside') },
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
