import { workingRoles } from '../access/people.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import { numberOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { deadline, met } from '../chart/effect.ts';
import { EXTERNAL_CLOCKS, EXTERNAL_PROCEDURE_NAMES, EXTERNAL_PROCEDURES } from './external-procedures.ts';
import { ledAway } from './guided.facts.ts';

export const recordResult: Deed = (context) => ({
  memo: { recorded: true },
  effects: [ledAway('result.recorded', { by: context.holderUnitId })],
});

/** What came of it ends the clock that was followed. */
export const recordResultInTime: Deed = (context, step) => {
  const { memo, effects } = recordResult(context, step);
  return { ...(memo === undefined ? {} : { memo }), effects: [...effects, ...met(...EXTERNAL_CLOCKS)] };
};

/** The organ there has accepted it: its clock runs from that day, followed by whoever guided the claim. */
export const recordFiling: Deed = (context, { command, today }) => {
  const legalProcedure = oneOf(command, 'legalProcedure', EXTERNAL_PROCEDURE_NAMES) ?? 'other';
  const acceptedOn = textOf(command, 'acceptedOn') ?? today;
  const receiptNo = textOf(command, 'receiptNo');
  const rule = EXTERNAL_PROCEDURES[legalProcedure];
  const unitId = context.holderUnitId;
  const role = workingRoles(context, unitId)[0] ?? 'handler';
  return {
    memo: { filed: legalProcedure },
    effects: [
      ledAway('filing.recorded', { acceptedOn, legalProcedure, ...(receiptNo === null ? {} : { receiptNo }) }),
      ...(rule === null ? [] : [deadline({ kind: 'start', rule, triggerDate: acceptedOn, owner: { role, unitId } })]),
    ],
  };
};

/** The clock of another organ that runs now. */
export function externalClock(open: readonly OpenDeadline[]): OpenDeadline | undefined {
  return open.find(({ rule, state }) => state === 'armed' && EXTERNAL_CLOCKS.includes(rule));
}

/** The organ there has taken longer, as its law lets it. */
export const extendFiling: Deed = (_context, { command, open }) => {
  const days = numberOf(command, 'days') ?? 0;
  const rule = externalClock(open)?.rule;
  return {
    effects: [ledAway('filing.extended', { days }), ...(rule === undefined ? [] : [deadline({ kind: 'extend', rule, days })])],
  };
};
