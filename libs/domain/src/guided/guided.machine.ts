import type { Moves } from '../chart/chart.ts';
import { machineOf, stay, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { visited } from '../closing/closing.ways.ts';
import { interruptible, mergerUndoable, withdrawalUndoable } from '../interruption/interruption.ways.ts';
import { reclassify } from '../reclassification/reclassify.ts';
import { supervisable } from '../supervision/reply.ts';
import { assigned, guidable, inOpenStates, objectable, passable, returnable } from '../transfer/transfer.ways.ts';
import { recordResult } from './guided.deeds.ts';
import { resultRecorded } from './guided.rules.ts';

const before = ['registered', 'routed', 'objected'];

/** The states of a claim that is led into its legal route; versions differ in what may be done once it is. */
export function guidedStates(guided: Moves) {
  return {
    registered: { on: { ...inOpenStates, ...supervisable, ...interruptible, ...passable, ...guidable, RECLASSIFY: stay(reclassify) } },
    routed: {
      on: {
        ...inOpenStates,
        ...supervisable,
        ...assigned,
        ...interruptible,
        ...passable,
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
    guided: { on: guided },
    withdrawn: {
      on: {
        ...visited,
        ARCHIVE: to('archived', archive),
        ...withdrawalUndoable(before),
      },
    },
    merged: { on: { ...visited, ARCHIVE: to('archived', archive), ...mergerUndoable(before) } },
    archived: {},
  };
}

/** Claims of Art 31(1)–(5): led into their legal route, whose own limits apply; here only that this was done, and its result. */
export const guidedMachine = machineOf({
  id: 'guided@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: guidedStates({
    ...visited,
    ...assigned,
    ...supervisable,
    RECORD_RESULT: stay(recordResult),
    ARCHIVE: to('archived', archive, resultRecorded),
  }),
});
