import type { BilingualText } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import { oneOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

const RATE_TARGETS = ['centre', 'unit'] as const;

/** States in which the petitioner has been told in writing why: no separate explanation is owed. */
const EXPLAINED_STATES: ReadonlySet<string> = new Set(['refused', 'guided', 'ended', 'settled', 'withdrawn', 'merged']);

/** Somebody is dissatisfied with the last answer: with the centre or with the unit, which are rated apart, so that neither word outweighs the other. */
export function isDissatisfied({ memo: { ratings = [], round = 0 } }: ChartContext): boolean {
  return ratings.some((one) => one.round === round && one.value === 'dissatisfied');
}

export const rateOnce: Rule = {
  name: 'rate-once',
  basis: '《信访工作条例》第21条第2款',
  text: {
    zh: '每一答复对中心、对单位各评价一次，公众与代录分开计',
    en: 'once for each answer and target, by the petitioner and by staff each',
  },
  payload: true,
  check: (context, { command }) => {
    const side = command.by.role === 'petitioner' ? 'public' : 'staff';
    const target = oneOf(command, 'target', RATE_TARGETS);
    const rated =
      context.memo.ratings?.some((one) => one.round === (context.memo.round ?? 0) && one.side === side && one.target === target) ?? false;
    return rated
      ? refused({ zh: '这一答复已经评价过。', en: 'This answer has been rated already.' }, { basis: '《信访工作条例》第21条第2款' })
      : null;
  },
};

export const ratedDissatisfied: Rule = {
  name: 'rated-dissatisfied',
  basis: '本地默认规则（不满意退回再办）',
  text: { zh: '对最近一次答复的评价有不满意', en: 'the last answer is rated dissatisfied' },
  payload: false,
  check: (context) =>
    isDissatisfied(context)
      ? null
      : refused({
          zh: '对最近一次答复没有“不满意”的评价，不能退回再办。',
          en: 'Only a case whose last answer is rated dissatisfied is done again.',
        }),
};

export const redoOnce: Rule = {
  name: 'redo-once',
  basis: '本地默认规则（退回再办一次）',
  text: { zh: '退回再办只有一次', en: 'once' },
  payload: false,
  check: (context) =>
    context.memo.redone === true ? refused({ zh: '已经退回再办过一次。', en: 'It has been sent back to be done again already.' }) : null,
};

export const firstUnitKnown: Rule = {
  name: 'first-unit-known',
  basis: '《信访工作条例》第34条',
  text: { zh: '曾有单位受理', en: 'some unit had accepted it' },
  payload: false,
  check: (context) =>
    context.firstUnitId === null
      ? refused({ zh: '此件从未受理，没有可退回的承办单位。', en: 'It was never accepted; there is no unit to do it again.' })
      : null,
};

/** What still stands in the way of the archive, rules 9.8, each with who can help. */
export function missingForArchive(context: ChartContext, state: string): readonly BilingualText[] {
  const { visits = [], answerServed = false, redone = false } = context.memo;
  const explained = visits.includes('explained');
  const missing: BilingualText[] = [];
  if (visits.length === 0) missing.push({ zh: '没有回访记录', en: 'no return visit is recorded' });
  if (!answerServed && !explained && !EXPLAINED_STATES.has(state))
    missing.push({ zh: '书面答复未送达，也没有解释说明的记录', en: 'neither is a written answer served nor an explanation recorded' });
  if (visits.includes('unresolved') && !explained)
    missing.push({ zh: '回访为“未解决”，尚未作解释说明', en: 'a visit found it unresolved and no explanation is recorded' });
  if (isDissatisfied(context) && !redone && !explained)
    missing.push({ zh: '评价为不满意，既未退回再办也未作解释说明', en: 'it was rated dissatisfied, and neither done again nor explained' });
  return missing;
}

export const closingConditions: Rule = {
  name: 'closing-conditions',
  basis: '《信访工作条例》第27条、第32条',
  text: {
    zh: '已回访，已答复或解释，不满意的已再办或解释',
    en: 'visited, answered or explained, and where dissatisfied done again or explained',
  },
  payload: false,
  check: (context, { state }) => {
    const missing = missingForArchive(context, state);
    if (missing.length === 0) return null;
    return refused(
      {
        zh: `还不能归档：${missing.map((one) => one.zh).join('；')}。`,
        en: `Not to be archived yet: ${missing.map((one) => one.en).join('; ')}.`,
      },
      { basis: '《信访工作条例》第27条、第32条', whoMay: { zh: '中心补录回访后归档', en: 'the centre, once the visit is recorded' } },
    );
  },
};
