import { machineOf, stay, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './card.deeds.ts';
import * as rules from './card.rules.ts';
import * as measures from './measures.deeds.ts';
import * as measureRules from './measures.rules.ts';

/**
 * 督办 as a record of its own: what one unit is asked for in one case, item by item, until each is signed off against its evidence. What
 * runs out is proposed to the joint meeting; nothing is taken without its resolution.
 */
export const supervisionMachine = machineOf({
  id: 'supervision@1',
  context: ({ input }) => input,
  initial: 'supervised',
  states: {
    supervised: {
      on: {
        ...supervisable,
        ANSWER_SUPERVISION: stay(deeds.answer, rules.answerAwaited),
        ADD_ITEM: stay(deeds.addItem),
        GIVE_EVIDENCE: stay(deeds.giveEvidence, rules.itemKnown),
        SEND_BACK_EVIDENCE: stay(deeds.sendBackEvidence, rules.itemKnown, rules.evidenceGiven),
        SIGN_OFF_ITEM: stay(deeds.signOffItem, rules.itemKnown, rules.evidenceGiven),
        PROPOSE_MEASURE: stay(measures.proposeMeasure),
        APPLY_MEASURE: stay(measures.applyMeasure, measureRules.measureDated, measureRules.resolved, measureRules.warnedBefore),
        WARN_OF_LISTING: stay(measures.warnOfListing, measureRules.warnedOnce),
        INSPECT: stay(measures.inspect),
        DELIST: stay(measures.delist, measureRules.isListed, measureRules.delistingConditions),
        SIGN_OFF: to('signed-off', deeds.signOff, rules.notListed, rules.allSignedOff),
        WITHDRAW_SUPERVISION: to('supervision-withdrawn', deeds.withdrawCard, rules.notListed),
        'SUP-ANSWER.passed': stay(measures.proposeOnPassing('talk', 'SUP-ANSWER')),
        'SUP-RECTIFY.passed': stay(measures.proposeOnPassing('circular', 'SUP-RECTIFY')),
        'SUP-WARN.passed': stay(measures.proposeOnPassing('listed', 'SUP-WARN')),
        'SUP-ORDER.passed': stay(measures.proposeOnPassing('listed', 'SUP-ORDER')),
      },
    },
    'signed-off': { on: { ARCHIVE: to('archived', archive) } },
    'supervision-withdrawn': { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
