import { machineOf, stay, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { closingConditions } from '../closing/closing.rules.ts';
import { closable } from '../closing/closing.ways.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { receivedDirectly } from '../petition/intake.rules.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { supervisable } from '../supervision/reply.ts';
import { addMaterial, rejectReturn, returnsToRegistrar } from '../transfer/transfer.deeds.ts';
import * as transfer from '../transfer/transfer.rules.ts';
import { assigned, objectable } from '../transfer/transfer.ways.ts';
import * as agreement from './agreement.deeds.ts';
import * as agreementRules from './agreement.rules.ts';
import * as application from './application.deeds.ts';
import * as applicationRules from './application.rules.ts';
import * as ending from './ending.deeds.ts';
import * as endingRules from './ending.rules.ts';
import { ENDING_LIMITS } from './kinds.ts';
import * as mediators from './mediators.deeds.ts';
import * as mediatorRules from './mediators.rules.ts';
import { tracked, tracksDone } from './tracks.ts';
import * as talks from './talks.deeds.ts';
import * as talkRules from './talks.rules.ts';

const before = ['registered', 'routed', 'objected'];
const openState = {
  ADD_MATERIAL: stay(addMaterial),
  RECUSE: stay(mediators.recuseMediator, transfer.recusesOwnUnit),
  ...supervisable,
};

const receivable = [
  transfer.mayPassOn,
  transfer.withinReach,
  transfer.targetNotExcluded,
  transfer.targetIsAnother,
  transfer.hopsLeft,
] as const;
const passable = {
  FORWARD: to('routed', application.forwardApplication, ...receivable),
  ASSIGN: to('routed', application.assignApplication, ...receivable),
};

const returnable = {
  AGREE_RETURN: [toIf(returnsToRegistrar, 'registered', application.returnApplication), to('routed', application.returnApplication)],
  REJECT_RETURN: to('routed', rejectReturn),
};

/** A refusal ends it in every moment; consent is there before anything is opened. */
const consenting = {
  RECORD_CONSENT: [toIf(applicationRules.refusesConsent, 'terminated', ending.refuseToMediate), stay(application.recordConsent)],
  SET_OPENNESS: stay(application.setOpenness, applicationRules.opennessAskedFor),
};

/** One or several mediators, helpers and, in a family dispute, the team of five. */
const staffed = {
  APPOINT_MEDIATOR: stay(mediators.appointMediator, mediatorRules.mediatorOfBody, mediatorRules.mediatorIsNew, mediatorRules.chosenByBoth),
  REFUSE_MEDIATOR: stay(mediators.refuseMediator, mediatorRules.isMediator, mediatorRules.refusedByPartyOrSelf),
  INVITE_HELPER: stay(
    mediators.inviteHelper,
    applicationRules.bothSidesIn('consents', '《人民调解法》第20条', '双方当事人同意邀请', 'both sides consent to the invitation'),
  ),
  SEAT_TEAM_MEMBER: stay(
    mediators.seatMember,
    mediatorRules.familyDispute,
    mediatorRules.seatFree,
    mediatorRules.seatFitsUnit,
    mediatorRules.policeForSafety,
    transfer.targetNotExcluded,
  ),
};

const ended = {
  END_MEDIATION: to('terminated', ending.endMediation, endingRules.termIsOver, endingRules.otherGroundExplained),
  ...Object.fromEntries(
    ENDING_LIMITS.map((rule) => [`${rule}.passed`, [toIf(endingRules.ownLimit(rule), 'terminated', ending.termExpires)]]),
  ),
};

const handable = [endingRules.nothingOwed, endingRules.targetFitsOrgan, transfer.targetIsAnother, transfer.targetNotExcluded] as const;
const receipt = { ACKNOWLEDGE_HAND_OVER: stay(ending.signForHandOver, endingRules.receiptAwaited) };
const toPolice = { HAND_OVER_MEDIATION: stay(ending.handOver, ...handable, endingRules.onlyPoliceMeanwhile), ...receipt };
const toAnyone = { HAND_OVER_MEDIATION: stay(ending.handOver, ...handable), ...receipt };

/** An application by word of mouth is written down before anybody decides on it. */
const recorded = {
  RECORD_APPLICATION: stay(application.recordApplication, applicationRules.applicationIsOral, applicationRules.confirmedByApplicants),
};
const decidable = [transfer.holderNotExcluded, applicationRules.hasTwoSides, applicationRules.oralApplicationRecorded] as const;

/** As elsewhere, once the three tracks are done. */
const filed = { ...closable, ARCHIVE: to('archived', archive, closingConditions, tracksDone) };

/** Follow-up of an agreement, Art 31. */
const followed = {
  RECORD_PERFORMANCE: [
    toIf(agreementRules.isPerformed, 'performed', agreement.recordPerformance),
    toIf(agreementRules.isNotPerformed, 'unperformed', agreement.recordPerformance),
    stay(agreement.recordPerformance),
  ],
};

/**
 * 调解: people's, administrative, medical, labour, and for a court. What differs by kind is data (`kinds.ts`, the rule packs); a
 * mediation out of a petition is a case of its own.
 */
export const mediationMachine = machineOf({
  id: 'mediation@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...openState,
        ...interruptible,
        ...passable,
        ...recorded,
        ACCEPT: to('accepted', application.acceptApplication, receivedDirectly, ...decidable),
        DECLINE_MEDIATION: to('refused', application.declineApplication),
        RECLASSIFY: stay(reclassify),
      },
    },
    routed: {
      on: {
        ...openState,
        ...assigned,
        ...interruptible,
        ...passable,
        ...recorded,
        ACCEPT: to('accepted', application.acceptApplication, ...decidable),
        DECLINE_MEDIATION: to('refused', application.declineApplication),
        EXTEND_ACCEPTANCE: stay(application.extendAcceptance, applicationRules.acceptanceExtendable),
        ...objectable,
        RECLASSIFY: stay(reclassify),
      },
    },
    objected: { on: { ...openState, ...assigned, ...interruptible, ...returnable, RECLASSIFY: stay(reclassify) } },
    accepted: {
      on: {
        ...openState,
        ...assigned,
        ...tracked,
        ...consenting,
        ...staffed,
        ...ended,
        ...toPolice,
        'MED-PICK.passed': stay(mediators.choiceLapses),
        SIGN_FOR_MEDIATION: stay(mediators.signForMatter, mediatorRules.awaitsSignature),
        OPEN_MEDIATION: to(
          'mediating',
          talks.openMediation,
          applicationRules.allConsented,
          mediatorRules.mediatorThere,
          mediatorRules.signedWhereDue,
          talkRules.rightsTold,
        ),
      },
    },
    mediating: {
      on: {
        ...openState,
        ...assigned,
        ...tracked,
        ...consenting,
        ...staffed,
        ...ended,
        ...toPolice,
        HOLD_SESSION: stay(talks.holdSession),
        HOLD_CAUCUS: stay(talks.holdCaucus),
        START_APPRAISAL: stay(talks.startAppraisal, talkRules.noAppraisal),
        END_APPRAISAL: stay(talks.endAppraisal, talkRules.appraising),
        EXTEND_MEDIATION: stay(talks.extendMediation, talkRules.extendableByBoth, talkRules.extensionOfMediation),
        CONCLUDE_AGREEMENT: to(
          'agreed',
          agreement.concludeAgreement,
          mediatorRules.mediatorThere,
          applicationRules.bothSidesIn(
            'signedBy',
            '《人民调解法》第28条、第29条',
            '双方当事人签名（口头协议为双方认可）',
            'both sides have signed, or agreed by word of mouth',
          ),
          agreementRules.mediatorSigned,
        ),
      },
    },
    agreed: {
      on: {
        ...openState,
        ...assigned,
        ...tracked,
        ...followed,
        APPLY_FOR_CONFIRMATION: to(
          'confirming',
          agreement.applyForConfirmation,
          agreementRules.notYetDecided,
          applicationRules.bothSidesIn('applicants', '《人民调解法》第33条', '双方当事人共同申请', 'both sides apply jointly'),
          agreementRules.confirmable,
          agreementRules.confirmationInTime,
        ),
      },
    },
    confirming: {
      on: {
        ...openState,
        ...assigned,
        ...tracked,
        ...followed,
        RECORD_CONFIRMATION: [
          toIf(agreementRules.courtConfirms, 'confirmed', agreement.recordConfirmation),
          to('agreed', agreement.recordConfirmation),
        ],
      },
    },
    confirmed: { on: { ...openState, ...assigned, ...tracked, ...followed } },
    performed: { on: { ...filed, ...tracked, ...assigned, ...supervisable } },
    unperformed: { on: { ...filed, ...tracked, ...followed, ...assigned, ...supervisable, ...toAnyone } },
    terminated: {
      on: { ...filed, ...tracked, ...assigned, ...supervisable, ...toAnyone, RECORD_SERVICE: stay(ending.serveNotice) },
    },
    refused: { on: { ...closable, ...assigned, ...supervisable } },
    withdrawn: { on: { ...closable, ...withdrawalUndoable(before) } },
    merged: { on: { ...closable, ...mergerUndoable(before) } },
    archived: {},
  },
});
