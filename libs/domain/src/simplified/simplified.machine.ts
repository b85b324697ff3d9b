import { machineOf, stay, to } from '../chart/chart.ts';
import { everyPartyConsents } from '../petition/handling.rules.ts';
import { petitionStates } from '../petition/petition.states.ts';
import * as deeds from './simplified.deeds.ts';
import { stillSimple } from './simplified.rules.ts';

/**
 * 简易办理: a petition whose first handling takes ten working days instead of sixty. What turns it into the ordinary procedure
 * leaves it in the same state there. Opinion, service, review and recheck are those of every petition.
 */
export const simplifiedMachine = machineOf({
  id: 'simplified@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: petitionStates({
    accept: deeds.acceptSimply,
    acceptRules: stillSimple,
    received: { CONVERT: stay(deeds.convertBeforeAcceptance) },
    handling: {
      CONVERT: stay(deeds.convert),
      ISSUE_OPINION: to('answered', deeds.issueSimpleOpinion),
      SETTLE: to('settled', deeds.settleSimply, everyPartyConsents),
      'PET-SIMPLE.passed': stay(deeds.convertByTime),
    },
    again: deeds.ordinarily,
  }),
});
