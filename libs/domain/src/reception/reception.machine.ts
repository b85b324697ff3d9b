import { machineOf, stay, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './reception.deeds.ts';
import * as rules from './reception.rules.ts';

const owed = { ...supervisable, END_RECEPTION: to('relieved', deeds.end) };

/** What was opened at the table may be written down on the day and after it. */
const atTable = { ENTER_RECEPTION_CASE: stay(deeds.openedAtTable, rules.matterFits, rules.openedOnce) };

const arranged = {
  ...owed,
  MOVE_RECEPTION: to('scheduled', deeds.moveDay, rules.dayAhead),
  CANCEL_BOOKING: stay(deeds.cancelBooking, rules.isBooked),
};

/**
 * 领导接访 (Art 18(2)): a day is owed, fixed, published ahead, booked and held, and then the next one is owed. The office that arranges the days
 * keeps the record; nothing in it counts for or against a person.
 */
export const receptionMachine = machineOf({
  id: 'reception-day@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...owed, ...atTable, SCHEDULE_RECEPTION: to('scheduled', deeds.schedule, rules.dayAhead) } },
    scheduled: { on: { ...arranged, PUBLISH_RECEPTION: to('announced', deeds.publish) } },
    announced: {
      on: {
        ...arranged,
        ...atTable,
        BOOK_RECEPTION: stay(deeds.book, rules.matterFits, rules.seatFree),
        RECORD_RECEPTION: to('registered', deeds.hold, rules.dayHasCome),
      },
    },
    relieved: { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
