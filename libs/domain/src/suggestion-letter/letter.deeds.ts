import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, oneOf } from '../case/payload.ts';
import { ADOPTIONS } from '../case/suggestion-letter.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met, notify, superseded } from '../chart/effect.ts';
import { stopAll } from '../interruption/interruption.ts';
import { changedLetter, letterOf } from './letter.ts';
import { lettered } from './letter.facts.ts';

const toUnit = (context: ChartContext, kind: string): Effect =>
  notify(kind, context.holderUnitId, addresseesOf(context, context.holderUnitId));
const toIssuer = (context: ChartContext, kind: string): Effect => notify(kind, letterOf(context).by, ['supervisor']);

const followUp = ({ holderUnitId }: ChartContext, triggerAt: string): Effect =>
  deadline({ kind: 'start', rule: 'SUGG-FOLLOW', triggerAt, owner: { role: 'handler', unitId: holderUnitId } });

/** Served on the day it is issued: it reaches the unit in the system; a change of policy is reported to its own level's government too. */
export function openLetter(context: ChartContext, triggerAt: string): readonly Effect[] {
  const { by, kind, reportedTo } = letterOf(context);
  const { holderUnitId: unitId } = context;
  return [
    lettered('letter.issued', { by, kind, ...(reportedTo === undefined ? {} : { reportedTo }), to: unitId }),
    deadline({ kind: 'start', rule: 'PET-SUGG-FEEDBACK', triggerAt, owner: { role: 'head', unitId } }),
    toUnit(context, 'letter.issued'),
    ...(reportedTo === undefined ? [] : [notify('letter.reported', reportedTo, addresseesOf(context, reportedTo))]),
  ];
}

export const confirmLetter: Deed = (context, { today }) => ({
  memo: changedLetter(context, { receivedOn: today }),
  effects: [lettered('letter.received', { by: context.holderUnitId }), toIssuer(context, 'letter.received')],
});

/** 采纳情况, Art 40(4): in full, in part, or not, then with the reasons. */
export const answerLetter: Deed = (context, { command }) => {
  const adopted = oneOf(command, 'adopted', ADOPTIONS) ?? 'no';
  return {
    memo: changedLetter(context, { adopted }),
    effects: [
      lettered('letter.answered', { adopted, by: context.holderUnitId }),
      ...met('PET-SUGG-FEEDBACK'),
      ...(adopted === 'no' ? [] : [followUp(context, command.at)]),
      toIssuer(context, 'letter.answered'),
    ],
  };
};

export const reportProgress: Deed = (context, { command }) => {
  const done = flagOf(command, 'done');
  const reports = letterOf(context).reports + 1;
  return {
    memo: changedLetter(context, { reports, ...(done ? { done } : {}) }),
    effects: [
      lettered('letter.progress', { done, times: reports }),
      ...(done ? met('SUGG-FOLLOW') : [...superseded('SUGG-FOLLOW'), followUp(context, command.at)]),
      toIssuer(context, 'letter.progress'),
    ],
  };
};

export const concludeLetter: Deed = (context, { open }) => ({
  effects: [lettered('letter.concluded', { adopted: letterOf(context).adopted }), ...stopAll(open), toUnit(context, 'letter.concluded')],
});

export const withdrawLetter: Deed = (context, { open }) => ({
  effects: [lettered('letter.withdrawn', { by: letterOf(context).by }), ...stopAll(open), toUnit(context, 'letter.withdrawn')],
});
