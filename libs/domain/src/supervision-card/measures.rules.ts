import type { BilingualText } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import { oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { ResolutionKind } from '../case/meeting.ts';
import type { SupervisionMeasure } from '../case/supervision-card.ts';
import { SUPERVISION_MEASURES } from '../case/supervision-card.ts';
import type { Rule, Step } from '../chart/rule.ts';
import { cardOf, isSolved } from './card.ts';

const MEASURES = '《信访工作条例》第39条第3款';
const LISTING = '挂牌督办惯例（地方默认规则）';

/** What the joint meeting calls the measures in its resolutions. */
const RESOLVED_AS: Readonly<Record<SupervisionMeasure, ResolutionKind>> = {
  talk: 'interview',
  circular: 'circular',
  listed: 'listed-supervision',
  rectification: 'ordered-rectification',
};
/** States of a resolution that binds: made and not carried out yet. */
const IN_FORCE: ReadonlySet<string> = new Set(['registered', 'reported']);

/**
 * The resolution that a measure rests on: a joint meeting's, of this very measure, about the main case or this supervision, still in force,
 * and not used here before. Null where it is anything else, so that nothing else is told of by the refusal either.
 */
export function resolutionOf(context: ChartContext, { command }: Step): string | null {
  const id = textOf(command, 'resolutionCaseId');
  const named = id === null ? undefined : command.cases[id]?.snapshot;
  const measure = oneOf(command, 'measure', SUPERVISION_MEASURES);
  if (id === null || named?.procedure !== 'resolution' || measure === null || !IN_FORCE.has(named.state)) return null;
  const { resolution } = chartContext(named.context).memo;
  if (resolution?.kind !== RESOLVED_AS[measure] || resolution.caseId === undefined) return null;
  const about = resolution.caseId === context.mainCaseId || resolution.caseId === context.caseId;
  return about && !cardOf(context).measures.some((one) => one.resolutionId === id) ? id : null;
}

/** Art 39(3): the four measures are the joint meeting's. Nobody else takes them, the engine least of all. */
export const resolved: Rule = {
  name: 'resolved',
  basis: MEASURES,
  text: {
    zh: '联席会议就本件作出该措施的决议，且未执行完毕',
    en: 'a joint meeting has resolved this measure on this case, and that is still in force',
  },
  payload: true,
  check: (context, step) =>
    resolutionOf(context, step) === null
      ? refused(
          {
            zh: '约谈、通报、挂牌督办、责令限期整改须有联席会议决议：请选择就本件作出、尚在执行的该项决议。',
            en: 'Only the joint meeting resolves on a talk, a circular, a listing or an ordered rectification: name its resolution of that kind on this case, one that is in force.',
          },
          { code: 'supervision.not_resolved', basis: MEASURES, whoMay: { zh: '信访工作联席会议', en: 'the joint meeting' } },
        )
      : null,
};

export const measureDated: Rule = {
  name: 'measure-dated',
  basis: MEASURES,
  text: { zh: '责令限期整改须定期限，挂牌须定包案领导', en: 'an ordered rectification has its last day, a listing its leader' },
  payload: true,
  check: (_context, { command, today }) => {
    const measure = oneOf(command, 'measure', SUPERVISION_MEASURES);
    const dueDate = textOf(command, 'dueDate');
    if (measure === 'rectification' && (dueDate === null || dueDate < today))
      return invalid('dueDate', 'case.invalid_date', {
        zh: '责令限期整改须定一个今天或以后的期限。',
        en: 'An ordered rectification ends on a day that is not past.',
      });
    if (measure === 'listed' && textOf(command, 'leaderId') === null)
      return invalid('leaderId', 'case.leader_missing', {
        zh: '挂牌督办须落实包案领导。',
        en: 'A listed matter has a leader who answers for it.',
      });
    return null;
  },
};

/** 挂牌预警 comes before 挂牌督办, and leaves the unit time to mend it. */
export const warnedBefore: Rule = {
  name: 'warned-before',
  basis: LISTING,
  text: { zh: '挂牌前已预警且预警期已满', en: 'before a listing the unit was warned, and the time of the warning is over' },
  payload: true,
  check: (context, { command, open }) => {
    if (oneOf(command, 'measure', SUPERVISION_MEASURES) !== 'listed') return null;
    const { listed, warnedOn } = cardOf(context);
    if (listed !== undefined) return refused({ zh: '本件已经挂牌。', en: 'This is listed already.' }, { basis: LISTING });
    if (warnedOn === undefined) return refused({ zh: '挂牌前须先发出挂牌预警。', en: 'A listing is warned of first.' }, { basis: LISTING });
    const running = open.find((one) => one.rule === 'SUP-WARN' && one.state === 'armed');
    return running === undefined
      ? null
      : refused(
          {
            zh: `挂牌预警期至${running.dueDate}，期内由单位整改。`,
            en: `The unit has until ${running.dueDate} to mend what it was warned of.`,
          },
          { basis: LISTING, from: running.dueDate },
        );
  },
};

export const warnedOnce: Rule = {
  name: 'warned-once',
  basis: LISTING,
  text: { zh: '未预警、未挂牌', en: 'neither warned nor listed' },
  payload: false,
  check: (context) =>
    cardOf(context).warnedOn !== undefined
      ? refused({ zh: '已经发出过挂牌预警。', en: 'The unit has been warned already.' }, { basis: LISTING })
      : null,
};

export const isListed: Rule = {
  name: 'is-listed',
  basis: LISTING,
  text: { zh: '正在挂牌督办', en: 'it is listed' },
  payload: false,
  check: (context) =>
    cardOf(context).listed === undefined ? refused({ zh: '本件没有挂牌。', en: 'This is not listed.' }, { basis: LISTING }) : null,
};

/** Only a rating says it: whoever stays silent isn't counted as satisfied. */
function isSatisfied(context: ChartContext, { command }: Step): boolean {
  const main = context.mainCaseId === undefined ? undefined : command.cases[context.mainCaseId]?.snapshot.context;
  const ratings = main === undefined ? [] : (chartContext(main).memo.ratings ?? []);
  const last = ratings.findLast((one) => one.target === 'unit');
  return last !== undefined && last.value !== 'dissatisfied';
}

/** What still stands in the way of the delisting: 问题不解决、面貌不改变、群众不满意的，不销号、不摘牌、不放过. */
export const delistingConditions: Rule = {
  name: 'delisting-conditions',
  basis: LISTING,
  text: { zh: '问题已解决、面貌已改变、群众满意', en: 'solved, visibly changed, and the petitioner satisfied' },
  payload: true,
  check: (context, step) => {
    const card = cardOf(context);
    const missing: BilingualText[] = [
      ...(isSolved(card) ? [] : [{ zh: '问题未解决（事项未全部销号）', en: 'it is not solved (items are not signed off)' }]),
      ...(card.changed === true
        ? []
        : [{ zh: '面貌未改变（无实地督查确认）', en: 'nothing has visibly changed (no inspection found it so)' }]),
      ...(isSatisfied(context, step) ? [] : [{ zh: '群众未评价满意', en: 'the petitioner has not rated it as satisfactory' }]),
    ];
    return missing.length === 0
      ? null
      : refused(
          {
            zh: `不能摘牌：${missing.map((one) => one.zh).join('；')}。`,
            en: `Not to be delisted: ${missing.map((one) => one.en).join('; ')}.`,
          },
          { basis: LISTING },
        );
  },
};
