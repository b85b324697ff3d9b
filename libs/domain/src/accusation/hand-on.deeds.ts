import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify, superseded } from '../chart/effect.ts';
import { confirmReceipt, transferTo } from './accusation.deeds.ts';
import { accused } from './accusation.facts.ts';
import { ACCUSED_RANKS } from './accused-rank.ts';
import { directionOf } from './directions.ts';
import { ACCOUNTABILITIES } from './accountability.ts';

/** The receiver owes a receipt within this rule; known to version 2. */
export const RECEIPT_CLOCK = 'ACC-RECEIPT';

/** The receipt of what the organisation department was told is back within this rule. */
export const TOLD_CLOCK = 'ACC-TOLD';

/** Whoever gets an accusation signs for it soon: nobody outside may see that it lies there. */
export function receiptClock(unitId: string, at: string): Effect {
  return deadline({ kind: 'start', rule: RECEIPT_CLOCK, triggerAt: at, owner: { role: 'handler', unitId } });
}

/** As in version 1, and the receiver owes its receipt. */
export function transferWithReceipt(context: ChartContext, target: string, at: string): Done {
  const done = transferTo(context, target, at);
  return { ...done, effects: [...done.effects, ...met(RECEIPT_CLOCK), receiptClock(target, at)] };
}

export const transferOwingReceipt: Deed = (context, { command }) =>
  transferWithReceipt(context, textOf(command, 'unitId') ?? context.leadUnitId, command.at);

export const signForIt: Deed = (context, step) => {
  const { context: change, effects } = confirmReceipt(context, step);
  return { ...(change === undefined ? {} : { context: change }), effects: [...effects, ...met(RECEIPT_CLOCK)] };
};

/** Whoever has it now brings back what the organisation department owes: the former holder hears nothing of it any more. */
function toldClockOf({ memo }: ChartContext, unitId: string, at: string): readonly Effect[] {
  if (memo.organisationTold !== true || memo.organisationSigned === true) return [];
  return [...superseded(TOLD_CLOCK), deadline({ kind: 'start', rule: TOLD_CLOCK, triggerAt: at, owner: { role: 'handler', unitId } })];
}

/** 三向移送: it leaves the sight of whoever hands it on, like every accusation. */
export const handOn: Deed = (context, { command }) => {
  const to = textOf(command, 'unitId') ?? context.leadUnitId;
  const from = context.holderUnitId;
  const direction = directionOf(command.units[to]?.function ?? '');
  return {
    context: { holderUnitId: to, hops: [...context.hops, { kind: 'FORWARD', from, to, at: command.at, objected: false }] },
    effects: [
      accused('accusation.handed-on', { direction, from, to }),
      ...met(RECEIPT_CLOCK),
      receiptClock(to, command.at),
      ...toldClockOf(context, to, command.at),
      notify('accusation.transferred', to, addresseesOf(context, to)),
    ],
  };
};

export const recordRank: Deed = (_context, { command }) => {
  const accusedRank = oneOf(command, 'accusedRank', ACCUSED_RANKS) ?? 'village';
  const memo = { accusedRank, organisationTold: undefined, organisationSigned: undefined };
  return { memo, effects: [accused('accused.ranked', { accusedRank }), ...cancelled(TOLD_CLOCK)] };
};

/**
 * 通报, by a sealed letter whose receipt the holder brings back: whoever is told gets no sight of the case, and nobody on the accused side
 * hears of it.
 */
export const tellOrganisation: Deed = (context, { command }) => ({
  memo: { organisationTold: true, organisationSigned: undefined },
  effects: [
    accused('organisation.told', { serious: flagOf(command, 'serious'), to: textOf(command, 'unitId') }),
    ...met(TOLD_CLOCK),
    deadline({ kind: 'start', rule: TOLD_CLOCK, triggerAt: command.at, owner: { role: 'handler', unitId: context.holderUnitId } }),
  ],
});

/** The department has signed for the letter. */
export const keepToldReceipt: Deed = (_context, { command }) => ({
  memo: { organisationSigned: true },
  effects: [
    accused('organisation.signed', { receiptNo: textOf(command, 'receiptNo'), receivedOn: textOf(command, 'receivedOn') }),
    ...met(TOLD_CLOCK),
  ],
});

export const recordAccountability: Deed = (context, { command }) => {
  const accountability = oneOf(command, 'accountability', ACCOUNTABILITIES) ?? 'reminder';
  return { memo: { accountability }, effects: [accused('accountability.recorded', { accountability, by: context.holderUnitId })] };
};
