import { machineOf, stay, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { firstUnitKnown, ratedDissatisfied, redoOnce } from '../closing/closing.rules.ts';
import { closable, visited } from '../closing/closing.ways.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { extendedOnce, extensionRuns } from '../petition/handling.rules.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { supervisable } from '../supervision/reply.ts';
import { holderNotExcluded, targetNotExcluded } from '../transfer/transfer.rules.ts';
import { inOpenStates } from '../transfer/transfer.ways.ts';
import * as deeds from './hotline.deeds.ts';
import * as rules from './hotline.rules.ts';

const open = {
  ...inOpenStates,
  ...supervisable,
  ...interruptible,
  GIVE_RECEIPT: stay(deeds.giveReceipt, rules.receiptOwedToSender),
  RECLASSIFY: stay(reclassify),
};
const before = ['registered', 'dispatched', 'returned', 'doing', 'replied', 'handing-over'];
const dispatchable = { DISPATCH: to('dispatched', deeds.dispatch, targetNotExcluded, rules.designatedAfterReturns) };
const returnable = { RETURN_ORDER: to('returned', deeds.returnOrder, rules.notDesignated, rules.returnInTime) };

/** 12345 work order (工单): dispatched, signed for, done, replied to, and the caller is called back. Under one case number all the way. */
export const hotlineMachine = machineOf({
  id: 'hotline@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...open, ...dispatchable, HAND_OVER: to('handing-over', deeds.offerHandover, rules.mayHandOver) } },
    dispatched: { on: { ...open, CONFIRM_RECEIPT: to('doing', deeds.sign, holderNotExcluded), ...returnable } },
    returned: { on: { ...open, ...dispatchable } },
    doing: {
      on: {
        ...open,
        ...returnable,
        EXTEND: stay(deeds.extendOrder, extensionRuns('HOT-DO'), extendedOnce('HOT-DO')),
        REPLY_ORDER: to('replied', deeds.replyToOrder),
      },
    },
    replied: { on: { ...open, CALL_BACK: [toIf(rules.unreached, 'replied', deeds.callInVain), to('called-back', deeds.callBack)] } },
    'called-back': {
      on: { ...closable, REDO: to('doing', deeds.redoOrder, ratedDissatisfied, redoOnce, firstUnitKnown) },
    },
    'handing-over': {
      on: {
        ...open,
        RECORD_RECEIPT: to('handed-over', deeds.keepReceipt),
        HANDOVER_DECLINED: to('registered', deeds.handoverDeclined, rules.notItsFirstReceiver),
      },
    },
    'handed-over': { on: { ...visited, ARCHIVE: to('archived', archive) } },
    withdrawn: { on: { ...closable, ...withdrawalUndoable(before) } },
    merged: { on: { ...closable, ...mergerUndoable(before) } },
    archived: {},
  },
});
