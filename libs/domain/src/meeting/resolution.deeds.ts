import { addresseesOf } from '../access/people.ts';
import type { ResolutionRecord } from '../case/meeting.ts';
import { RESOLUTION_KINDS } from '../case/meeting.ts';
import type { ChartContext } from '../case/memo.ts';
import { oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { excludedOf } from '../case/routed.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { Branch, Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { met, notify } from '../chart/effect.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { minuted } from './meeting.facts.ts';

export const PROGRESS = ['under-way', 'done'] as const;

/** A meeting resolves: `meetingId`, its office `officeUnitId`, `resolutionKind`, the unit that owes it `unitId`, `dueDate`, `caseId?`. */
export const openResolution: Opener = (command) => {
  const kind = oneOf(command, 'resolutionKind', RESOLUTION_KINDS);
  const [meetingId, officeUnitId] = [textOf(command, 'meetingId'), textOf(command, 'officeUnitId')];
  const [unitId, dueDate] = [textOf(command, 'unitId'), textOf(command, 'dueDate')];
  if (kind === null || meetingId === null || officeUnitId === null || unitId === null || dueDate === null)
    return invalid('payload', 'resolution.incomplete', { zh: '决议信息不完整。', en: 'The resolution is incomplete.' });
  const meeting = command.cases[meetingId]?.snapshot;
  if (meeting !== undefined && meeting.state !== 'held')
    return refused({ zh: '会议已办结。', en: 'The meeting is over.' }, { code: 'meeting.not_held', basis: '《信访工作条例》第13条' });
  if (dueDate < civilDateOf(command.at))
    return invalid('dueDate', 'date.past', { zh: '完成期限不能早于今天。', en: 'It can’t be due in the past.' });
  if (excludedOf(command).some((one) => one.unitId === unitId))
    return refused(
      { zh: '该单位与案件有利害关系，不得承办。', en: 'The unit is excluded from the case.' },
      { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
    );
  const caseId = textOf(command, 'caseId');
  const resolution: ResolutionRecord = {
    kind,
    meetingId,
    officeUnitId,
    ...(caseId === null ? {} : { caseId }),
    dueDate,
    reports: 0,
  };
  const made = { ...(caseId === null ? {} : { caseId }), dueDate, meetingId, resolutionKind: kind, unitId };
  return {
    holderUnitId: unitId,
    assisting: officeUnitId === unitId ? [] : [officeUnitId],
    memo: { resolution },
    effects: (context) => [
      minuted('resolution.made', made),
      owed(context, unitId, command.at, dueDate),
      notify('resolution.made', unitId, addresseesOf(context, unitId)),
    ],
  };
};

function owed(context: Pick<ChartContext, 'centreUnitId'>, unitId: string, triggerAt: string, dueDate: string): Effect {
  return officeClock(context, { rule: 'JM-RESOLUTION', unitId, triggerAt, dueDate });
}

function officeOf(context: ChartContext): string {
  return context.memo.resolution?.officeUnitId ?? context.centreUnitId;
}

function withReport({ memo }: ChartContext): { readonly resolution: ResolutionRecord | undefined } {
  return { resolution: memo.resolution && { ...memo.resolution, reports: memo.resolution.reports + 1 } };
}

export const underWay: Branch = {
  name: 'under-way',
  text: { zh: '仍在落实', en: 'still under way' },
  holds: (_context, { command }) => oneOf(command, 'progress', PROGRESS) !== 'done',
};

/** Members report the execution of what was agreed (Art 12): the office hears of every report. */
export const reportProgress: Deed = (context) => ({
  memo: withReport(context),
  effects: [
    minuted('resolution.reported', { by: context.holderUnitId, progress: 'under-way' }),
    notify('resolution.reported', officeOf(context), addresseesOf(context, officeOf(context))),
  ],
});

export const reportDone: Deed = (context, { command }) => {
  const office = officeOf(context);
  return {
    memo: withReport(context),
    effects: [
      minuted('resolution.reported', { by: context.holderUnitId, progress: 'done' }),
      ...met('JM-RESOLUTION'),
      officeClock(context, { rule: 'JM-CHECK', unitId: office, triggerAt: command.at }),
      notify('resolution.reported', office, addresseesOf(context, office)),
    ],
  };
};

export const acceptReport: Deed = (context) => ({
  effects: [minuted('resolution.carried-out', { by: context.holderUnitId }), ...met('JM-CHECK')],
});

export const returnReport: Deed = (context, { command, today }) => {
  const { holderUnitId } = context;
  const dueDate = textOf(command, 'dueDate') ?? today;
  return {
    memo: { resolution: context.memo.resolution && { ...context.memo.resolution, dueDate } },
    effects: [
      minuted('resolution.returned', { dueDate }),
      ...met('JM-CHECK'),
      owed(context, holderUnitId, command.at, dueDate),
      notify('resolution.returned', holderUnitId, addresseesOf(context, holderUnitId)),
    ],
  };
};
