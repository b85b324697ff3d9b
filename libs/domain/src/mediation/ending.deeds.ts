import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import type { MediationEndGround } from '../case/mediation.ts';
import { HAND_OVER_TARGETS, MEDIATION_END_GROUNDS } from '../case/mediation.ts';
import { flagOf, hasDocument, oneOf, textOf } from '../case/payload.ts';
import type { Deed, Done } from '../chart/chart.ts';
import { cancelled, deadline, met, notify } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { mediated } from './mediation.facts.ts';
import { kindOf, recordOf, remembered, toldPetition } from './record.ts';

/** 终止调解, Art 26: the notice says why, and which ways remain; it must not lie in a drawer. */
function terminated(context: ChartContext, { command: { at }, today }: Step, ground: MediationEndGround, partyId: string | null): Done {
  const { limit, routes } = kindOf(context);
  return {
    memo: { ...remembered(context, { ground, appraisalFrom: null }), decidedOn: today },
    effects: [
      mediated('mediation.terminated', { ground, ...(partyId === null ? {} : { partyId }), routes }),
      ...met(limit),
      ...cancelled('MED-PICK', 'MED-APPOINT', 'MED-CONFIRM', 'MED-CONTACT'),
      deadline({ kind: 'start', rule: 'MED-NOTICE', triggerAt: at, owner: { role: 'mediator', unitId: context.holderUnitId } }),
      notify('mediation.terminated', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
      ...toldPetition(context, 'mediation.terminated'),
    ],
  };
}

export const endMediation: Deed = (context, step) =>
  terminated(context, step, oneOf(step.command, 'ground', MEDIATION_END_GROUNDS) ?? 'other', textOf(step.command, 'partyId'));

export const refuseToMediate: Deed = (context, step) => terminated(context, step, 'refusal', textOf(step.command, 'partyId'));

/** Overdue means failed (医疗条例 Art 38), or back to the court (特邀调解规定 Art 27). */
export const termExpires: Deed = (context, step) => terminated(context, step, 'term-expired', null);

export const serveNotice: Deed = (_context, { command }) => {
  const partyId = textOf(command, 'partyId');
  return {
    memo: { answerServed: true },
    effects: [
      mediated('termination.served', {
        method: textOf(command, 'method'),
        ...(partyId === null ? {} : { partyId }),
        receivedOn: textOf(command, 'receivedOn'),
        ...(flagOf(command, 'refused') ? { refused: true } : {}),
        ...(hasDocument(command, 'proof') ? {} : { unproven: true }),
      }),
      ...met('MED-NOTICE'),
    ],
  };
};

/** 诉调、访调、警调对接: a unit of another organ gets it, sees it from here, and owes the receipt itself. */
export const handOver: Deed = (context, { command }) => {
  const to = oneOf(command, 'to', HAND_OVER_TARGETS) ?? 'court';
  const unitId = textOf(command, 'unitId') ?? context.centreUnitId;
  const { assisting } = context;
  const owner = { role: unitId === context.centreUnitId ? ('clerk' as const) : ('handler' as const), unitId };
  return {
    context: { assisting: assisting.includes(unitId) ? assisting : [...assisting, unitId] },
    memo: remembered(context, { receiptOwed: { to, unitId } }),
    effects: [
      mediated('mediation.handed-over', { to, toUnitId: unitId }),
      deadline({ kind: 'start', rule: 'MED-RECEIPT', triggerAt: command.at, owner }),
      notify('mediation.handed-over', unitId, addresseesOf(context, unitId)),
    ],
  };
};

/** 签收: by the unit that it was handed to; whoever handed it over hears of it. */
export const signForHandOver: Deed = (context, { command }) => {
  const { receiptOwed } = recordOf(context);
  const reference = textOf(command, 'reference');
  return {
    memo: remembered(context, { receiptOwed: null }),
    effects: [
      mediated('hand-over.received', {
        by: receiptOwed?.unitId ?? null,
        ...(reference === null ? {} : { reference }),
        to: receiptOwed?.to ?? null,
      }),
      ...met('MED-RECEIPT'),
      notify('hand-over.received', context.holderUnitId, ['mediator', 'handler', 'head']),
    ],
  };
};
