import { machineOf, stay, to } from '../chart/chart.ts';
import type { Migration } from '../definitions/definition.ts';
import { archive } from '../closing/closing.deeds.ts';
import { visited } from '../closing/closing.ways.ts';
import { supervisable } from '../supervision/reply.ts';
import { assigned } from '../transfer/transfer.ways.ts';
import { extendFiling, openWindow, recordFiling, recordLodging, recordResultInTime } from './guided.deeds.ts';
import { guidedStates } from './guided.machine.ts';
import { externalClockRuns, externalExtendedOnce, filedOnce, notLodged, resultRecorded, windowOnce } from './guided.rules.ts';

/**
 * As version 1, and the legal route is followed: until when the person may ask for it, what the organ there has accepted, until when it
 * decides, what came of it, and until when that may be taken to a court.
 */
export const guidedMachine2 = machineOf({
  id: 'guided@2',
  context: ({ input }) => input,
  initial: 'registered',
  states: guidedStates({
    ...visited,
    ...assigned,
    ...supervisable,
    OPEN_WINDOW: stay(openWindow, windowOnce, notLodged, filedOnce),
    RECORD_LODGING: stay(recordLodging, notLodged, filedOnce),
    RECORD_FILING: stay(recordFiling, filedOnce),
    RECORD_EXTENSION: stay(extendFiling, externalClockRuns, externalExtendedOnce),
    RECORD_RESULT: stay(recordResultInTime),
    ARCHIVE: to('archived', archive, resultRecorded),
  }),
});

const SAME = ['registered', 'routed', 'objected', 'guided', 'withdrawn', 'merged', 'archived'];

/** Nothing of version 1 has another place in version 2; what was guided before may be followed from now on. */
export const fromGuidedOne: Migration = {
  from: 1,
  states: Object.fromEntries(SAME.map((state) => [state, state])),
  upcast: (context) => context,
};
