import { addresseesOf } from '../access/people.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import { numberOf } from '../case/payload.ts';
import type { CardItem } from '../case/supervision-card.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met, notify } from '../chart/effect.ts';
import { stopAll } from '../interruption/interruption.ts';
import { cardOf, changedCard, itemOf, withItem } from './card.ts';
import { carded } from './card.facts.ts';

/** Told to whoever supervises. */
const toSupervising = (context: ChartContext, kind: string): Effect => notify(kind, cardOf(context).by, ['supervisor']);
/** Told to the unit that is supervised. */
const toUnit = (context: ChartContext, kind: string): Effect =>
  notify(kind, context.holderUnitId, addresseesOf(context, context.holderUnitId));

/** The unit has so long to put right what was found wanting, or what it was asked for. */
const rectifying = ({ holderUnitId }: ChartContext, triggerAt: string): Effect =>
  deadline({ kind: 'start', rule: 'SUP-RECTIFY', triggerAt, owner: { role: 'handler', unitId: holderUnitId } });

/** Whether that limit runs, or has run out: then what is asked for anew gives no further time. */
const isRectifying = (open: readonly OpenDeadline[]): boolean => open.some((one) => one.rule === 'SUP-RECTIFY' && one.doneAt === null);

/** 下达督办单: what is asked for is its first item. A card of the engine's is replied to in the case that is overdue. */
export function openCard(context: ChartContext, triggerAt: string): readonly Effect[] {
  const { by, ground, overdue } = cardOf(context);
  const { holderUnitId: unitId } = context;
  return [
    ...(overdue === undefined
      ? [
          carded('card.opened', { by, ground, unitId }),
          deadline({ kind: 'start', rule: 'SUP-ANSWER', triggerAt, owner: { role: 'handler', unitId } }),
        ]
      : [carded('card.opened', { by, deadlineId: overdue.deadlineId, ground, rule: overdue.rule, unitId })]),
    rectifying(context, triggerAt),
    toUnit(context, 'card.opened'),
  ];
}

export const answer: Deed = (context, { today }) => ({
  memo: changedCard(context, { answeredOn: today }),
  effects: [carded('card.answered', { by: context.holderUnitId }), ...met('SUP-ANSWER'), toSupervising(context, 'card.answered')],
});

export const addItem: Deed = (context, { command, open }) => {
  const { items } = cardOf(context);
  const no = items.length + 1;
  return {
    memo: changedCard(context, { items: [...items, { no, sentBack: 0 }] }),
    effects: [
      carded('card.item-added', { item: no }),
      ...(isRectifying(open) ? [] : [rectifying(context, command.at)]),
      toUnit(context, 'card.item-added'),
    ],
  };
};

/** Once there is evidence for everything the unit has done its part; what is found wanting gives it a new limit. */
export const giveEvidence: Deed = (context, { command }) => {
  const item = itemOf(context, command);
  const evidenceId = command.documents.find((one) => one.field === 'evidence')?.id;
  if (item === undefined || evidenceId === undefined) return { effects: [] };
  const items = withItem(context, { ...item, evidenceId });
  return {
    memo: changedCard(context, { items }),
    effects: [
      carded('card.evidence-given', { item: item.no }),
      ...(items.every((one) => one.evidenceId !== undefined) ? met('SUP-RECTIFY') : []),
      toSupervising(context, 'card.evidence-given'),
    ],
  };
};

/** 退回补正. */
export const sendBackEvidence: Deed = (context, { command, open }) => {
  const item = itemOf(context, command);
  if (item === undefined) return { effects: [] };
  const { evidenceId: _, ...rest } = item;
  const again: CardItem = { ...rest, sentBack: item.sentBack + 1 };
  return {
    memo: changedCard(context, { items: withItem(context, again) }),
    effects: [
      carded('card.evidence-sent-back', { item: item.no, times: again.sentBack }),
      ...(isRectifying(open) ? [] : [rectifying(context, command.at)]),
      toUnit(context, 'card.evidence-sent-back'),
    ],
  };
};

/** 对单销号. */
export const signOffItem: Deed = (context, { command }) => {
  const item = numberOf(command, 'item');
  const items = cardOf(context).items.map((one) => (one.no === item ? { ...one, signedOff: true as const } : one));
  return {
    memo: changedCard(context, { items }),
    effects: [carded('card.item-signed-off', { item }), toUnit(context, 'card.item-signed-off')],
  };
};

/** 销号: nothing is left to be minded. */
export const signOff: Deed = (context, { open }) => ({
  effects: [carded('card.signed-off', { by: cardOf(context).by }), ...stopAll(open), toUnit(context, 'card.signed-off')],
});

export const withdrawCard: Deed = (context, { open }) => ({
  effects: [carded('card.withdrawn', { by: cardOf(context).by }), ...stopAll(open), toUnit(context, 'card.withdrawn')],
});
