import { isExcluded } from '../access/people.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { CivilDate, OpenDeadline } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule, Step } from '../chart/rule.ts';

export type ReviewLevel = 'review' | 'recheck';

const WINDOW = { review: 'PET-REVIEW-REQ', recheck: 'PET-RECHECK-REQ' } as const;
const NAME = { review: { zh: '复查', en: 'review' }, recheck: { zh: '复核', en: 'recheck' } } as const;
const BASIS = { review: '《信访工作条例》第35条', recheck: '《信访工作条例》第36条第1款' } as const;

/** The day on which a request counts as received; one made on the public page is received when it is made. */
export function requestedOn({ command, today }: Step): CivilDate {
  return textOf(command, 'receivedOn') ?? today;
}

export function windowOf(level: ReviewLevel, open: readonly OpenDeadline[]): OpenDeadline | undefined {
  return open.findLast((one) => one.rule === WINDOW[level]);
}

/** Who may review an opinion of the holder: the units configured, without those that decided before or are excluded. */
export function reviewersOf(context: ChartContext, step: Step): readonly string[] {
  const configured = step.command.units[context.holderUnitId]?.reviewUnitIds ?? [];
  return configured.filter((unitId) => unitId !== context.holderUnitId && unitId !== context.firstUnitId);
}

export function reviewerFor(context: ChartContext, step: Step): string | null {
  return textOf(step.command, 'toUnitId') ?? reviewersOf(context, step).find((unitId) => !isExcluded(context, unitId)) ?? null;
}

export const requestDates: Rule = {
  name: 'request-dates',
  basis: '《信访工作条例》第35条、第36条',
  text: {
    zh: '申请日期在送达之后、不晚于今天；寄出不晚于收到',
    en: 'received after service and not in the future, posted no later than received',
  },
  payload: true,
  check: (context, step) => {
    const received = requestedOn(step);
    const posted = textOf(step.command, 'postedOn');
    if (received > step.today || received < (context.memo.servedOn ?? received)) {
      return invalid('receivedOn', 'case.invalid_date', {
        zh: '收到申请的日期须在送达之后、不晚于今天。',
        en: 'A request is received after the service and not in the future.',
      });
    }
    return posted !== null && posted > received
      ? invalid('postedOn', 'case.invalid_date', {
          zh: '寄出日期不能晚于收到日期。',
          en: 'It can’t have been posted after it was received.',
        })
      : null;
  },
};

export const reviewerConfigured: Rule = {
  name: 'reviewer-configured',
  basis: '《信访工作条例》第35条、第36条',
  text: { zh: '所选机关是原机关的上一级', en: 'the organ chosen reviews the holder’s opinions' },
  payload: true,
  check: (context, step) => {
    const chosen = textOf(step.command, 'toUnitId');
    return chosen === null || reviewersOf(context, step).includes(chosen)
      ? null
      : invalid('toUnitId', 'unit.no_reviewer', {
          zh: '该单位不是原处理机关的上一级。',
          en: 'This unit does not review opinions of the holder.',
        });
  },
};

/** The petitioner's window, 民法典 203: a request posted on the last day is in time. */
export function inWindow(level: ReviewLevel): Rule {
  const { zh, en } = NAME[level];
  return {
    name: `in-${level}-window`,
    basis: BASIS[level],
    text: { zh: `在${WINDOW[level]}期限内提出`, en: `within ${WINDOW[level]}` },
    payload: true,
    check: (_context, step) => {
      const window = windowOf(level, step.open);
      const posted = textOf(step.command, 'postedOn');
      if (window !== undefined && (requestedOn(step) <= window.dueDate || (posted !== null && posted <= window.dueDate))) return null;
      const last = window?.dueDate ?? '';
      return refused(
        { zh: `申请${zh}的最后一天是${last}，此次申请已逾期。`, en: `The last day to request a ${en} was ${last}; this request is late.` },
        { basis: BASIS[level], from: null },
      );
    },
  };
}

