import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import type { Deed, Done } from '../chart/chart.ts';
import { met, notify } from '../chart/effect.ts';
import { stopAll } from '../interruption/interruption.ts';
import { INTAKE_CLOCKS } from '../transfer/transfer.deeds.ts';
import { accused } from './accusation.facts.ts';

/** The case leaves the sight of whoever had it: earlier holders of a sealed case know nothing any more (Art 30(3)). */
export function transferTo(context: ChartContext, target: string, at: string): Done {
  return {
    context: {
      holderUnitId: target,
      hops: [...context.hops, { kind: 'FORWARD', from: context.holderUnitId, to: target, at, objected: false }],
    },
    effects: [
      accused('accusation.transferred', { from: context.holderUnitId, to: target }),
      ...met(...INTAKE_CLOCKS),
      notify('accusation.transferred', target, addresseesOf(context, target)),
    ],
  };
}

export const transfer: Deed = (context, { command }) => transferTo(context, textOf(command, 'unitId') ?? context.leadUnitId, command.at);

export const confirmReceipt: Deed = (context) => ({
  context: { firstUnitId: context.firstUnitId ?? context.holderUnitId },
  effects: [accused('receipt.confirmed', { by: context.holderUnitId })],
});

/** Fed back under the organ's own rules (Art 23(4), 30). */
export const feedBack: Deed = (context) => ({
  memo: { fedBack: true },
  effects: [accused('accusation.fed-back', { by: context.holderUnitId })],
});

export const archiveSealed: Deed = (_context, { open }) => ({ effects: [accused('accusation.archived'), ...stopAll(open)] });
