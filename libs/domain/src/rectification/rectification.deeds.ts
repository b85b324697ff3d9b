import { addresseesOf } from '../access/people.ts';
import type { ChartContext, CaseMemo } from '../case/memo.ts';
import { oneOf } from '../case/payload.ts';
import type { Rectification } from '../case/rectification.ts';
import { RECTIFIED_BY } from '../case/rectification.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met, notify, superseded } from '../chart/effect.ts';
import { stopAll } from '../interruption/interruption.ts';
import { newRectification } from './opening.ts';
import { rectified } from './rectification.facts.ts';

const toldTo = (context: ChartContext, unitId: string, kind: string): Effect => notify(kind, unitId, addresseesOf(context, unitId));

/** What it says so far. */
function rectificationOf({ memo }: Pick<ChartContext, 'memo'>): Rectification {
  return memo.rectification ?? newRectification({});
}

function changed(context: ChartContext, change: Partial<Rectification>): Pick<CaseMemo, 'rectification'> {
  return { rectification: { ...rectificationOf(context), ...change } };
}

const replyClock = ({ holderUnitId: unitId }: ChartContext, triggerAt: string): Effect =>
  deadline({ kind: 'start', rule: 'RECT-REPLY', triggerAt, owner: { role: 'handler', unitId } });

/** The unit is told what the visit found, and has its clock. */
export function askRectification(context: ChartContext, triggerAt: string): readonly Effect[] {
  const { holderUnitId: to } = context;
  return [
    rectified('rectification.asked', { by: rectificationOf(context).by, to }),
    replyClock(context, triggerAt),
    toldTo(context, to, 'rectification.asked'),
  ];
}

export const reportRectification: Deed = (context, { command }) => {
  const { centreUnitId, holderUnitId } = context;
  const reports = rectificationOf(context).reports + 1;
  return {
    memo: changed(context, { reports }),
    effects: [
      rectified('rectification.reported', { by: holderUnitId, times: reports }),
      ...met('RECT-REPLY'),
      deadline({ kind: 'start', rule: 'RECT-CHECK', triggerAt: command.at, owner: { role: 'clerk', unitId: centreUnitId } }),
      toldTo(context, centreUnitId, 'rectification.reported'),
    ],
  };
};

/** Not put right: asked for again, with the whole time. */
export const failCheck: Deed = (context, { command }) => {
  const sentBack = rectificationOf(context).sentBack + 1;
  return {
    memo: changed(context, { sentBack }),
    effects: [
      rectified('rectification.checked', { passed: false, times: sentBack }),
      ...met('RECT-CHECK'),
      replyClock(context, command.at),
      toldTo(context, context.holderUnitId, 'rectification.sent-back'),
    ],
  };
};

export const passCheck: Deed = (context, { command, today }) => {
  const { centreUnitId: unitId } = context;
  return {
    memo: changed(context, { checkedOn: today }),
    effects: [
      rectified('rectification.checked', { passed: true, times: rectificationOf(context).reports }),
      ...met('RECT-CHECK'),
      deadline({ kind: 'start', rule: 'RECT-PUBLISH', triggerAt: command.at, owner: { role: 'supervisor', unitId } }),
      toldTo(context, unitId, 'rectification.checked'),
    ],
  };
};

export const publishResult: Deed = (context, { command, today }) => {
  const how = oneOf(command, 'how', RECTIFIED_BY) ?? 'done-again';
  return {
    memo: changed(context, { how, publishedOn: today }),
    effects: [
      rectified('rectification.published', { how }),
      ...met('RECT-PUBLISH'),
      toldTo(context, context.holderUnitId, 'rectification.published'),
    ],
  };
};

export const keepUnpublished: Deed = () => ({ effects: [rectified('rectification.kept'), ...superseded('RECT-PUBLISH')] });

export const withdrawRectification: Deed = (context, { open }) => ({
  effects: [
    rectified('rectification.withdrawn', { by: context.centreUnitId }),
    ...stopAll(open),
    toldTo(context, context.holderUnitId, 'rectification.withdrawn'),
  ],
});
