import { machineOf, stay, to } from '../chart/chart.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { addMaterial } from '../transfer/transfer.deeds.ts';
import { hopsLeft, targetIsAnother, targetNotExcluded, withinReach } from '../transfer/transfer.rules.ts';
import { inOpenStates } from '../transfer/transfer.ways.ts';
import { archiveSealed, confirmReceipt, feedBack, transfer } from './accusation.deeds.ts';
import { competentForAccusation } from './accusation.rules.ts';

/** 检举控告类, Art 30: sealed from its first moment; after the transfer the organ's own rules apply (Art 23(4)). */
export const accusationMachine = machineOf({
  id: 'accusation@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ADD_MATERIAL: stay(addMaterial),
        // One person alone knows of it here: he can't step back, only pass it on.
        FORWARD: to('transferred', transfer, withinReach, targetNotExcluded, targetIsAnother, competentForAccusation, hopsLeft),
        RECLASSIFY: stay(reclassify),
      },
    },
    transferred: { on: { ...inOpenStates, CONFIRM_RECEIPT: to('received', confirmReceipt) } },
    received: { on: { ...inOpenStates, FEEDBACK: to('concluded', feedBack) } },
    concluded: { on: { ARCHIVE: to('archived', archiveSealed) } },
    archived: {},
  },
});
