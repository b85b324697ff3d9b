import { isExcluded, isPetitionOffice } from '../access/people.ts';
import { liesWithin } from '../access/place.ts';
import type { Hop } from '../case/snapshot.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

/** The hop that brought the case to its present holder, if it was passed on to him. */
export function currentHop(context: ChartContext): Hop | null {
  return context.hops.findLast((hop) => hop.to === context.holderUnitId) ?? null;
}

export const targetKnown: Rule = {
  name: 'target-known',
  basis: '《信访工作条例》第22条',
  text: { zh: '接收单位须在单位目录中', en: 'the receiving unit is in the directory' },
  payload: true,
  check: (_context, { command }) =>
    command.units[textOf(command, 'unitId') ?? ''] === undefined
      ? invalid('unitId', 'unit.unknown', { zh: '没有这个单位。', en: 'There is no such unit.' })
      : null,
};

export const assignmentDate: Rule = {
  name: 'assignment-date',
  basis: '《信访工作条例》第22条第3项',
  text: { zh: '交办期限不早于当日', en: 'the date set is today or later' },
  payload: true,
  check: (_context, { command, today }) => {
    const date = textOf(command, 'dueDate');
    return date === null || date < today
      ? invalid('dueDate', 'case.invalid_date', { zh: '交办期限不能早于今天。', en: 'The date set must be today or later.' })
      : null;
  },
};

/** Who may pass it to whom: the centre to anybody, a petition office within its division, an organ to those under it. */
export const withinReach: Rule = {
  name: 'within-reach',
  basis: '《信访工作条例》第22条、第23条',
  text: {
    zh: '中心可转任何单位；信访部门转本辖区单位；其他机关只转下属单位',
    en: 'the centre to any unit; a petition office within its division; other organs to units under them',
  },
  payload: true,
  check: (context, { command, state }) => {
    const holder = command.units[context.holderUnitId];
    const target = command.units[textOf(command, 'unitId') ?? ''];
    if (target === undefined || (state === 'registered' && !context.direct && context.holderUnitId === context.centreUnitId)) return null;
    // An accusation goes up to whoever may judge it (Art 22, 30), not down.
    if (context.class === 'ACCUSATION' && target.id === context.leadUnitId) return null;
    if (target.ancestors.includes(context.holderUnitId)) return null;
    if (holder !== undefined && isPetitionOffice(holder.function) && liesWithin(target.division, holder.division)) return null;
    return forbidden(
      {
        zh: '只能转送给下属单位；信访部门可转送本辖区内单位。',
        en: 'It may only be passed to a unit under yours; a petition office may pass it within its division.',
      },
      { basis: '《信访工作条例》第22条、第23条', whoMay: { zh: '中心，或信访部门', en: 'the centre, or a petition office' } },
    );
  },
};

export const targetNotExcluded: Rule = {
  name: 'target-not-excluded',
  basis: '《信访工作条例》第28条第3款、第30条第3款',
  text: {
    zh: '被反映的单位及其下属、应回避的单位不得接收',
    en: 'never to the unit complained about, one under it, or one otherwise excluded',
  },
  payload: true,
  check: (context, { command }) =>
    isExcluded(context, textOf(command, 'unitId'))
      ? refused(
          { zh: '该单位与此件有利害关系，已被排除。', en: 'This unit is excluded from the case.' },
          { code: 'case.unit_excluded', basis: '《信访工作条例》第28条、第30条' },
        )
      : null,
};

export const targetIsAnother: Rule = {
  name: 'target-is-another',
  basis: '《信访工作条例》第22条',
  text: { zh: '不能转给已经承办的单位', en: 'not to the unit that holds it' },
  payload: true,
  check: (context, { command }) =>
    textOf(command, 'unitId') === context.holderUnitId
      ? refused({ zh: '该单位已经承办此件。', en: 'This unit already holds the case.' }, { basis: '《信访工作条例》第22条' })
      : null,
};

export const hopsLeft: Rule = {
  name: 'hops-left',
  basis: '《信访工作条例》第24条',
  text: {
    zh: '转送、交办合计不超过规则包所定次数（默认三次）',
    en: 'passed on no more often than the rule pack says (by default three times)',
  },
  payload: false,
  // What is passed round and round goes to the common superior, not to one more unit.
  check: (context, { law }) => {
    const { hopLimit } = law.conditions;
    return hopLimit !== undefined && context.hops.length >= hopLimit.value
      ? refused(
          {
            zh: `已转送、交办${String(hopLimit.value)}次，应由共同上级指定承办单位。`,
            en: `It has been passed on ${String(hopLimit.value)} times; the common superior decides who handles it.`,
          },
          { basis: '《信访工作条例》第24条第1款', whoMay: { zh: '共同的上一级机关', en: 'the common superior' } },
        )
      : null;
  },
};