/** A concluded case is opened again only at the level whose window had passed unused. */
export function concludedBefore(level: ReviewLevel): Rule {
  const from = level === 'review' ? 'served' : 'review-served';
  return {
    name: `concluded-before-${level}`,
    basis: BASIS[level],
    text: { zh: `因逾期未申请${NAME[level].zh}而办结`, en: `concluded because no ${NAME[level].en} was requested` },
    payload: false,
    check: (context) =>
      context.memo.concludedFrom === from
        ? null
        : refused(
            {
              zh: `本案办结时并非处于可申请${NAME[level].zh}的阶段。`,
              en: `The case was not concluded at the stage where a ${NAME[level].en} is requested.`,
            },
            { basis: BASIS[level] },
          ),
  };
}

/** Once closed only a request that came in time is still entered, so a person has nothing to offer by himself. */
export function reviewerExists(level: ReviewLevel): Rule {
  return {
    name: 'reviewer-exists',
    basis: BASIS[level],
    text: { zh: '有未被排除的上一级机关', en: 'some superior organ that is not excluded' },
    payload: false,
    check: (context, step) => {
      const reviewer = reviewerFor(context, step);
      if (reviewer === null)
        return refused(
          { zh: `没有可以${NAME[level].zh}的上一级机关。`, en: `There is no superior organ for the ${NAME[level].en}.` },
          { code: 'review.no_superior', basis: BASIS[level] },
        );
      return isExcluded(context, reviewer)
        ? refused(
            { zh: '该机关与此件有利害关系，已被排除。', en: 'This organ is excluded from the case.' },
            { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
          )
        : null;
    },
  };
}

export const revoked: Branch = {
  name: 'revoked',
  text: { zh: '撤销原意见', en: 'the opinion was revoked' },
  holds: (context) => context.memo.decision === 'REVOKE',
};

export const suspensionDates: Rule = {
  name: 'suspension-dates',
  basis: '《信访工作条例》第36条第2款',
  text: { zh: '听证起始不早于收到申请、不晚于现在', en: 'the hearing began after the request and not in the future' },
  payload: true,
  check: (context, { command }) => {
    const from = textOf(command, 'from');
    const instant = from === null ? Number.NaN : Date.parse(from);
    if (from === null || Number.isNaN(instant) || instant > Date.parse(command.at))
      return invalid('from', 'case.invalid_date', { zh: '听证起始不能晚于现在。', en: 'The hearing can’t begin in the future.' });
    return civilDateOf(new Date(instant).toISOString()) < (context.memo.requestedOn ?? '')
      ? invalid('from', 'case.invalid_date', { zh: '听证起始不能早于收到申请。', en: 'The hearing can’t begin before the request.' })
      : null;
  },
};

export const resumptionDates: Rule = {
  name: 'resumption-dates',
  basis: '《信访工作条例》第36条第2款',
  text: { zh: '恢复不早于中止、不晚于现在', en: 'resumed after it was suspended and not in the future' },
  payload: true,
  check: (context, { command }) => {
    const at = Date.parse(textOf(command, 'at') ?? '');
    const from = context.memo.suspendedFrom;
    const good = !Number.isNaN(at) && at <= Date.parse(command.at) && (from === undefined || at >= Date.parse(from));
    return good
      ? null
      : invalid('at', 'case.invalid_date', {
          zh: '恢复时间须在中止之后、不晚于现在。',
          en: 'It resumes after it was suspended and not in the future.',
        });
  },
};

export const notSuspended: Rule = {
  name: 'not-suspended',
  basis: '《信访工作条例》第36条第2款',
  text: { zh: '没有因听证中止', en: 'not suspended for a hearing' },
  payload: false,
  check: (context) =>
    context.memo.suspendedFrom === undefined
      ? null
      : refused(
          { zh: '复核正因听证中止，请先恢复。', en: 'The recheck is suspended for a hearing; resume it first.' },
          { basis: '《信访工作条例》第36条第2款' },
        ),
};

export const suspended: Rule = {
  name: 'suspended',
  basis: '《信访工作条例》第36条第2款',
  text: { zh: '已因听证中止', en: 'suspended for a hearing' },
  payload: false,
  check: (context) =>
    context.memo.suspendedFrom === undefined
      ? refused({ zh: '复核没有中止。', en: 'The recheck is not suspended.' }, { basis: '《信访工作条例》第36条第2款' })
      : null,
};
