import { machineOf, stay, to } from '../chart/chart.ts';
import type { Migration } from '../definitions/definition.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { addMaterial } from '../transfer/transfer.deeds.ts';
import { hopsLeft, targetIsAnother, targetNotExcluded, withinReach } from '../transfer/transfer.rules.ts';
import { inOpenStates } from '../transfer/transfer.ways.ts';
import { archiveSealed, feedBack } from './accusation.deeds.ts';
import { competentForAccusation } from './accusation.rules.ts';
import {
  handOn,
  keepToldReceipt,
  recordAccountability,
  recordRank,
  signForIt,
  tellOrganisation,
  transferOwingReceipt,
} from './hand-on.deeds.ts';
import {
  anotherDirection,
  graverThanBefore,
  handedOnceToEach,
  levelForRank,
  organisationTold,
  rankKnown,
  toldIsOrganisation,
  toldReceiptAwaited,
  toldSignedFor,
} from './hand-on.rules.ts';

/** Matters about cadres, Art 30(2). */
const ofCadres = {
  RECORD_RANK: stay(recordRank),
  TELL_ORGANISATION: stay(tellOrganisation, rankKnown, toldIsOrganisation),
};

const handable = {
  HAND_ON: to('transferred', handOn, targetNotExcluded, targetIsAnother, handedOnceToEach, anotherDirection, levelForRank),
};

const receipt = { KEEP_TOLD_RECEIPT: stay(keepToldReceipt, toldReceiptAwaited) };

const measurable = { RECORD_ACCOUNTABILITY: stay(recordAccountability, graverThanBefore) };

/**
 * As version 1, whole: handed on in three directions, each time for a receipt; the rank of the accused decides the level; the organisation
 * department is told of matters about cadres before anything is fed back; and what came of it is recorded in its three grades.
 */
export const accusationMachine2 = machineOf({
  id: 'accusation@2',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ADD_MATERIAL: stay(addMaterial),
        ...ofCadres,
        ...receipt,
        FORWARD: to(
          'transferred',
          transferOwingReceipt,
          withinReach,
          targetNotExcluded,
          targetIsAnother,
          competentForAccusation,
          levelForRank,
          hopsLeft,
        ),
        RECLASSIFY: stay(reclassify),
      },
    },
    transferred: { on: { ...inOpenStates, ...handable, CONFIRM_RECEIPT: to('received', signForIt) } },
    received: {
      on: { ...inOpenStates, ...ofCadres, ...receipt, ...handable, ...measurable, FEEDBACK: to('concluded', feedBack, organisationTold) },
    },
    concluded: { on: { ...measurable, ...receipt, ARCHIVE: to('archived', archiveSealed, toldSignedFor) } },
    archived: {},
  },
});

const SAME = ['registered', 'transferred', 'received', 'concluded', 'archived'];

/** Nothing of version 1 has another place in version 2; what was transferred before owes its receipt without a clock. */
export const fromAccusationOne: Migration = {
  from: 1,
  states: Object.fromEntries(SAME.map((state) => [state, state])),
  upcast: (context) => context,
};
