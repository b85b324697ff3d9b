import { addresseesOf, isExcluded } from '../access/people.ts';
import type { CivilDate, Instant } from '../case/deadline.ts';
import type { ChartContext } from '../case/memo.ts';
import { numberOf, textOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import type { ReceptionRecord } from '../case/reception.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, met, notify, superseded } from '../chart/effect.ts';
import type { Step } from '../chart/rule.ts';
import { leaderIn, toldLeader } from '../leader-case/record.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { FREQUENCY_RULES, frequencyRule, publishBy } from './days.ts';
import { receiving } from './reception.facts.ts';

const NOBODY: ReceptionRecord = {
  leader: { leaderId: '', rank: 'department', level: 'county', division: '', unitId: null, userId: null },
  booked: [],
  held: 0,
  opened: [],
};

export function receptionOf({ memo }: Pick<ChartContext, 'memo'>): ReceptionRecord {
  return memo.reception ?? NOBODY;
}

function changed(context: ChartContext, change: Partial<ReceptionRecord>): NonNullable<Done['memo']> {
  return { reception: { ...receptionOf(context), ...change } };
}

type Owing = Pick<ChartContext, 'centreUnitId' | 'holderUnitId'>;

/** By when the next day is owed; the office that arranges it answers for it, not the person. */
function nextDay({ centreUnitId, holderUnitId }: Owing, { leader }: ReceptionRecord, triggerAt: Instant): readonly Effect[] {
  const rule = frequencyRule(leader);
  return rule === null ? [] : [officeClock({ centreUnitId }, { rule, unitId: holderUnitId, triggerAt })];
}

/** `unitId` the office that arranges the days, `leader` as the register has him. */
export const openReception: Opener = (command) => {
  const unitId = textOf(command, 'unitId');
  const leader = leaderIn(command.payload['leader']);
  if (unitId === null || leader === null)
    return invalid('leaderId', 'reception.incomplete', { zh: '接访任务信息不完整。', en: 'Name the office and the leader.' });
  const record: ReceptionRecord = { leader, booked: [], held: 0, opened: [] };
  return {
    holderUnitId: unitId,
    assisting: leader.unitId === null || leader.unitId === unitId ? [] : [leader.unitId],
    memo: { reception: record },
    effects: (context) => [
      receiving('reception.owed', { leaderId: leader.leaderId, level: leader.level, rank: leader.rank }),
      ...nextDay(context, record, command.at),
      notify('reception.owed', unitId, addresseesOf(context, unitId)),
    ],
  };
};

interface FixedDay {
  readonly day: NonNullable<ReceptionRecord['day']>;
  readonly publishedBy: CivilDate;
}

/** What falls on a day of rest moves on to the next working day. */
function fixed(context: ChartContext, { command, law, today }: Step): FixedDay {
  const { booked, day } = receptionOf(context);
  const on = law.workingDayAt(textOf(command, 'date') ?? today);
  const seats = Math.max(numberOf(command, 'seats') ?? day?.seats ?? 1, booked.length);
  return {
    day: { on, seats, unitId: textOf(command, 'unitId') ?? day?.unitId ?? context.holderUnitId },
    publishedBy: publishBy(on, law.conditions),
  };
}

const asAsked = (command: Step['command'], on: CivilDate): { readonly askedFor?: string } => {
  const asked = textOf(command, 'date');
  return asked === null || asked === on ? {} : { askedFor: asked };
};

/** Published by then, held on that day. */
function clocksOf(context: Owing, { day, publishedBy }: FixedDay, triggerAt: Instant): readonly Effect[] {
  const unitId = context.holderUnitId;
  return [
    officeClock(context, { rule: 'RECEPT-PUBLISH', unitId, triggerAt, dueDate: publishedBy }),
    officeClock(context, { rule: 'RECEPT-HOLD', unitId, triggerAt, dueDate: day.on }),
  ];
}

export const schedule: Deed = (context, step) => {
  const { command } = step;
  const planned = fixed(context, step);
  const { on, seats, unitId } = planned.day;
  const { assisting, holderUnitId } = context;
  const host = unitId !== holderUnitId;
  return {
    ...(host && !assisting.includes(unitId) ? { context: { assisting: [...assisting, unitId] } } : {}),
    memo: changed(context, { day: planned.day }),
    effects: [
      receiving('reception.scheduled', { ...asAsked(command, on), date: on, publishBy: planned.publishedBy, seats, unitId }),
      ...clocksOf(context, planned, command.at),
      ...(host ? [notify('reception.hosted', unitId, addresseesOf(context, unitId))] : []),
    ],
  };
};

/** The leader hears of it on the day of publication, five days ahead. */
export const publish: Deed = (context) => {
  const { day, leader } = receptionOf(context);
  return {
    effects: [
      receiving('reception.published', { date: day?.on ?? '' }),
      ...met('RECEPT-PUBLISH'),
      ...toldLeader('reception.published', leader),
    ],
  };
};

/** Whoever is booked stays booked, and whoever takes part hears that it is another day; it is published anew. */
export const moveDay: Deed = (context, step) => {
  const { command } = step;
  const before = receptionOf(context);
  const planned = fixed(context, step);
  const { on, seats } = planned.day;
  const told = context.assisting.filter((unitId) => unitId !== before.leader.unitId);
  return {
    memo: changed(context, { day: planned.day }),
    effects: [
      receiving('reception.moved', {
        ...asAsked(command, on),
        date: on,
        from: before.day?.on ?? '',
        publishBy: planned.publishedBy,
        seats,
      }),
      ...superseded('RECEPT-PUBLISH', 'RECEPT-HOLD'),
      ...clocksOf(context, planned, command.at),
      ...toldLeader('reception.moved', before.leader),
      ...told.map((unitId) => notify('reception.moved', unitId, addresseesOf(context, unitId))),
    ],
  };
};

/** Among the cases of the record once; whoever holds the case sees the day, and comes prepared. */
function named(context: ChartContext, { command }: Step): { readonly about: readonly string[]; readonly holder: string | null } {
  const caseId = textOf(command, 'caseId') ?? '';
  const about = context.memo.about ?? [];
  const holder = command.cases[caseId]?.snapshot.context.holderUnitId ?? null;
  return { about: about.includes(caseId) ? about : [...about, caseId], holder: isExcluded(context, holder) ? null : holder };
}

export const book: Deed = (context, step) => {
  const { booked, day } = receptionOf(context);
  const now = [...booked, textOf(step.command, 'caseId') ?? ''];
  const { about, holder } = named(context, step);
  const { assisting, holderUnitId } = context;
  const joins = holder !== null && holder !== holderUnitId && !assisting.includes(holder);
  return {
    ...(joins ? { context: { assisting: [...assisting, holder] } } : {}),
    memo: { about, ...changed(context, { booked: now }) },
    effects: [
      receiving('reception.booked', { booked: now.length, seats: day?.seats ?? 0 }),
      ...(holder === null ? [] : [notify('reception.booked', holder, addresseesOf(context, holder))]),
      ...(holder === holderUnitId ? [] : [notify('reception.booked', holderUnitId, addresseesOf(context, holderUnitId))]),
    ],
  };
};

export const cancelBooking: Deed = (context, { command }) => {
  const { booked, day } = receptionOf(context);
  const now = booked.filter((one) => one !== textOf(command, 'caseId'));
  const { holderUnitId } = context;
  return {
    memo: changed(context, { booked: now }),
    effects: [
      receiving('reception.booking-cancelled', { booked: now.length, seats: day?.seats ?? 0 }),
      notify('reception.booking-cancelled', holderUnitId, addresseesOf(context, holderUnitId)),
    ],
  };
};

/** Whoever was booked has been seen; the clock of the next day counts from this one. */
export const hold: Deed = (context, { command, today }) => {
  const before = receptionOf(context);
  const held = before.held + 1;
  return {
    memo: changed(context, { booked: [], held }),
    effects: [
      receiving('reception.held', {
        booked: before.booked.length,
        date: before.day?.on ?? today,
        held,
        received: numberOf(command, 'received') ?? 0,
      }),
      ...met('RECEPT-HOLD', ...FREQUENCY_RULES),
      ...nextDay(context, before, command.at),
    ],
  };
};

/** A case that was registered at the table goes on as any other; it is only found beside the day. */
export const openedAtTable: Deed = (context, step) => {
  const opened = [...receptionOf(context).opened, textOf(step.command, 'caseId') ?? ''];
  return {
    memo: { about: named(context, step).about, ...changed(context, { opened }) },
    effects: [receiving('reception.case-opened', { opened: opened.length })],
  };
};

/** He has left the office that the duty comes with. */
export const end: Deed = (context) => {
  const { held, leader } = receptionOf(context);
  return {
    effects: [
      receiving('reception.ended', { held, leaderId: leader.leaderId }),
      ...cancelled('RECEPT-PUBLISH', 'RECEPT-HOLD', ...FREQUENCY_RULES),
      ...toldLeader('reception.ended', leader),
    ],
  };
};
