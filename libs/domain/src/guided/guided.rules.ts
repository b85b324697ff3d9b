import { textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { externalClock } from './guided.deeds.ts';

export const resultRecorded: Rule = {
  name: 'result-recorded',
  basis: '《信访工作条例》第31条第1项至第5项',
  text: { zh: '已记录法定途径的结果', en: 'the result of the legal route is recorded' },
  payload: false,
  check: (context) =>
    context.memo.recorded === true
      ? null
      : refused(
          { zh: '尚未记录法定途径的处理结果。', en: 'The result of the legal route is not recorded yet.' },
          { basis: '《信访工作条例》第31条' },
        ),
};

const BASIS = '《信访工作条例》第31条';

export const filedOnce: Rule = {
  name: 'filed-once',
  basis: BASIS,
  text: { zh: '尚未登记对方受理', en: 'not filed yet' },
  payload: false,
  check: (context) =>
    context.memo.filed === undefined
      ? null
      : refused({ zh: '已登记法定途径的受理情况。', en: 'Its acceptance in the legal route is recorded already.' }, { basis: BASIS }),
};

/** A day of what happened there: not in the future. */
export function untilToday(field: 'acceptedOn' | 'knewOn' | 'lodgedOn' | 'servedOn'): Rule {
  return {
    name: `${field}-until-today`,
    basis: BASIS,
    text: { zh: '日期不晚于今天', en: 'not in the future' },
    payload: true,
    check: (_context, { command, today }) => {
      const date = textOf(command, field);
      return date === null || date <= today
        ? null
        : invalid(field, 'case.invalid_date', { zh: '日期不能晚于今天。', en: 'The day can’t lie in the future.' });
    },
  };
}

export const windowOnce: Rule = {
  name: 'window-once',
  basis: BASIS,
  text: { zh: '尚未登记申请期限', en: 'no window recorded yet' },
  payload: false,
  check: ({ memo }) =>
    memo.window === undefined
      ? null
      : refused({ zh: '已登记申请期限。', en: 'The window to apply is recorded already.' }, { basis: BASIS }),
};

export const notLodged: Rule = {
  name: 'not-lodged',
  basis: BASIS,
  text: { zh: '尚未登记提出申请', en: 'not applied for yet' },
  payload: false,
  check: ({ memo }) =>
    memo.lodged === undefined ? null : refused({ zh: '已登记提出申请。', en: 'The application is recorded already.' }, { basis: BASIS }),
};

export const externalClockRuns: Rule = {
  name: 'external-clock-runs',
  basis: BASIS,
  text: { zh: '对方的期限正在计算', en: 'a clock of the organ there is running' },
  payload: false,
  check: (_context, { open }) =>
    externalClock(open) === undefined
      ? refused({ zh: '没有正在跟踪的法定途径期限。', en: 'No clock of a legal route is being followed.' }, { basis: BASIS })
      : null,
};

export const externalExtendedOnce: Rule = {
  name: 'external-extended-once',
  basis: BASIS,
  text: { zh: '对方只能延期一次', en: 'once' },
  payload: false,
  check: (_context, { open }) =>
    (externalClock(open)?.extensionDays ?? 0) > 0
      ? refused({ zh: '该期限已经延长过一次。', en: 'This limit has been extended once already.' }, { basis: BASIS })
      : null,
};