/** An organ without anybody under it has nowhere to pass a case to. */
export const mayPassOn: Rule = {
  name: 'may-pass-on',
  basis: '《信访工作条例》第22条、第23条',
  text: { zh: '承办单位须是信访部门，或有下属单位', en: 'the holder is a petition office or has units under it' },
  payload: false,
  check: (context, { command, state }) => {
    if (state === 'registered' && !context.direct) return null;
    const holder = command.units[context.holderUnitId];
    const accused = context.class === 'ACCUSATION' && state === 'registered';
    if (holder === undefined || accused || isPetitionOffice(holder.function) || holder.level === 'city' || holder.level === 'province')
      return null;
    return forbidden(
      {
        zh: '本单位没有下属单位可转送；如不属本单位职责，请提出异议。',
        en: 'Your unit has no unit under it to pass the case to; if it is not yours, object.',
      },
      { basis: '《信访工作条例》第23条第3款', whoMay: { zh: '中心，或信访部门', en: 'the centre, or a petition office' } },
    );
  },
};

export const objectionOnce: Rule = {
  name: 'objection-once',
  basis: '《信访工作条例》第23条第3款',
  text: { zh: '每次转送只能提一次异议', en: 'one objection for each passing-on' },
  payload: false,
  check: (context) => {
    const hop = currentHop(context);
    return hop === null || hop.objected
      ? refused(
          hop === null
            ? { zh: '此件不是转送来的，无从提出异议。', en: 'The case was not passed to you; there is nothing to object to.' }
            : { zh: '对本次转送已提出过异议。', en: 'An objection to this passing-on has already been raised.' },
          { basis: '《信访工作条例》第23条第3款' },
        )
      : null;
  },
};

export const objectionInTime: Rule = {
  name: 'objection-in-time',
  basis: '《信访工作条例》第23条第3款',
  text: { zh: '在收到之日起五个工作日内（PET-OBJECT）', en: 'within PET-OBJECT (five working days from receipt)' },
  payload: false,
  check: (_context, { command, open }) => {
    const right = open.find((one) => one.rule === 'PET-OBJECT');
    if (right?.state === 'armed' && command.at < right.dueAt) return null;
    return refused(
      right === undefined
        ? { zh: '异议期限未开始或已结束。', en: 'There is no time limit for objecting running.' }
        : {
            zh: `异议应在${right.dueDate}前（含当日）提出，已逾期。`,
            en: `Objections were possible until ${right.dueDate}; this one is late.`,
          },
      { basis: '《信访工作条例》第23条第3款' },
    );
  },
};

export const holderNotExcluded: Rule = {
  name: 'holder-not-excluded',
  basis: '《信访工作条例》第28条第3款',
  text: { zh: '承办单位未被排除', en: 'the holder is not excluded from the case' },
  payload: false,
  check: (context) =>
    isExcluded(context, context.holderUnitId)
      ? refused(
          { zh: '本单位与此件有利害关系，不得办理。', en: 'Your unit is excluded from the case and may not handle it.' },
          { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
        )
      : null,
};

export const reportOwed: Rule = {
  name: 'report-owed',
  basis: '《信访工作条例》第22条第3项',
  text: { zh: '交办后尚未报送办结报告', en: 'assigned, and not reported back yet' },
  payload: false,
  check: (context) =>
    context.memo.assignment === undefined || context.memo.assignment.reported
      ? refused({ zh: '没有待报送的交办事项。', en: 'There is no assignment to report back on.' }, { basis: '《信访工作条例》第22条第3项' })
      : null,
};

/** Art 28(3): each for himself; for somebody else only the head or supervisor of his unit. */
export const recusesOwnUnit: Rule = {
  name: 'recuses-own-unit',
  basis: '《信访工作条例》第28条第3款',
  text: { zh: '本人申请，或由其单位负责人、督查员决定', en: 'for oneself, or by the head or supervisor of that unit' },
  payload: true,
  check: (_context, { command }) => {
    const userId = textOf(command, 'userId');
    if (userId === null || userId === command.by.userId) return null;
    const mayDecide = command.by.roles.includes('head') || command.by.roles.includes('supervisor');
    if (mayDecide && command.by.unitId !== null && textOf(command, 'userIdUnit') === command.by.unitId) return null;
    return forbidden(
      {
        zh: '只能由本人申请回避，或由其单位负责人、督查员决定。',
        en: 'One recuses oneself; for somebody else the head or supervisor of his unit does.',
      },
      { basis: '《信访工作条例》第28条第3款', whoMay: { zh: '其单位负责人或督查员', en: 'the head or supervisor of his unit' } },
    );
  },
};
