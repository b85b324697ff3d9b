import { workingRoles } from '../access/people.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import { numberOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met } from '../chart/effect.ts';
import type { ExternalProcedure } from './external-procedures.ts';
import { BEFORE_FILING, DECISION_CLOCKS, DURING_FILING, EXTERNAL_PROCEDURE_NAMES, limitsOf } from './external-procedures.ts';
import { ledAway } from './guided.facts.ts';

/** A limit that runs elsewhere, followed by whoever guided the claim. */
function followed(context: ChartContext, rule: string | null, triggerDate: string): readonly Effect[] {
  if (rule === null) return [];
  const unitId = context.holderUnitId;
  return [deadline({ kind: 'start', rule, triggerDate, owner: { role: workingRoles(context, unitId)[0] ?? 'handler', unitId } })];
}

/** A window of the person's own. */
const window = (rule: string | null, triggerDate: string): readonly Effect[] =>
  rule === null ? [] : [deadline({ kind: 'start', rule, triggerDate, owner: { role: 'petitioner', unitId: null } })];

export const recordResult: Deed = (context) => ({
  memo: { recorded: true },
  effects: [ledAway('result.recorded', { by: context.holderUnitId })],
});

/** What came of it ends the clocks that were followed; from its receipt there may be a way to a court. */
export const recordResultInTime: Deed = (context, step) => {
  const { memo, effects } = recordResult(context, step);
  const filed = EXTERNAL_PROCEDURE_NAMES.find((name) => name === context.memo.filed);
  const servedOn = textOf(step.command, 'servedOn');
  return {
    ...(memo === undefined ? {} : { memo }),
    effects: [
      ...effects,
      ...met(...DURING_FILING),
      ...(filed === undefined || servedOn === null ? [] : window(limitsOf(filed).sue, servedOn)),
    ],
  };
};

const procedureOf = (name: string | null): ExternalProcedure => EXTERNAL_PROCEDURE_NAMES.find((one) => one === name) ?? 'other';

/** Until when the person may ask for it: from the day on which he knew (行政复议法 Art 20, 劳动争议调解仲裁法 Art 27). */
export const openWindow: Deed = (_context, { command, today }) => {
  const legalProcedure = procedureOf(textOf(command, 'legalProcedure'));
  const knewOn = textOf(command, 'knewOn') ?? today;
  return {
    memo: { window: legalProcedure },
    effects: [ledAway('window.opened', { knewOn, legalProcedure }), ...window(limitsOf(legalProcedure).apply, knewOn)],
  };
};

/** The person has applied there: his window is used, the organ has its days to say whether it takes it. */
export const recordLodging: Deed = (context, { command, today }) => {
  const legalProcedure = procedureOf(textOf(command, 'legalProcedure'));
  const lodgedOn = textOf(command, 'lodgedOn') ?? today;
  return {
    memo: { lodged: legalProcedure },
    effects: [
      ledAway('application.lodged', { legalProcedure, lodgedOn }),
      ...met(...BEFORE_FILING),
      ...followed(context, limitsOf(legalProcedure).accept, lodgedOn),
    ],
  };
};

/** The organ there has accepted it: its clocks run from that day, followed by whoever guided the claim. */
export const recordFiling: Deed = (context, { command, today }) => {
  const legalProcedure = oneOf(command, 'legalProcedure', EXTERNAL_PROCEDURE_NAMES) ?? 'other';
  const acceptedOn = textOf(command, 'acceptedOn') ?? today;
  const receiptNo = textOf(command, 'receiptNo');
  const { decide, defence } = limitsOf(legalProcedure);
  return {
    memo: { filed: legalProcedure },
    effects: [
      ledAway('filing.recorded', { acceptedOn, legalProcedure, ...(receiptNo === null ? {} : { receiptNo }) }),
      ...met(...BEFORE_FILING),
      ...followed(context, defence, acceptedOn),
      ...followed(context, decide, acceptedOn),
    ],
  };
};

/** The clock of another organ that runs now. */
export function externalClock(open: readonly OpenDeadline[]): OpenDeadline | undefined {
  return open.find(({ rule, state }) => state === 'armed' && DECISION_CLOCKS.includes(rule));
}

/** The organ there has taken longer, as its law lets it. */
export const extendFiling: Deed = (_context, { command, open }) => {
  const days = numberOf(command, 'days') ?? 0;
  const rule = externalClock(open)?.rule;
  return {
    effects: [ledAway('filing.extended', { days }), ...(rule === undefined ? [] : [deadline({ kind: 'extend', rule, days })])],
  };
};
