import { machineOf, stay, to, toIf } from '../chart/chart.ts';
import { closable, redoable } from '../closing/closing.ways.ts';
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

/** 信访程序, Art 22–36: the contract's table. `*.passed` are deadlines that change the state; no other one does. */
export const petitionMachine = machineOf({
  id: 'petition@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...interruptible,
        ...passable,
        ACCEPT: to('handling', intake.accept, intakeRules.receivedDirectly, holderNotExcluded),
        REFUSE: to('refused', intake.refuse, intakeRules.otherCasePending),
        NO_LONGER_ACCEPT: to('ending-proposed', intake.proposeEnding, intakeRules.priorCaseFinal),
        ...guidable,
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
        ACCEPT: to('handling', intake.accept, holderNotExcluded),
        REFUSE: to('refusal-proposed', intake.proposeRefusal, intakeRules.otherCasePending),
        NO_LONGER_ACCEPT: to('ending-proposed', intake.proposeEnding, intakeRules.priorCaseFinal),
        ...guidable,
        ...objectable,
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
        EXTEND: stay(handling.extend, handlingRules.extensionRuns, handlingRules.extendedOnce),
        HOLD_HEARING: stay(handling.holdHearing),
        START_MEDIATION: stay(handling.startMediation, handlingRules.notMediating, handlingRules.bothSidesConsent),
        MEDIATION_ENDED: stay(handling.endMediation, handlingRules.mediating),
        ISSUE_OPINION: to('answered', handling.issueOpinion, handlingRules.opinionNotIdentical),
        SETTLE: to('settled', handling.settle, handlingRules.everyPartyConsents),
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
        RECORD_SERVICE: [toIf(reviewRules.revoked, 'handling', handling.remandAfterReview), to('review-served', handling.serveReview)],
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
        RECORD_SERVICE: [toIf(reviewRules.revoked, 'handling', handling.remandAfterRecheck), to('final', handling.serveRecheck)],
      },
    },
    concluded: {
      on: {
        ...closable,
        ...redoable,
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
    final: { on: { ...closable, ...redoable, ...assigned, ...supervisable, ...supported } },
    refused: { on: { ...closable, ...assigned, ...supervisable } },
    guided: { on: { ...closable, ...assigned, ...supervisable } },
    settled: { on: { ...closable, ...redoable, ...assigned, ...supervisable } },
    ended: { on: { ...closable } },
    withdrawn: { on: { ...closable, ...redoable, ...withdrawalUndoable(beforeService) } },
    merged: { on: { ...closable, ...redoable, ...mergerUndoable(beforeService) } },
    archived: { on: { ...supported } },
  },
});
