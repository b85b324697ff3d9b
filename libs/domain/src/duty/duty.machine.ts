import { machineOf, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import { takeOver } from './duty.deeds.ts';

/** 24小时值守交接班: one entry of the log, taken over by whoever comes. */
export const dutyMachine = machineOf({
  id: 'duty-handover@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...supervisable, TAKE_OVER: to('taken', takeOver) } },
    taken: { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
