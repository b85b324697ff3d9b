import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, numberOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import { rate, recordVisit } from '../closing/closing.deeds.ts';
import { handOver } from '../transfer/transfer.deeds.ts';
import { ordered } from './hotline.facts.ts';

const RESULTS = ['solved', 'explained', 'planned'] as const;
const OUTCOMES = ['solved', 'explained', 'unresolved', 'unreached'] as const;
const PLATFORMS = ['110', '119', '120', '122'] as const;

const startFor = (rule: string, triggerAt: string, unitId: string): Effect =>
  deadline({ kind: 'start', rule, triggerAt, owner: { role: 'handler', unitId } });

/** A clock of the 12345 desk itself. */
function deskClock({ centreUnitId }: Pick<ChartContext, 'centreUnitId'>, rule: string, triggerAt: string): Effect {
  return deadline({ kind: 'start', rule, triggerAt, owner: { role: 'clerk', unitId: centreUnitId } });
}

/** The first clock of an order: to be dispatched. */
export const dispatchClock = (context: Pick<ChartContext, 'centreUnitId'>, triggerAt: string): Effect =>
  deskClock(context, 'HOT-DISPATCH', triggerAt);

/** What is owed first: to dispatch it, and where another platform passed it on, a receipt to that one. */
export function firstOrderClocks(context: Pick<ChartContext, 'centreUnitId' | 'memo'>, triggerAt: string): readonly Effect[] {
  const receipt = context.memo.inbound === undefined ? [] : [deskClock(context, 'HOT-INBOUND', triggerAt)];
  return [dispatchClock(context, triggerAt), ...receipt];
}

/** 回执: to the platform that passed it on, with that one's own number beside ours. */
export const giveReceipt: Deed = (context, { command }) => {
  const { inbound } = context.memo;
  if (inbound === undefined) return { effects: [] };
  return {
    memo: { inbound: { ...inbound, answered: true } },
    effects: [ordered('inbound.receipted', { platform: inbound.platform, receiptNo: textOf(command, 'receiptNo') }), ...met('HOT-INBOUND')],
  };
};

/** 派单: to sign, to return what is another unit's, to do it, each in its own time from here. A designated unit returns nothing. */
export const dispatch: Deed = (context, { command }) => {
  const target = textOf(command, 'unitId') ?? context.leadUnitId;
  const designated = flagOf(command, 'designated');
  return {
    context: handOver(context, target),
    memo: { designated: designated ? true : undefined },
    effects: [
      ordered('order.dispatched', { ...(designated ? { designated } : {}), from: context.holderUnitId, to: target }),
      ...met('HOT-DISPATCH'),
      startFor('HOT-SIGN', command.at, target),
      ...(designated ? [] : [startFor('HOT-RETURN', command.at, target)]),
      startFor('HOT-DO', command.at, target),
      notify('order.dispatched', target, addresseesOf(context, target)),
    ],
  };
};

export const sign: Deed = (context) => ({
  context: { firstUnitId: context.holderUnitId },
  effects: [ordered('order.signed', { by: context.holderUnitId }), ...met('HOT-SIGN')],
});

/** 退单: back to the desk, with the reason, and the desk has to dispatch it anew. */
export const returnOrder: Deed = (context, { command }) => {
  const times = (context.memo.returns ?? 0) + 1;
  const { centreUnitId } = context;
  return {
    context: { ...handOver(context, centreUnitId), firstUnitId: null },
    memo: { returns: times },
    effects: [
      ordered('order.returned', { by: context.holderUnitId, times, to: centreUnitId }),
      ...met('HOT-SIGN', 'HOT-RETURN'),
      ...cancelled('HOT-DO'),
      dispatchClock(context, command.at),
      notify('order.returned', centreUnitId, addresseesOf(context, centreUnitId)),
    ],
  };
};

export const extendOrder: Deed = (_context, { command }) => {
  const days = numberOf(command, 'days') ?? 0;
  return { effects: [ordered('order.extended', { days }), deadline({ kind: 'extend', rule: 'HOT-DO', days })] };
};

export const replyToOrder: Deed = (context, { command }) => ({
  memo: { answerServed: true, calls: undefined },
  effects: [
    ordered('order.replied', { by: context.holderUnitId, result: oneOf(command, 'result', RESULTS) }),
    ...met('HOT-DO'),
    ...cancelled('HOT-RETURN'),
    deskClock(context, 'HOT-CALLBACK', command.at),
    notify('order.replied', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
  ],
});

function calledBack(outcome: string | null, times: number): Effect {
  return ordered('order.called-back', { outcome, times });
}

/** Nobody answered: the clock goes on, and nothing is counted as satisfaction. */
export const callInVain: Deed = (context) => {
  const calls = (context.memo.calls ?? 0) + 1;
  return { memo: { calls }, effects: [calledBack('unreached', calls)] };
};

/** 回访: what the caller says of it is a return visit and a rating; who was never reached gave neither. */
export const callBack: Deed = (context, step) => {
  const calls = (context.memo.calls ?? 0) + 1;
  const outcome = oneOf(step.command, 'outcome', OUTCOMES);
  const done = [calledBack(outcome, calls), ...met('HOT-CALLBACK')];
  if (outcome === 'unreached') return { memo: { calls }, effects: done };
  const [visit, rated] = [recordVisit(context, step), rate(context, step)];
  return { memo: { ...visit.memo, ...rated.memo, calls }, effects: [...done, ...visit.effects, ...rated.effects] };
};

/** 不满意重办, once: the unit that did it has it again, for as long as the first time; what came of it the next call asks anew. */
export const redoOrder: Deed = (context, { command }) => {
  const unitId = context.firstUnitId ?? context.holderUnitId;
  return {
    context: handOver(context, unitId),
    memo: { redone: true, round: (context.memo.round ?? 0) + 1, calls: undefined, visits: undefined },
    effects: [
      ordered('order.redo', { to: unitId }),
      startFor('HOT-DO', command.at, unitId),
      notify('order.redo', unitId, addresseesOf(context, unitId)),
    ],
  };
};

/** To 110, 119, 120 or 122: the order stays ours until the receipt is here. */
export const offerHandover: Deed = (context, { command }) => {
  const platform = oneOf(command, 'platform', PLATFORMS) ?? '110';
  return {
    memo: { handedTo: platform },
    effects: [ordered('handover.offered', { platform }), ...met('HOT-DISPATCH'), deskClock(context, 'HOT-RECEIPT', command.at)],
  };
};

export const keepReceipt: Deed = (context, { command }) => ({
  effects: [
    ordered('handover.received', { platform: context.memo.handedTo, receiptNo: textOf(command, 'receiptNo') }),
    ...met('HOT-RECEIPT'),
  ],
});

/** 首接先行受理: it is ours for good, and is dispatched. */
export const handoverDeclined: Deed = (context, { command }) => ({
  memo: { firstReceiver: true, handedTo: undefined },
  effects: [
    ordered('handover.declined', { platform: context.memo.handedTo }),
    ...met('HOT-RECEIPT'),
    dispatchClock(context, command.at),
    notify('handover.declined', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
  ],
});
