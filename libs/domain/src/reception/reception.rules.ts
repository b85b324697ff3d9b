import { textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { RECORD_CLASS } from '../case/vocabulary.ts';
import type { Rule } from '../chart/rule.ts';
import { publishBy } from './days.ts';
import { receptionOf } from './reception.deeds.ts';

const RECEIVING = '《信访工作条例》第18条第2款';
const SEALED = '《信访工作条例》第30条第3款';

/** People have to know it before: a day that can't be published in time is none. */
export const dayAhead: Rule = {
  name: 'reception-day-ahead',
  basis: RECEIVING,
  text: { zh: '接访日留足提前公布的日数', en: 'the day leaves the days by which it must be published ahead' },
  payload: true,
  check: (_context, { command, law, today }) => {
    const asked = textOf(command, 'date');
    return asked === null || publishBy(law.workingDayAt(asked), law.conditions) >= today
      ? null
      : invalid('date', 'reception.too_soon', {
          zh: `接访安排须提前${String(law.conditions.receptionNotice?.value ?? 0)}日公布，请另定日期。`,
          en: `A day of reception is published ${String(law.conditions.receptionNotice?.value ?? 0)} days ahead: choose a later one.`,
        });
  },
};

export const reservedCaseKnown: Rule = {
  name: 'reserved-case-known',
  basis: RECEIVING,
  text: { zh: '所列案件存在且为本人可知', en: 'the case exists and is known to whoever names it' },
  payload: true,
  check: (_context, { command }) => {
    const caseId = textOf(command, 'caseId');
    return caseId !== null && command.cases[caseId] !== undefined
      ? null
      : invalid('caseId', 'unknown_reference', { zh: '没有这个案件。', en: 'There is no such case.' });
  },
};

/** An accusation has its own office, and stands beside no list that others read. */
export const matterFits: Rule = {
  name: 'reception-matter-fits',
  basis: SEALED,
  text: { zh: '不是检举控告件，不是附属记录', en: 'no accusation and no record' },
  payload: true,
  check: (_context, { command }) => {
    const named = command.cases[textOf(command, 'caseId') ?? '']?.snapshot.context;
    if (named?.sealed === true || named?.class === 'ACCUSATION')
      return refused({ zh: '检举控告不列入接访安排。', en: 'An accusation is on no list of a reception.' }, { basis: SEALED });
    return named?.class === RECORD_CLASS ? refused({ zh: '只有案件可以预约。', en: 'Only a case is booked.' }, { basis: RECEIVING }) : null;
  },
};

/** 领导接访 ends when its day is over, and as many are seen as there is time for. */
export const seatFree: Rule = {
  name: 'reception-seat-free',
  basis: RECEIVING,
  text: { zh: '接访日未过、尚有名额，本件未预约', en: 'the day is not past, a place is free, and the case is not booked yet' },
  payload: true,
  check: (context, { command, today }) => {
    const { booked, day } = receptionOf(context);
    if (booked.some((one) => one === textOf(command, 'caseId')))
      return refused({ zh: '本件已预约。', en: 'This case is booked already.' }, { code: 'reception.booked', basis: RECEIVING });
    if (day === undefined || day.on < today)
      return refused({ zh: '接访日已过。', en: 'The day is past.' }, { code: 'reception.day_past', basis: RECEIVING });
    return booked.length < day.seats
      ? null
      : refused(
          { zh: '名额已满，请预约其他接访日。', en: 'The day is full: book another one.' },
          { code: 'reception.full', basis: RECEIVING },
        );
  },
};

export const isBooked: Rule = {
  name: 'reception-is-booked',
  basis: RECEIVING,
  text: { zh: '本件已预约', en: 'the case is booked' },
  payload: true,
  check: (context, { command }) =>
    receptionOf(context).booked.some((one) => one === textOf(command, 'caseId'))
      ? null
      : refused({ zh: '本件没有预约。', en: 'This case is not booked.' }, { basis: RECEIVING }),
};

/** Nothing is held before its day. */
export const dayHasCome: Rule = {
  name: 'reception-day-has-come',
  basis: RECEIVING,
  text: { zh: '已到接访日', en: 'the day has come' },
  payload: false,
  check: (context, { today }) => {
    const { day } = receptionOf(context);
    return day !== undefined && day.on <= today
      ? null
      : refused(
          { zh: `接访日为${day?.on ?? ''}，尚未到。`, en: `The day is ${day?.on ?? ''}: it has not come yet.` },
          { basis: RECEIVING, ...(day === undefined ? {} : { from: day.on }) },
        );
  },
};

export const openedOnce: Rule = {
  name: 'reception-case-opened-once',
  basis: RECEIVING,
  text: { zh: '本件尚未列入', en: 'the case is not listed yet' },
  payload: true,
  check: (context, { command }) =>
    receptionOf(context).opened.some((one) => one === textOf(command, 'caseId'))
      ? refused({ zh: '本件已列入。', en: 'This case is listed already.' }, { code: 'reception.listed', basis: RECEIVING })
      : null,
};
