import { addresseesOf } from '../access/people.ts';
import { oneOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { deadline, met, notify, superseded } from '../chart/effect.ts';
import { stopAll } from '../interruption/interruption.ts';
import { DRAWN_VISIT } from '../rule-packs/visit-rules.ts';
import { handOver } from '../transfer/transfer.deeds.ts';
import { closed } from './closing.facts.ts';

const VISITS = ['solved', 'explained', 'unresolved'] as const;
const TARGETS = ['centre', 'unit'] as const;
const VALUES = ['satisfied', 'basically', 'dissatisfied'] as const;
const SOURCES = ['phone', 'paper', 'counter'] as const;

/** 回访, rules 9.8. */
export const recordVisit: Deed = (context, { command }) => {
  const outcome = oneOf(command, 'outcome', VISITS) ?? 'unresolved';
  return {
    memo: { visits: [...(context.memo.visits ?? []), outcome] },
    effects: [closed('visit.recorded', { outcome }), ...met(DRAWN_VISIT)],
  };
};

/** 评价, Art 21(2): the petitioner's own and those that staff wrote down are counted apart. */
export const rate: Deed = (context, { command }) => {
  const target = oneOf(command, 'target', TARGETS) ?? 'unit';
  const value = oneOf(command, 'value', VALUES) ?? 'basically';
  const side = command.by.role === 'petitioner' ? ('public' as const) : ('staff' as const);
  const round = context.memo.round ?? 0;
  const source = oneOf(command, 'source', SOURCES);
  return {
    memo: { ratings: [...(context.memo.ratings ?? []), { round, target, side, value }] },
    effects: [
      closed('case.rated', { round, side, ...(source === null ? {} : { source }), target, value }),
      ...(value === 'dissatisfied'
        ? [notify('case.rated-dissatisfied', context.centreUnitId, addresseesOf(context, context.centreUnitId))]
        : []),
    ],
  };
};

/** 退回再办: once, at the unit that had accepted it. */
export const redo: Deed = (context, { command }) => {
  const unitId = context.firstUnitId ?? context.holderUnitId;
  return {
    context: handOver(context, unitId),
    memo: { redone: true, round: (context.memo.round ?? 0) + 1, mediating: undefined, concludedFrom: undefined, interrupted: undefined },
    effects: [
      closed('case.redo-ordered', { to: unitId }),
      ...superseded('PET-REVIEW-REQ', 'PET-RECHECK-REQ'),
      deadline({ kind: 'start', rule: 'PET-REDO', triggerAt: command.at, owner: { role: 'handler', unitId } }),
      notify('case.redo-ordered', unitId, addresseesOf(context, unitId)),
    ],
  };
};

/** 归档: nothing is left to be minded. */
export const archive: Deed = (_context, { open }) => ({ effects: [closed('case.archived'), ...stopAll(open)] });
