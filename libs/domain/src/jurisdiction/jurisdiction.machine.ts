import { machineOf, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './jurisdiction.deeds.ts';
import * as rules from './jurisdiction.rules.ts';

/** 管辖争议 (Art 24(1)): the organs agree, else their common superior decides, else the joint meeting. The case stays where it is until then. */
export const jurisdictionMachine = machineOf({
  id: 'jurisdiction@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...supervisable,
        STATE_POSITION: [
          toIf(deeds.allAgree, 'ruled', deeds.agree, rules.competentNotExcluded),
          to('registered', deeds.statePosition, rules.competentNotExcluded),
        ],
        TAKE_UP_DISPUTE: [toIf(deeds.superiorKnown, 'with-superior', deeds.toSuperior), to('with-meeting', deeds.toMeeting)],
      },
    },
    'with-superior': { on: { ...supervisable, RULE_JURISDICTION: to('ruled', deeds.ruleAsSuperior, rules.competentNotExcluded) } },
    'with-meeting': { on: { ...supervisable, ADOPT_RESOLUTION: to('ruled', deeds.adoptResolution, rules.resolutionRules) } },
    ruled: { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
