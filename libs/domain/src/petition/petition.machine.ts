import { machineOf, stay, to } from '../chart/chart.ts';
import * as handling from './handling.deeds.ts';
import * as handlingRules from './handling.rules.ts';
import { accept } from './intake.deeds.ts';
import { petitionStates } from './petition.states.ts';

/** 信访程序: handled within sixty days (Art 34). */
export const petitionMachine = machineOf({
  id: 'petition@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: petitionStates({
    accept,
    acceptRules: [],
    received: {},
    handling: {
      EXTEND: stay(handling.extend, handlingRules.extensionRuns('PET-HANDLE'), handlingRules.extendedOnce('PET-HANDLE')),
      HOLD_HEARING: stay(handling.holdHearing),
      START_MEDIATION: stay(handling.startMediation, handlingRules.notMediating, handlingRules.bothSidesConsent),
      MEDIATION_ENDED: stay(handling.endMediation, handlingRules.mediating),
      ISSUE_OPINION: to('answered', handling.issueOpinion, handlingRules.opinionNotIdentical),
      SETTLE: to('settled', handling.settle, handlingRules.everyPartyConsents),
    },
    again: (deed) => deed,
  }),
});
