import type { Deed, Moves } from '../chart/chart.ts';
import { stay, to, toIf } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';
import { closable, redoableBy } from '../closing/closing.ways.ts';
import { redo } from '../closing/closing.deeds.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { holderNotExcluded } from '../transfer/transfer.rules.ts';
import { supervisable } from '../supervision/reply.ts';
import { assigned, guidable, inOpenStates, objectable, passable, returnable } from '../transfer/transfer.ways.ts';
import * as handling from './handling.deeds.ts';
import * as handlingRules from './handling.rules.ts';
import * as intake from './intake.deeds.ts';
import * as intakeRules from './intake.rules.ts';
import * as review from './review.deeds.ts';
import * as reviewRules from './review.rules.ts';

const supported = {
  SET_EXECUTION: stay(handling.setExecution, handlingRules.supported),
  REPORT_EXECUTION: stay(handling.reportExecution, handlingRules.supported),
};
const beforeService = ['registered', 'routed', 'refusal-proposed', 'ending-proposed', 'objected', 'handling', 'answered'];

/** What the ordinary and the simplified handling of a petition do each in their own way; everything else of the law is one. */
export interface OwnWays {
  readonly accept: Deed;
  readonly acceptRules: readonly Rule[];
  /** Moves before acceptance that only this procedure has. */
  readonly received: Moves;
  readonly handling: Moves;
  /** What a way back into handling (a remand, a redo) does besides. */
  readonly again: (deed: Deed) => Deed;
}

/**
 * The states of a petition, Art 22–36: the contract's table. `*.passed` are deadlines that change the state; no other one does.
 */
export function petitionStates(own: OwnWays) {
  const redone = redoableBy(own.again(redo));
  return {
    registered: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...interruptible,
        ...passable,
        ACCEPT: to('handling', own.accept, intakeRules.receivedDirectly, holderNotExcluded, ...own.acceptRules),
        REFUSE: to('refused', intake.refuse, intakeRules.otherCasePending),
        NO_LONGER_ACCEPT: to('ending-proposed', intake.proposeEnding, intakeRules.priorCaseFinal),
        ...guidable,
        ...own.received,
        RECLASSIFY: stay(reclassify),
      },
    },
    'refusal-proposed': {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        CONFIRM: to('refused', intake.confirmRefusal),
        REJECT: to('routed', intake.rejectProposal),
        RECLASSIFY: stay(reclassify),
      },
    },
    'ending-proposed': {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        CONFIRM: to('ended', intake.confirmEnding, intakeRules.anotherPerson),
        REJECT: [toIf(intake.proposedWhileRegistered, 'registered', intake.rejectProposal), to('routed', intake.rejectProposal)],
        RECLASSIFY: stay(reclassify),
      },
    },
    routed: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        ...passable,
        ACCEPT: to('handling', own.accept, holderNotExcluded, ...own.acceptRules),
        REFUSE: to('refusal-proposed', intake.proposeRefusal, intakeRules.otherCasePending),
        NO_LONGER_ACCEPT: to('ending-proposed', intake.proposeEnding, intakeRules.priorCaseFinal),
        ...guidable,
        ...objectable,
        ...own.received,
        RECLASSIFY: stay(reclassify),
      },
    },
    objected: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        ...returnable,
        RECLASSIFY: stay(reclassify),
      },
    },
    handling: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        ...own.handling,
        RECLASSIFY: stay(reclassify),
      },
    },
    answered: {
      on: { ...inOpenStates, ...supervisable, ...assigned, ...interruptible, RECORD_SERVICE: to('served', handling.serveOpinion) },
    },
    served: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...supported,
        REQUEST_REVIEW: to('reviewing', review.requestReview, reviewRules.inWindow('review'), reviewRules.reviewerExists('review')),
        'PET-REVIEW-REQ.passed': to('concluded', review.conclude('served')),
      },
    },
    reviewing: { on: { ...inOpenStates, ...supervisable, ...assigned, ...supported, DECIDE_REVIEW: to('reviewed', review.decideReview) } },
    reviewed: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...supported,
        RECORD_SERVICE: [
          toIf(reviewRules.revoked, 'handling', own.again(handling.remandAfterReview)),
          to('review-served', handling.serveReview),
        ],
      },
    },
    'review-served': {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...supported,
        REQUEST_RECHECK: to('rechecking', review.requestRecheck, reviewRules.inWindow('recheck'), reviewRules.reviewerExists('recheck')),
        'PET-RECHECK-REQ.passed': to('concluded', review.conclude('review-served')),
      },
    },
    rechecking: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...supported,
        SUSPEND: stay(review.suspend, reviewRules.notSuspended),
        RESUME: stay(review.resume, reviewRules.suspended),
        DECIDE_RECHECK: to('rechecked', review.decideRecheck, reviewRules.notSuspended),
      },
    },
    rechecked: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...supported,
        RECORD_SERVICE: [toIf(reviewRules.revoked, 'handling', own.again(handling.remandAfterRecheck)), to('final', handling.serveRecheck)],
      },
    },
    concluded: {
      on: {
        ...closable,
        ...redone,
        ...assigned,
        ...supervisable,
        ...supported,
        REQUEST_REVIEW: to(
          'reviewing',
          review.requestReview,
          reviewRules.concludedBefore('review'),
          reviewRules.inWindow('review'),
          reviewRules.reviewerExists('review'),
        ),
        REQUEST_RECHECK: to(
          'rechecking',
          review.requestRecheck,
          reviewRules.concludedBefore('recheck'),
          reviewRules.inWindow('recheck'),
          reviewRules.reviewerExists('recheck'),
        ),
      },
    },
    final: { on: { ...closable, ...redone, ...assigned, ...supervisable, ...supported } },
    refused: { on: { ...closable, ...assigned, ...supervisable } },
    guided: { on: { ...closable, ...assigned, ...supervisable } },
    settled: { on: { ...closable, ...redone, ...assigned, ...supervisable } },
    ended: { on: { ...closable } },
    withdrawn: { on: { ...closable, ...redone, ...withdrawalUndoable(beforeService) } },
    merged: { on: { ...closable, ...redone, ...mergerUndoable(beforeService) } },
    archived: { on: { ...supported } },
  };
}
