import { findRule, RULE_PACKS } from '#libs/domain';
import type { CaseContext, Deadline, Fact, LetterKind, Rule } from '#libs/domain';
import type { LetterSource, Recorded, TimedDeadline } from './letter-source.ts';
import { TEMPLATES } from './templates/index.ts';

const PLACE = '430407';
const DAY = '2026-03-10';
const inForce = (id: string): Rule | undefined => findRule(RULE_PACKS, PLACE, DAY, id)?.rule;

function ruleNamed(id: string): Rule {
  const rule = inForce(id);
  if (rule === undefined) throw new RangeError(`no rule ${id}`);
  return rule;
}

const UNITS: Readonly<Record<string, string>> = {
  centre: '衡阳市综治中心',
  organ: '石鼓区住房和城乡建设局',
  superior: '衡阳市住房和城乡建设局',
  committee: '石鼓区人民调解委员会',
  discipline: '石鼓区纪委监委',
};

/** A deadline as an event started it; only what letters read of it. */
function timed(ruleId: string, dueDate: string, fixedDate: string | null = null): TimedDeadline {
  const rule = ruleNamed(ruleId);
  return { rule, deadline: { rule: ruleId, dueDate, fixedDate, extensionDays: 0 } as unknown as Deadline };
}

function event(seq: number, fact: Fact, texts: Readonly<Record<string, string>> = {}, payload: Recorded['payload'] = {}): Recorded {
  return { seq, at: '2026-03-10T02:00:00.000Z', facts: [fact], texts, payload, actorUnitId: 'organ' };
}

const PETITION: LetterSource['parties'] = [
  { id: 'p', role: 'petitioner', kind: 'person', name: '测试人甲' },
  { id: 'r', role: 'respondent', kind: 'organisation', name: '测试物业公司' },
];

interface Told {
  readonly fact: Fact;
  readonly texts?: Readonly<Record<string, string>>;
  readonly payload?: Recorded['payload'];
  readonly before?: readonly Recorded[];
  readonly deadlines?: readonly TimedDeadline[];
  readonly unitId?: string;
  readonly rest?: Partial<LetterSource>;
}

/** Recorded facts for a letter of a kind. */
function source(kind: LetterKind, { fact, texts, payload, before = [], deadlines = [], unitId = 'organ', rest = {} }: Told): LetterSource {
  return {
    caseNo: 'JF26-0412-7788',
    title: '楼道照明长期损坏',
    context: {
      receivedAt: '2026-03-05T16:30:00.000Z',
      holderUnitId: 'organ',
      firstUnitId: 'organ',
      divisionCode: PLACE,
      sealed: false,
    } as unknown as CaseContext,
    history: [...before, event(before.length + 1, fact, texts, payload)],
    told: fact.type,
    deadlines,
    parties: PETITION,
    unitId,
    no: `〔2026〕石鼓建${TEMPLATES[kind].word}字第12号`,
    madeOn: DAY,
    unitName: (id) => UNITS[id] ?? id,
    reviewersOf: (id) => (id === 'organ' ? ['superior'] : id === 'superior' ? ['province'] : []),
    rule: inForce,
    letterNo: (of) => (of.includes('opinion.issued') ? '〔2026〕石鼓建处字第3号' : null),
    ...rest,
  };
}

export interface LetterExample {
  readonly source: LetterSource;
  /** What has to stand on the paper besides what every letter has. */
  readonly says: readonly string[];
}

