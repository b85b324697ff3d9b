import { machineOf, stay, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './meeting.deeds.ts';
import * as rules from './meeting.rules.ts';

const prepared = {
  ...supervisable,
  ADD_MEMBER: stay(deeds.addMember, rules.memberIsNew),
  PUT_ON_AGENDA: stay(deeds.putOnAgenda, rules.agendaCaseFits),
  CANCEL_MEETING: to('cancelled', deeds.callOff),
};

/** 联席会议: asked for, convened, held, and followed until its resolutions, which are records of their own, are carried out. */
export const meetingMachine = machineOf({
  id: 'joint-meeting@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...prepared, CONVENE: to('convened', deeds.convene, rules.agendaSet, rules.membersEnough) } },
    convened: { on: { ...prepared, RECORD_MEETING: to('held', deeds.hold) } },
    held: { on: { CLOSE_MEETING: to('concluded', deeds.conclude, rules.resolutionsCarriedOut) } },
    cancelled: { on: { ARCHIVE: to('archived', archive) } },
    concluded: { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
