import { machineOf, stay, to } from '../chart/chart.ts';
import { closable, redoable } from '../closing/closing.ways.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { receivedDirectly } from '../petition/intake.rules.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { holderNotExcluded } from '../transfer/transfer.rules.ts';
import { supervisable } from '../supervision/reply.ts';
import { assigned, inOpenStates, objectable, passable, returnable } from '../transfer/transfer.ways.ts';
import { accept, reply, serve } from './suggestion.deeds.ts';

const before = ['registered', 'routed', 'objected', 'handling', 'answered'];

/** 建议意见类, Art 29: studied and replied to; no handling limit in the law, no review. */
export const suggestionMachine = machineOf({
  id: 'suggestion@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...interruptible,
        ...passable,
        ACCEPT: to('handling', accept, receivedDirectly, holderNotExcluded),
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
        ACCEPT: to('handling', accept, holderNotExcluded),
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
      on: { ...inOpenStates, ...supervisable, ...assigned, ...interruptible, REPLY: to('answered', reply), RECLASSIFY: stay(reclassify) },
    },
    answered: { on: { ...inOpenStates, ...supervisable, ...assigned, ...interruptible, RECORD_SERVICE: to('served', serve) } },
    served: { on: { ...closable, ...redoable, ...assigned, ...supervisable } },
    withdrawn: { on: { ...closable, ...redoable, ...withdrawalUndoable(before) } },
    merged: { on: { ...closable, ...redoable, ...mergerUndoable(before) } },
    archived: {},
  },
});
