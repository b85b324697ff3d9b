import { isExcluded } from '../access/people.ts';
import { oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { isHighEnough, LEVEL_NAMES, lowestReceiver } from './accused-rank.ts';
import { directionOf } from './directions.ts';
import { isGraver, ACCOUNTABILITIES } from './accountability.ts';

const THREE_WAYS = '《信访工作条例》第22条、第30条；政法、纪检监察、行政执法“三向移送”';

/** Once to each of the three systems, and once more when the first was the wrong level. */
const MOST_HANDS = 4;

export const levelForRank: Rule = {
  name: 'level-for-rank',
  basis: '《监察法》第16条；《信访工作条例》第22条、第30条',
  text: { zh: '接收机关的级别与被反映人的管理权限相当', en: 'the receiver is of the level that manages cadres of that rank' },
  payload: true,
  check: (context, { command }) => {
    const rank = context.memo.accusedRank;
    const target = command.units[textOf(command, 'unitId') ?? ''];
    if (rank === undefined || target === undefined || isHighEnough(target.level, rank)) return null;
    const level = LEVEL_NAMES[lowestReceiver(rank)];
    return refused(
      {
        zh: `按照干部管理权限，应当由${level.zh}以上的机关接收。`,
        en: `By the authority to manage cadres, an organ of the ${level.en} or above receives it.`,
      },
      {
        code: 'accusation.level_too_low',
        basis: '《监察法》第16条',
        whoMay: { zh: `${level.zh}以上的机关`, en: `an organ of the ${level.en} or above` },
      },
    );
  },
};

export const anotherDirection: Rule = {
  name: 'another-direction',
  basis: THREE_WAYS,
  text: {
    zh: '移送给另一系统的机关，或者同系统的上级机关',
    en: 'to an organ of another of the three systems, or one above in the same system',
  },
  payload: true,
  check: (context, { command }) => {
    const holder = command.units[context.holderUnitId];
    const target = command.units[textOf(command, 'unitId') ?? ''];
    if (holder === undefined || target === undefined) return null;
    const direction = directionOf(target.function);
    if (direction !== null && (direction !== directionOf(holder.function) || holder.ancestors.includes(target.id))) return null;
    return refused(
      {
        zh: '只能移送给政法、纪检监察、行政执法三个系统中的另一系统，或者本系统的上级机关。',
        en: 'It is handed on to another of the three systems, or up in its own.',
      },
      { basis: THREE_WAYS },
    );
  },
};

export const handedOnceToEach: Rule = {
  name: 'handed-once-to-each',
  basis: THREE_WAYS,
  text: { zh: '不退回移送过的机关，移送不超过四次', en: 'never back to an organ that had it, and four times at most' },
  payload: true,
  check: (context, { command }) => {
    const target = textOf(command, 'unitId');
    const again = context.hops.some(({ from, to }) => target === from || target === to);
    return again || context.hops.length >= MOST_HANDS
      ? refused(
          { zh: '已移送过的机关不再接收；首接机关负责到底。', en: 'An organ that had it doesn’t get it again: whoever has it keeps it.' },
          { basis: THREE_WAYS },
        )
      : null;
  },
};

/** 组织（人事）部门 by the authority to manage cadres; never one on the accused side. */
export const toldIsOrganisation: Rule = {
  name: 'told-is-organisation',
  basis: '《信访工作条例》第30条第2款',
  text: { zh: '通报对象为有管理权限的组织（人事）部门', en: 'the organisation department of the level that manages such cadres' },
  payload: true,
  check: (context, { command }) => {
    const target = command.units[textOf(command, 'unitId') ?? ''];
    const rank = context.memo.accusedRank;
    if (target === undefined) return null;
    if (isExcluded(context, target.id))
      return refused(
        { zh: '该单位与此件有利害关系，已被排除。', en: 'This unit is excluded from the case.' },
        { code: 'case.unit_excluded', basis: '《信访工作条例》第30条第3款' },
      );
    return target.function === 'organisation' && (rank === undefined || isHighEnough(target.level, rank))
      ? null
      : refused(
          {
            zh: '应当向有干部管理权限的组织（人事）部门通报。',
            en: 'It is the organisation department with the authority over such cadres that is told.',
          },
          { basis: '《信访工作条例》第30条第2款' },
        );
  },
};

export const rankKnown: Rule = {
  name: 'rank-known',
  basis: '《信访工作条例》第30条第2款',
  text: { zh: '已登记被反映人的职级', en: 'the rank of the accused is recorded' },
  payload: false,
  check: (context) =>
    context.memo.accusedRank === undefined
      ? refused(
          { zh: '只有反映干部问题的事项才通报组织部门，请先登记职级。', en: 'Only matters about cadres are told: record the rank first.' },
          { basis: '《信访工作条例》第30条第2款' },
        )
      : null,
};

export const organisationTold: Rule = {
  name: 'organisation-told',
  basis: '《信访工作条例》第30条第2款',
  text: { zh: '反映干部问题的，已通报组织（人事）部门', en: 'the organisation department was told, where it is about a cadre' },
  payload: false,
  check: (context) =>
    context.memo.accusedRank === undefined || context.memo.organisationTold === true
      ? null
      : refused(
          {
            zh: '反映干部问题的事项，应当先向组织（人事）部门通报。',
            en: 'A matter about a cadre is told to the organisation department first.',
          },
          { code: 'accusation.organisation_not_told', basis: '《信访工作条例》第30条第2款' },
        ),
};

const TOLD = '《信访工作条例》第30条第2款';

export const toldReceiptAwaited: Rule = {
  name: 'told-receipt-awaited',
  basis: TOLD,
  text: { zh: '已通报组织（人事）部门，尚未收到其回执', en: 'the organisation department was told and hasn’t signed yet' },
  payload: false,
  check: ({ memo }) =>
    memo.organisationTold === true && memo.organisationSigned !== true
      ? null
      : refused({ zh: '没有待收的通报回执。', en: 'No receipt of the organisation department is awaited.' }, { basis: TOLD }),
};

/** What was told lies with somebody: nothing is filed away before it was signed for. */
export const toldSignedFor: Rule = {
  name: 'told-signed-for',
  basis: TOLD,
  text: { zh: '通报组织（人事）部门的，已收到回执', en: 'what the organisation department was told is signed for' },
  payload: false,
  check: ({ memo }) =>
    memo.organisationTold === true && memo.organisationSigned !== true
      ? refused(
          { zh: '组织（人事）部门的回执尚未收到。', en: 'The receipt of the organisation department isn’t back yet.' },
          { code: 'accusation.told_unsigned', basis: TOLD },
        )
      : null,
};

/** A receipt is not of tomorrow. */
export const toldReceivedUntilToday: Rule = {
  name: 'told-received-until-today',
  basis: TOLD,
  text: { zh: '回执日期不晚于今天', en: 'not received in the future' },
  payload: true,
  check: (_context, { command, today }) =>
    (textOf(command, 'receivedOn') ?? today) <= today
      ? null
      : invalid('receivedOn', 'case.invalid_date', { zh: '回执日期不能晚于今天。', en: 'It can’t have been received in the future.' }),
};

export const graverThanBefore: Rule = {
  name: 'graver-than-before',
  basis: '《信访工作条例》第30条第1款；及时核查机制',
  text: { zh: '问责结果逐级登记：提醒、谈话诫勉、立案', en: 'measures are recorded upwards: reminder, talk, case filed' },
  payload: true,
  check: (context, { command }) => {
    const accountability = oneOf(command, 'accountability', ACCOUNTABILITIES);
    return accountability === null || isGraver(accountability, context.memo.accountability)
      ? null
      : refused({
          zh: '已登记同级或者更重的处理结果。',
          en: 'The same measure, or a graver one, is recorded already.',
        });
  },
};
