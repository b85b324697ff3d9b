import type { ChartContext } from '../case/memo.ts';
import { flagOf, listOf, numberOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

/** The clocks that somebody may extend, with what lets him. */
const EXTENDED = {
  'PET-HANDLE': { zh: '办理期限', en: 'handling time limit', basis: '《信访工作条例》第34条' },
  'HOT-DO': { zh: '工单办理期限', en: 'time limit of the work order', basis: '12345热线办理惯例（地方默认规则）' },
} as const;

/** An extension comes while its clock runs. */
export function extensionRuns(rule: keyof typeof EXTENDED): Rule {
  const { zh, en, basis } = EXTENDED[rule];
  return {
    name: rule === 'PET-HANDLE' ? 'handling-clock-runs' : 'order-clock-runs',
    basis,
    text: { zh: `${zh}（${rule}）届满前`, en: `before ${rule} expires` },
    payload: false,
    check: (_context, { command, open }) => {
      const clock = open.find((one) => one.rule === rule);
      if (clock?.state === 'armed' && command.at < clock.dueAt) return null;
      return refused(
        clock === undefined
          ? { zh: `没有正在计算的${zh}；重新处理的期限不能延长。`, en: `No ${en} is running; the one of a new handling is not extended.` }
          : {
              zh: `${zh}已于${clock.dueDate}届满，不能再延期。`,
              en: `The ${en} expired on ${clock.dueDate}; it is too late to extend it.`,
            },
        { basis },
      );
    },
  };
}

/** Art 34: thirty days; a region may allow more (Zhejiang Art 23: sixty). */
export const extensionWithinLimit: Rule = {
  name: 'extension-within-limit',
  basis: '《信访工作条例》第34条',
  text: { zh: '延长日数不超过规定（全国三十日，地方另有规定的从其规定）', en: 'no more days than the law of the place allows (thirty)' },
  payload: true,
  check: (_context, { command, law }) => {
    const days = numberOf(command, 'days') ?? 0;
    return days >= 1 && days <= law.longestExtension
      ? null
      : invalid('days', 'case.extension_too_long', {
          zh: `延长日数须在1日至${String(law.longestExtension)}日之间。`,
          en: `An extension is between 1 and ${String(law.longestExtension)} days.`,
        });
  },
};

/** Shandong Art 45: what was revoked isn't said again. Whether the text is the same the caller has compared: it is sealed here. */
export const opinionNotIdentical: Rule = {
  name: 'opinion-not-identical',
  basis: '地方性法规（山东省信访条例第45条）',
  text: {
    zh: '撤销后不得以同一事实和理由作出相同的处理意见（地方规定的）',
    en: 'where the place has the rule: after a revocation no identical opinion on the same facts and reasons',
  },
  payload: true,
  check: (context, { command, law }) => {
    const rule = law.conditions.noIdenticalOpinion;
    if (rule === undefined || (context.memo.round ?? 0) === 0 || !flagOf(command, 'identical')) return null;
    return refused(
      {
        zh: '原处理意见已被撤销，不得以同一事实和理由作出相同的处理意见。',
        en: 'The opinion was revoked: the same facts and reasons don’t carry an identical one.',
      },
      { basis: rule.basis.zh },
    );
  },
};

export function extendedOnce(rule: keyof typeof EXTENDED): Rule {
  const { zh, en, basis } = EXTENDED[rule];
  return {
    name: 'extended-once',
    basis,
    text: { zh: '只能延期一次', en: 'once' },
    payload: false,
    check: (_context, { open }) =>
      (open.find((one) => one.rule === rule)?.extensionDays ?? 0) > 0
        ? refused({ zh: `${zh}已经延长过一次。`, en: `The ${en} has been extended once already.` }, { basis })
        : null,
  };
}

export const notMediating: Rule = {
  name: 'not-mediating',
  basis: '《信访工作条例》第33条',
  text: { zh: '没有正在进行的调解', en: 'no mediation is going on' },
  payload: false,
  check: (context) =>
    context.memo.mediating === true
      ? refused({ zh: '调解正在进行。', en: 'A mediation is going on already.' }, { basis: '《信访工作条例》第33条' })
      : null,
};

export const mediating: Rule = {
  name: 'mediating',
  basis: '《信访工作条例》第33条',
  text: { zh: '调解正在进行', en: 'a mediation is going on' },
  payload: false,
  check: (context) =>
    context.memo.mediating === true
      ? null
      : refused({ zh: '没有正在进行的调解。', en: 'No mediation is going on.' }, { basis: '《信访工作条例》第33条' }),
};

/** Unknown ids are a mistake (400); a missing consent is a no (409). */
export const consentsKnown: Rule = {
  name: 'consents-known',
  basis: '《信访工作条例》第33条',
  text: { zh: '同意人均为本案当事人', en: 'everybody named is a party of this case' },
  payload: true,
  check: (context, { command }) =>
    listOf(command, 'consents').every((id) => context.parties.some((one) => one.id === id))
      ? null
      : invalid('consents', 'party.unknown', { zh: '所列人员不是本案当事人。', en: 'Somebody named is no party of this case.' }),
};

function consentOf(name: string, whose: (context: ChartContext) => readonly string[], zh: string, en: string): Rule {
  return {
    name,
    basis: '《信访工作条例》第33条',
    text: { zh, en },
    payload: true,
    check: (context, { command }) => {
      const consents = listOf(command, 'consents');
      const asked = whose(context);
      return asked.length > 0 && asked.every((id) => consents.includes(id))
        ? null
        : refused({ zh: `须${zh}。`, en: `It needs that ${en}.` }, { basis: '《信访工作条例》第33条' });
    },
  };
}

export const bothSidesConsent = consentOf(
  'both-sides-consent',
  (context) => context.parties.filter((one) => one.role === 'petitioner' || one.role === 'respondent').map((one) => one.id),
  '信访人和被反映方均同意调解',
  'every petitioner and respondent consents to mediation',
);

export const everyPartyConsents = consentOf(
  'every-party-consents',
  (context) => context.parties.map((one) => one.id),
  '全体当事人同意和解',
  'every party consents to the settlement',
);

export const partyKnown: Rule = {
  name: 'party-known',
  basis: '《信访工作条例》第32条',
  text: { zh: '受送达人是本案当事人', en: 'the person served is a party of this case' },
  payload: true,
  check: (context, { command }) => {
    const partyId = textOf(command, 'partyId');
    return partyId === null || context.parties.some((one) => one.id === partyId)
      ? null
      : invalid('partyId', 'party.unknown', { zh: '受送达人不是本案当事人。', en: 'The person served is no party of this case.' });
  },
};

export const servedBetween: Rule = {
  name: 'served-between',
  basis: '《信访工作条例》第35条',
  text: { zh: '送达日期不早于作出日期、不晚于今天', en: 'received between the day of the decision and today' },
  payload: true,
  check: (context, { command, today }) => {
    const date = textOf(command, 'receivedOn');
    const since = context.memo.decidedOn;
    return date !== null && date <= today && (since === undefined || date >= since)
      ? null
      : invalid('receivedOn', 'case.invalid_date', {
          zh: `送达日期须在${since ?? '作出之日'}至${today}之间。`,
          en: `It can only have been received between ${since ?? 'the decision'} and ${today}.`,
        });
  },
};

export const supported: Rule = {
  name: 'supported',
  basis: '《信访工作条例》第32条',
  text: { zh: '处理意见为“予以支持”', en: 'the opinion supports the claim' },
  payload: false,
  check: (context) =>
    context.memo.outcome === 'SUPPORT'
      ? null
      : refused(
          { zh: '只有予以支持的处理意见才需督促执行。', en: 'Only an opinion that supports the claim is executed.' },
          { basis: '《信访工作条例》第32条第1项' },
        ),
};
