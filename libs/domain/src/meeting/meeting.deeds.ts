import { addresseesOf } from '../access/people.ts';
import type { AgendaItem, MeetingRecord } from '../case/meeting.ts';
import { AGENDA_REASONS } from '../case/meeting.ts';
import type { ChartContext } from '../case/memo.ts';
import { listOf, numberOf, oneOf, textOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, met, notify } from '../chart/effect.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { minuted } from './meeting.facts.ts';

const NEW: MeetingRecord = { level: 'city', members: [], agenda: [] };

export function meetingOf(context: Pick<ChartContext, 'memo'>): MeetingRecord {
  return context.memo.meeting ?? NEW;
}

/** The office of the meeting asks for it: `unitId` the office, `level`, `members`. */
export const openMeeting: Opener = (command) => {
  const office = textOf(command, 'unitId');
  const level = oneOf(command, 'level', UNIT_LEVELS);
  if (office === null || level === null)
    return invalid('level', 'meeting.incomplete', { zh: '须注明层级和召集单位。', en: 'Name the level and the office that convenes.' });
  const members = listOf(command, 'members').filter((unitId) => unitId !== office);
  return {
    holderUnitId: office,
    assisting: members,
    memo: { meeting: { level, members, agenda: [] } },
    effects: (context) => [
      minuted('meeting.called-for', { level, members }),
      officeClock(context, { rule: 'JM-CONVENE', unitId: office, triggerAt: command.at }),
    ],
  };
};

export const addMember: Deed = (context, { command }) => {
  const unitId = textOf(command, 'unitId') ?? context.holderUnitId;
  const meeting = meetingOf(context);
  const members = [...meeting.members, unitId];
  // Who joins after the call is told of the day at once.
  const told = meeting.on === undefined ? [] : [notify('meeting.convened', unitId, addresseesOf(context, unitId))];
  return {
    context: { assisting: [...context.assisting, unitId] },
    memo: { meeting: { ...meeting, members } },
    effects: [minuted('meeting.member-added', { unitId }), ...told],
  };
};

export const putOnAgenda: Deed = (context, { command }) => {
  const caseId = textOf(command, 'caseId') ?? '';
  const reason = oneOf(command, 'agendaReason', AGENDA_REASONS) ?? 'other';
  const item: AgendaItem = { caseId, reason };
  const meeting = meetingOf(context);
  const excluded = (command.cases[caseId]?.snapshot.context.excluded ?? []).filter(
    (one) => !context.excluded.some(({ unitId }) => unitId === one.unitId),
  );
  return {
    // Whoever is excluded from the case sits in no meeting about it.
    ...(excluded.length === 0 ? {} : { context: { excluded: [...context.excluded, ...excluded] } }),
    memo: { about: [...(context.memo.about ?? []), caseId], meeting: { ...meeting, agenda: [...meeting.agenda, item] } },
    effects: [minuted('meeting.agenda-added', { agendaReason: reason, caseId })],
  };
};

export const convene: Deed = (context, { command, today }) => {
  const date = textOf(command, 'date') ?? today;
  const meeting = meetingOf(context);
  return {
    memo: { meeting: { ...meeting, on: date } },
    effects: [
      minuted('meeting.convened', { date, members: meeting.members }),
      ...met('JM-CONVENE'),
      officeClock(context, { rule: 'JM-HOLD', unitId: context.holderUnitId, triggerAt: command.at, dueDate: date }),
      ...meeting.members.map((unitId): Effect => notify('meeting.convened', unitId, addresseesOf(context, unitId))),
    ],
  };
};

export const hold: Deed = (context, { command, today }) => {
  const date = textOf(command, 'date') ?? today;
  const present = listOf(command, 'present');
  return {
    memo: { meeting: { ...meetingOf(context), on: date, present } },
    effects: [minuted('meeting.held', { date, present }), ...met('JM-HOLD')],
  };
};

export const callOff: Deed = (context) => ({
  effects: [
    minuted('meeting.cancelled'),
    ...cancelled('JM-CONVENE', 'JM-HOLD'),
    ...meetingOf(context).members.map((unitId): Effect => notify('meeting.cancelled', unitId, addresseesOf(context, unitId))),
  ],
});

export const conclude: Deed = (_context, { command }) => ({
  effects: [minuted('meeting.concluded', { resolutions: numberOf(command, 'resolutions') ?? 0 })],
});
