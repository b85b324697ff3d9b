import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, oneOf, textOf } from '../case/payload.ts';
import type { AppliedMeasure, SupervisionMeasure } from '../case/supervision-card.ts';
import { SUPERVISION_MEASURES } from '../case/supervision-card.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import { cardOf, changedCard } from './card.ts';
import { carded } from './card.facts.ts';
import { resolutionOf } from './measures.rules.ts';

const toUnit = (context: ChartContext, kind: string): Effect =>
  notify(kind, context.holderUnitId, addresseesOf(context, context.holderUnitId));

/** Only a proposal: the joint meeting resolves (Art 39(3)). */
function proposed(context: ChartContext, measure: SupervisionMeasure, rule: string | null): Done {
  const card = cardOf(context);
  return {
    memo: changedCard(context, { proposed: [...card.proposed.filter((one) => one !== measure), measure] }),
    effects: [
      carded('measure.proposed', { measure, ...(rule === null ? {} : { rule }) }),
      notify('measure.proposed', card.by, ['supervisor', 'leader']),
    ],
  };
}

export const proposeMeasure: Deed = (context, { command }) =>
  proposed(context, oneOf(command, 'measure', SUPERVISION_MEASURES) ?? 'talk', null);

/** What the engine proposes when a clock of the card runs out, and no more. */
export const proposeOnPassing =
  (measure: SupervisionMeasure, rule: string): Deed =>
  (context) =>
    proposed(context, measure, rule);

/** 依决议采取措施: 约谈, 通报, 挂牌督办 or 责令限期整改. */
export const applyMeasure: Deed = (context, step) => {
  const { command, today } = step;
  const card = cardOf(context);
  const measure = oneOf(command, 'measure', SUPERVISION_MEASURES) ?? 'talk';
  const resolutionId = resolutionOf(context, step) ?? '';
  const dueDate = measure === 'rectification' ? textOf(command, 'dueDate') : null;
  const leaderId = textOf(command, 'leaderId');
  const resolution = textOf(command, 'resolutionNo') ?? resolutionId;
  const applied: AppliedMeasure = { measure, resolution, resolutionId, on: today, ...(dueDate === null ? {} : { dueDate }) };
  return {
    memo: changedCard(context, {
      proposed: card.proposed.filter((one) => one !== measure),
      measures: [...card.measures, applied],
      ...(measure === 'listed' && leaderId !== null ? { listed: { on: today, leaderId }, changed: false } : {}),
    }),
    effects: [
      carded('measure.applied', { ...(dueDate === null ? {} : { dueDate }), measure, resolution }),
      ...(dueDate === null
        ? []
        : [
            ...cancelled('SUP-ORDER'),
            deadline({
              kind: 'start',
              rule: 'SUP-ORDER',
              triggerAt: command.at,
              fixedDate: dueDate,
              owner: { role: 'head', unitId: context.holderUnitId },
            }),
          ]),
      toUnit(context, 'measure.applied'),
    ],
  };
};

/** 挂牌预警. */
export const warnOfListing: Deed = (context, { command, today }) => ({
  memo: changedCard(context, { warnedOn: today }),
  effects: [
    carded('listing.warned', { unitId: context.holderUnitId }),
    deadline({ kind: 'start', rule: 'SUP-WARN', triggerAt: command.at, owner: { role: 'head', unitId: context.holderUnitId } }),
    toUnit(context, 'listing.warned'),
  ],
});

/** 实地督查: has anything visibly changed? What has changed also ends the limit of an ordered rectification. */
export const inspect: Deed = (context, { command }) => {
  const changed = flagOf(command, 'changed');
  return {
    memo: changedCard(context, { changed }),
    effects: [
      carded('listing.inspected', { changed }),
      ...(changed ? met('SUP-ORDER', 'SUP-WARN') : []),
      toUnit(context, 'listing.inspected'),
    ],
  };
};

/** 摘牌. */
export const delist: Deed = (context, { today }) => {
  const { listed: _, ...card } = cardOf(context);
  return {
    memo: { card: { ...card, delistedOn: today } },
    effects: [carded('listing.lifted', { unitId: context.holderUnitId }), toUnit(context, 'listing.lifted')],
  };
};
