import { flagOf, oneOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';

/** Practice of 12345 offices; where a law says it, the law. */
const PRACTICE = '12345热线办理惯例（地方默认规则）';
const LINES = '国办发〔2022〕12号（110与12345对接联动）';
const DESIGNATED = '《济南市12345市民服务热线条例》（指定办理的不得退回）';

/** After so many returns the centre designates: an order doesn't go round and round. */
const RETURNS = 2;
/** So often somebody is called before the order is closed without his answer, which counts as no answer. */
const CALLS = 3;

export const designatedAfterReturns: Rule = {
  name: 'designated-after-returns',
  basis: PRACTICE,
  text: { zh: '两次退单后须指定承办单位', en: 'after two returns the unit is designated' },
  payload: true,
  check: (context, { command }) =>
    (context.memo.returns ?? 0) < RETURNS || flagOf(command, 'designated')
      ? null
      : refused(
          { zh: '工单已退回两次，须由中心指定承办单位。', en: 'The order was returned twice: designate the unit.' },
          { basis: PRACTICE, whoMay: { zh: '中心（指定派单）', en: 'the centre, by designating' } },
        ),
};

export const notDesignated: Rule = {
  name: 'not-designated',
  basis: DESIGNATED,
  text: { zh: '不是指定办理的', en: 'not designated' },
  payload: false,
  check: (context) =>
    context.memo.designated === true
      ? refused(
          { zh: '本单位是指定的承办单位，不得退单。', en: 'Your unit was designated; a designated unit returns nothing.' },
          { basis: DESIGNATED },
        )
      : null,
};

export const returnInTime: Rule = {
  name: 'return-in-time',
  basis: '山东省12345热线管理办法（2020）',
  text: { zh: '派单后两个工作日内（HOT-RETURN）', en: 'within HOT-RETURN (two working days from the dispatch)' },
  payload: false,
  check: (_context, { command, open }) => {
    const right = open.find((one) => one.rule === 'HOT-RETURN');
    if (right?.state === 'armed' && command.at < right.dueAt) return null;
    return refused(
      {
        zh: `退单应在${right?.dueDate ?? '派单后两个工作日'}前（含当日）提出，已逾期。`,
        en: `A wrong unit returns an order until ${right?.dueDate ?? 'two working days after the dispatch'}; this is late.`,
      },
      { basis: '山东省12345热线管理办法（2020）' },
    );
  },
};

/** 国办发〔2022〕12号: what is unclear and can't be agreed on is accepted by whoever received it first. */
export const mayHandOver: Rule = {
  name: 'may-hand-over',
  basis: LINES,
  text: { zh: '未被确定为首接先行受理', en: 'not left to the first receiver already' },
  payload: false,
  check: (context) =>
    context.memo.firstReceiver === true
      ? refused(
          {
            zh: '职责不清、协商不成的，由首接平台先行受理，不能再转。',
            en: 'Whoever received it first accepts what is unclear; it isn’t handed over again.',
          },
          { basis: LINES },
        )
      : null,
};

export const receiptOwedToSender: Rule = {
  name: 'receipt-owed-to-sender',
  basis: LINES,
  text: { zh: '由110等平台转来，尚未出具回执', en: 'passed on by another platform, which has no receipt yet' },
  payload: false,
  check: ({ memo }) =>
    memo.inbound !== undefined && memo.inbound.answered !== true
      ? null
      : refused({ zh: '没有待出具的回执。', en: 'No receipt is owed to another platform.' }, { basis: LINES }),
};

/** Whoever received it first doesn't get rid of it: 110 may not decline what 110 passed on. */
export const notItsFirstReceiver: Rule = {
  name: 'not-its-first-receiver',
  basis: LINES,
  text: { zh: '对方不是首接平台', en: 'the other platform isn’t the one that received it first' },
  payload: false,
  check: ({ memo }) =>
    memo.inbound === undefined || memo.inbound.platform !== memo.handedTo
      ? null
      : refused(
          {
            zh: '对方是首接平台，职责不清的由其先行受理，不能不接。',
            en: 'The other platform received it first: what is unclear it accepts itself.',
          },
          { code: 'hotline.first_receiver', basis: LINES },
        ),
};

export const unreached: Branch = {
  name: 'unreached',
  text: { zh: '未接通（未满三次）', en: 'not reached, fewer than three times' },
  holds: (context, { command }) => oneOf(command, 'outcome', ['unreached']) !== null && (context.memo.calls ?? 0) + 1 < CALLS,
};
