import { machineOf, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './resolution.deeds.ts';

/** One resolution of a joint meeting: owed by a unit by a date, reported on, checked by the meeting's office, struck off by evidence. */
export const resolutionMachine = machineOf({
  id: 'resolution@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: {
      on: {
        ...supervisable,
        REPORT_RESOLUTION: [toIf(deeds.underWay, 'registered', deeds.reportProgress), to('reported', deeds.reportDone)],
      },
    },
    reported: {
      on: {
        ...supervisable,
        ACCEPT_REPORT: to('concluded', deeds.acceptReport),
        RETURN_REPORT: to('registered', deeds.returnReport),
      },
    },
    concluded: { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
