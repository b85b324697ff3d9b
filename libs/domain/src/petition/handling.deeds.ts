import { addresseesOf } from '../access/people.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, hasDocument, listOf, numberOf, oneOf, textOf } from '../case/payload.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, met, notify } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { handOver } from '../transfer/transfer.deeds.ts';
import { petitioned } from './petition.facts.ts';

const OUTCOMES = ['SUPPORT', 'EXPLAIN', 'REJECT'] as const;

/** 延期, Art 34: the days are added to the sixty, the trigger stays. */
export const extend: Deed = (_context, { command }) => {
  const days = numberOf(command, 'days') ?? 0;
  return { effects: [petitioned('handling.extended', { days }), deadline({ kind: 'extend', rule: 'PET-HANDLE', days })] };
};

/** A hearing in the first handling does not stop the clock (Art 36(2) speaks of the recheck alone). */
export const holdHearing: Deed = (_context, { command }) => ({ effects: [petitioned('hearing.held', { date: textOf(command, 'date') })] });

export const startMediation: Deed = (_context, { command }) => ({
  memo: { mediating: true },
  effects: [petitioned('mediation.started', { consents: listOf(command, 'consents') })],
});

export const endMediation: Deed = (_context, { command }) => ({
  memo: { mediating: undefined },
  effects: [petitioned('mediation.ended', { result: oneOf(command, 'result', ['agreement', 'failed']) })],
});

/** 和解, Art 33. */
export const settle: Deed = (_context, { command }) => ({
  memo: { mediating: undefined },
  effects: [petitioned('case.settled', { consents: listOf(command, 'consents') }), ...met('PET-HANDLE', 'PET-REDO')],
});

/** 信访处理意见书, Art 32. */
export const issueOpinion: Deed = (context, { command, today }) => {
  const outcome = oneOf(command, 'outcome', OUTCOMES) ?? 'EXPLAIN';
  return {
    memo: {
      outcome,
      decidedOn: today,
      opinionUnitId: context.holderUnitId,
      mediating: undefined,
      decision: undefined,
      requestedOn: undefined,
    },
    effects: [
      petitioned('opinion.issued', { by: context.holderUnitId, outcome }),
      ...met('PET-HANDLE', 'PET-REDO'),
      serveSoon(context, command.at),
    ],
  };
};

/** PET-SERVE: what was decided must not lie in a drawer. */
export function serveSoon(context: ChartContext, at: string): Effect {
  return deadline({ kind: 'start', rule: 'PET-SERVE', triggerAt: at, owner: { role: 'handler', unitId: context.holderUnitId } });
}

function serviceFact(what: 'opinion' | 'review' | 'recheck', { command }: Step): Effect {
  const partyId = textOf(command, 'partyId');
  return petitioned('service.recorded', {
    method: textOf(command, 'method'),
    ...(partyId === null ? {} : { partyId }),
    receivedOn: textOf(command, 'receivedOn'),
    ...(flagOf(command, 'refused') ? { refused: true } : {}),
    ...(hasDocument(command, 'proof') ? {} : { unproven: true }),
    what,
  });
}

/** 送达: the petitioner's window opens with the day he received it (rules 9.3). */
function served(what: 'opinion' | 'review', window: 'PET-REVIEW-REQ' | 'PET-RECHECK-REQ'): Deed {
  return (_context, step) => {
    const receivedOn = textOf(step.command, 'receivedOn') ?? step.today;
    return {
      memo: { servedOn: receivedOn, answerServed: true },
      effects: [
        serviceFact(what, step),
        ...met('PET-SERVE'),
        deadline({ kind: 'start', rule: window, triggerDate: receivedOn, owner: { role: 'petitioner', unitId: null } }),
      ],
    };
  };
}

export const serveOpinion = served('opinion', 'PET-REVIEW-REQ');
export const serveReview = served('review', 'PET-RECHECK-REQ');

/** The third level is over: the same facts and reasons are no longer accepted (Art 36(3)). */
export const serveRecheck: Deed = (_context, step) => ({
  memo: { servedOn: textOf(step.command, 'receivedOn') ?? step.today, answerServed: true, finalReached: true },
  effects: [serviceFact('recheck', step), ...met('PET-SERVE')],
});

/** A revoked opinion goes back to the unit that gave it, in the transaction of the service (Shandong Art 45). */
function remanded(what: 'review' | 'recheck'): Deed {
  return (context, step): Done => {
    const unitId = context.firstUnitId ?? context.holderUnitId;
    return {
      context: handOver(context, unitId),
      memo: { round: (context.memo.round ?? 0) + 1, outcome: undefined, decision: undefined, requestedOn: undefined },
      effects: [
        serviceFact(what, step),
        petitioned('case.remanded', { by: context.holderUnitId, to: unitId }),
        ...met('PET-SERVE'),
        deadline({ kind: 'start', rule: 'PET-REDO', triggerAt: step.command.at, owner: { role: 'handler', unitId } }),
        notify('case.remanded', unitId, addresseesOf(context, unitId)),
      ],
    };
  };
}

export const remandAfterReview = remanded('review');
export const remandAfterRecheck = remanded('recheck');

export const setExecution: Deed = (context, { command }) => {
  const dueDate = textOf(command, 'dueDate');
  return { memo: { executionDue: dueDate ?? context.memo.executionDue }, effects: [petitioned('execution.set', { dueDate })] };
};

/** 督促执行, Art 32(1). */
export const reportExecution: Deed = (context) => ({
  effects: [
    petitioned('execution.reported'),
    notify('execution.reported', context.centreUnitId, addresseesOf(context, context.centreUnitId)),
  ],
});
