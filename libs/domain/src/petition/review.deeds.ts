import { addresseesOf } from '../access/people.ts';
import { startOfDay } from '../calendar/index.ts';
import { oneOf, textOf } from '../case/payload.ts';
import type { Deed } from '../chart/chart.ts';
import { deadline, met, notify } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { handOver } from '../transfer/transfer.deeds.ts';
import { serveSoon } from './handling.deeds.ts';
import { petitioned } from './petition.facts.ts';
import type { ReviewLevel } from './review.rules.ts';
import { requestedOn, reviewerFor, windowOf } from './review.rules.ts';

const DECISIONS = ['UPHOLD', 'REVOKE', 'CHANGE'] as const;

/** When the request was made in law: on the day it was received, or posted where only that was in time. */
function requestedAt(level: ReviewLevel, step: Step): string {
  const received = requestedOn(step);
  const window = windowOf(level, step.open);
  const date = window !== undefined && received > window.dueDate ? (textOf(step.command, 'postedOn') ?? received) : received;
  return date === step.today ? step.command.at : startOfDay(date);
}

/** 复查, 复核 requested, Art 35, 36(1): the next higher organ has it, and thirty days from the request. */
function request(level: ReviewLevel, window: string, clock: string): Deed {
  return (context, step) => {
    const reviewer = reviewerFor(context, step) ?? context.holderUnitId;
    const receivedOn = requestedOn(step);
    const postedOn = textOf(step.command, 'postedOn');
    return {
      context: handOver(context, reviewer),
      memo: { requestedOn: receivedOn, decision: undefined, concludedFrom: undefined, suspendedFrom: undefined },
      effects: [
        petitioned(level === 'review' ? 'review.requested' : 'recheck.requested', {
          ...(postedOn === null ? {} : { postedOn }),
          receivedOn,
          reviewer,
        }),
        deadline({ kind: 'end', rule: window, how: 'met', doneAt: requestedAt(level, step) }),
        deadline({ kind: 'start', rule: clock, triggerDate: receivedOn, owner: { role: 'handler', unitId: reviewer } }),
        notify(level === 'review' ? 'review.requested' : 'recheck.requested', reviewer, addresseesOf(context, reviewer)),
      ],
    };
  };
}

export const requestReview = request('review', 'PET-REVIEW-REQ', 'PET-REVIEW');
export const requestRecheck = request('recheck', 'PET-RECHECK-REQ', 'PET-RECHECK');

function decision(level: ReviewLevel, clock: string): Deed {
  return (context, { command, today }) => {
    const decided = oneOf(command, 'decision', DECISIONS) ?? 'UPHOLD';
    return {
      memo: { decision: decided, decidedOn: today },
      effects: [
        petitioned(level === 'review' ? 'review.decided' : 'recheck.decided', { by: context.holderUnitId, decision: decided }),
        ...met(clock),
        serveSoon(context, command.at),
      ],
    };
  };
}

export const decideReview = decision('review', 'PET-REVIEW');
export const decideRecheck = decision('recheck', 'PET-RECHECK');

/** The time of a hearing at the recheck is not counted, Art 36(2). */
export const suspend: Deed = (_context, { command }) => {
  const from = textOf(command, 'from') ?? command.at;
  return {
    memo: { suspendedFrom: from },
    effects: [petitioned('recheck.suspended', { from }), deadline({ kind: 'pause', rule: 'PET-RECHECK', from })],
  };
};

export const resume: Deed = (_context, { command }) => {
  const at = textOf(command, 'at') ?? command.at;
  return {
    memo: { suspendedFrom: undefined },
    effects: [petitioned('recheck.resumed', { at }), deadline({ kind: 'resume', rule: 'PET-RECHECK', at })],
  };
};

/** The window passed unused, Art 35, 36: the case is concluded. A request that came in time may still be entered. */
export function conclude(from: 'served' | 'review-served'): Deed {
  return () => ({ memo: { concludedFrom: from }, effects: [petitioned('case.concluded', { from })] });
}