/** One letter of each kind, and what it has to say. */
export const EXAMPLES: Readonly<Record<LetterKind, LetterExample>> = {
  acceptance: {
    source: source('acceptance', {
      fact: { type: 'case.accepted', data: { by: 'organ' } },
      deadlines: [timed('PET-HANDLE', '2026-05-09')],
    }),
    says: ['测试人甲：', '2026年3月6日', '予以受理', '期限为60日，至2026年5月9日届满', '《信访工作条例》第34条'],
  },
  'non-acceptance': {
    source: source('non-acceptance', {
      fact: { type: 'case.refused', data: { by: 'organ' } },
      before: [event(1, { type: 'refusal.proposed', data: { reason: 'in-legal-procedure', by: 'organ' } })],
    }),
    says: ['测试人甲：', '不予受理', '法定途径', '第二十八条第二款、第三十一条'],
  },
  'no-longer-accepted': {
    source: source('no-longer-accepted', {
      fact: { type: 'case.ended' },
      before: [event(1, { type: 'ending.proposed', data: { priorCaseId: 'x' } }, { comparison: '请求与前件相同。' })],
      unitId: 'centre',
    }),
    says: ['测试人甲：', '请求与前件相同', '第三十六条第三款', '新的事实和理由'],
  },
  transfer: {
    source: source('transfer', {
      fact: { type: 'case.forwarded', data: { from: 'centre', to: 'organ', hop: 1 } },
      texts: { note: '请核实后答复。' },
      deadlines: [timed('PET-NOTICE-FWD', '2026-03-25'), timed('PET-OBJECT', '2026-03-17')],
      unitId: 'centre',
    }),
    says: [
      '石鼓区住房和城乡建设局：',
      '请核实后答复',
      '期限为15日，至2026年3月25日届满',
      '期限为5个工作日，至2026年3月17日届满',
      '第23条第3款',
    ],
  },
  assignment: {
    source: source('assignment', {
      fact: { type: 'case.assigned', data: { from: 'centre', to: 'organ', hop: 1, dueDate: '2026-04-10' } },
      deadlines: [timed('PET-ASSIGN', '2026-04-10', '2026-04-10')],
      unitId: 'centre',
    }),
    says: ['石鼓区住房和城乡建设局：', '办结报告', '至2026年4月10日届满', '第二十二条第三项'],
  },
  extension: {
    source: source('extension', {
      fact: { type: 'handling.extended', data: { days: 20 } },
      texts: { reason: '需要委托检测。' },
      deadlines: [timed('PET-HANDLE', '2026-05-29')],
    }),
    says: ['测试人甲：', '延长办理期限20日', '需要委托检测', '至2026年5月29日届满', '《信访工作条例》第34条'],
  },
  opinion: {
    source: source('opinion', {
      fact: { type: 'opinion.issued', data: { by: 'organ', outcome: 'SUPPORT' } },
      texts: { request: '修复照明。', facts: '照明确已损坏。', opinion: '十日内修复。', basis: '《物业管理条例》第三十五条。' },
    }),
    says: [
      ...['测试人甲：', '投诉请求', '修复照明', '事实和理由', '照明确已损坏', '处理意见', '予以支持', '十日内修复', '法律法规依据'],
      ...[
        '《物业管理条例》第三十五条',
        '30日内',
        '《信访工作条例》第35条',
        '向衡阳市住房和城乡建设局书面请求复查',
        '复查申请书',
        '身份证明',
      ],
    ],
  },
  reply: {
    source: source('reply', {
      fact: { type: 'suggestion.replied', data: { adopted: 'partly', by: 'organ' } },
      texts: { reply: '照明改造列入计划。' },
    }),
    says: ['测试人甲：', '部分采纳', '照明改造列入计划', '第二十九条', '不适用复查、复核程序'],
  },
  service: {
    source: source('service', {
      fact: { type: 'service.recorded', data: { what: 'opinion', method: 'mail', receivedOn: '2026-03-12' } },
      texts: { proof: '邮件回执 1234' },
      deadlines: [timed('PET-REVIEW-REQ', '2026-04-13')],
    }),
    says: [
      ...['送达回证', '信访事项处理意见书', '〔2026〕石鼓建处字第3号', '邮寄送达', '2026年3月12日', '邮件回执1234'],
      ...['至2026年4月13日届满', '《信访工作条例》第35条', '受送达人（签名或者盖章）'],
    ],
  },
  review: {
    source: source('review', {
      fact: { type: 'review.decided', data: { decision: 'UPHOLD', by: 'superior' } },
      texts: { opinion: '原意见正确。' },
      before: [event(1, { type: 'review.requested' }, { reason: '没有修复。' })],
      unitId: 'superior',
      rest: { reviewersOf: () => ['湖南省住房和城乡建设厅'] },
    }),
    says: [
      ...['测试人甲：', '没有修复', '维持原处理意见', '原意见正确', '30日内', '《信访工作条例》第36条第1款'],
      ...['湖南省住房和城乡建设厅书面请求复核', '复核申请书'],
    ],
  },
  recheck: {
    source: source('recheck', {
      fact: { type: 'recheck.decided', data: { decision: 'CHANGE', by: 'superior' } },
      texts: { opinion: '改为五日内修复。' },
      before: [event(1, { type: 'recheck.requested' }, { reason: '期限太长。' })],
      unitId: 'superior',
    }),
    says: ['测试人甲：', '期限太长', '变更复查意见', '改为五日内修复', '第三十六条第三款', '不再受理', '新的事实和证据材料'],
  },
  supervision: {
    source: source('supervision', {
      fact: {
        type: 'supervision.opened',
        rule: 'PET-NOTICE-FWD',
        data: { by: 'centre', unitId: 'organ', dueDate: '2026-03-25', replyBy: '2026-04-01' },
      },
      unitId: 'centre',
    }),
    says: ['石鼓区住房和城乡建设局：', '已于2026年3月25日届满', '第四十条第一款', '至2026年4月1日届满', '第23条第3款'],
  },
  suggestion: {
    source: source('suggestion', {
      fact: { type: 'letter.issued', data: { by: 'centre', kind: 'improve-work', to: 'organ' } },
      texts: { facts: '同类事项多次超期。', suggestion: '建立维修台账。' },
      deadlines: [timed('PET-SUGG-FEEDBACK', '2026-04-09')],
      unitId: 'centre',
    }),
    says: [
      '石鼓区住房和城乡建设局：',
      '改进工作的建议',
      '同类事项多次超期',
      '建立维修台账',
      '第四十条第四款',
      '期限为30日，至2026年4月9日届满',
    ],
  },
  'mediation-agreement': {
    source: source('mediation-agreement', {
      fact: {
        type: 'agreement.concluded',
        data: { form: 'written', effectiveOn: '2026-03-10', performBy: '2026-03-30', signedBy: ['p', 'r'] },
      },
      texts: { facts: '照明损坏三个月。', disputed: '维修责任。', content: '物业公司负责修复。', manner: '更换灯具。' },
      unitId: 'committee',
    }),
    says: [
      ...['测试人甲', '测试物业公司', '照明损坏三个月', '维修责任', '物业公司负责修复', '更换灯具', '至2026年3月30日'],
      ...['30日内', '第33条', '调解员（签名）', '《人民调解法》第三十一条'],
    ],
  },
  termination: {
    source: source('termination', {
      fact: { type: 'mediation.terminated', data: { ground: 'too-far-apart', routes: ['litigation', 'arbitration'] } },
      unitId: 'committee',
    }),
    says: ['测试人甲、测试物业公司：', '双方分歧过大', '《人民调解法》第二十六条', '向人民法院提起诉讼', '依法申请仲裁'],
  },
  'confirmation-application': {
    source: source('confirmation-application', {
      fact: { type: 'confirmation.applied', data: { appliedOn: '2026-03-20', applicants: ['p', 'r'] } },
      texts: { court: '石鼓区人民法院' },
      before: [event(1, { type: 'agreement.concluded' }, { content: '物业公司负责修复。' })],
      deadlines: [timed('JC-DECIDE', '2026-04-07')],
      unitId: 'committee',
    }),
    says: [
      '石鼓区人民法院：',
      '测试人甲、测试物业公司',
      '物业公司负责修复',
      '三十日内共同提出申请',
      '《人民调解法》第三十三条',
      '2026年3月20日',
    ],
  },
  minutes: {
    source: source('minutes', {
      fact: { type: 'session.held', data: { date: '2026-03-10', session: 1 } },
      texts: { place: '第一调解室', minutes: '双方陈述了意见。\n下次继续。' },
      payload: { present: ['p', 'r'] },
      unitId: 'committee',
    }),
    says: ['第一调解室', '测试人甲、测试物业公司', '双方陈述了意见', '下次继续', '调解员（签名）'],
  },
  'return-visit': {
    source: source('return-visit', {
      fact: { type: 'visit.recorded', data: { outcome: 'solved' } },
      texts: { note: '电话回访，照明已修好。' },
      unitId: 'centre',
    }),
    says: ['石鼓区住房和城乡建设局', '测试人甲', '问题已解决', '照明已修好', '未经办本件'],
  },
  'accusation-receipt': {
    source: source('accusation-receipt', { fact: { type: 'receipt.confirmed', data: { by: 'discipline' } }, unitId: 'discipline' }),
    says: ['测试人甲：', '签收', '第三十条第三款', '第四十六条第五项', '严格保密'],
  },
  'organisation-notice': {
    source: source('organisation-notice', {
      fact: { type: 'organisation.told', data: { serious: true, to: 'superior' } },
      unitId: 'discipline',
    }),
    says: ['衡阳市住房和城乡建设局', '第三十条第二款', '党委主要负责同志', '签收'],
  },
};
