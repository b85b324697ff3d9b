import { addresseesOf } from '../access/people.ts';
import { canonicalInstant } from '../calendar/civil-date.ts';
import { textOf, listOf, oneOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import type { ReportTarget, UpwardReport, UrgentRecord } from '../case/urgent.ts';
import { EMERGENCY_PLATFORMS, REPORT_TARGETS, URGENT_KINDS } from '../case/urgent.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Deed, Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { met, notify } from '../chart/effect.ts';
import { officeClock } from '../office-record/clocks.ts';
import type { Opener } from '../office-record/opening.ts';
import { alarmed } from './urgent.facts.ts';

/** The clock of each report that the law asks for (Art 25); of the office of the joint meeting it names none. */
export const REPORT_CLOCKS: Readonly<Record<Exclude<ReportTarget, 'meeting-office'>, string>> = {
  'own-level': 'URG-OWN',
  'next-level': 'URG-UP',
  national: 'URG-NATIONAL',
};

const NONE: UrgentRecord = { kind: 'other', learnedAt: '', coHandlers: [], reports: [], calls: [] };

export function urgentOf({ memo }: Pick<ChartContext, 'memo'>): UrgentRecord {
  return memo.urgent ?? NONE;
}

function changed(context: ChartContext, change: Partial<UrgentRecord>): NonNullable<Done['memo']> {
  return { urgent: { ...urgentOf(context), ...change } };
}

/**
 * `unitId` the unit on duty, `urgentKind`, `learnedAt`, `about` its case, `onCall` the units that are on call. The tiers (1-3-5) count from now,
 * the reports from when it was learned of: a late report shows.
 */
export const openUrgent: Opener = (command) => {
  const kind = oneOf(command, 'urgentKind', URGENT_KINDS);
  const [unitId, learned] = [textOf(command, 'unitId'), textOf(command, 'learnedAt')];
  if (kind === null || unitId === null || learned === null)
    return invalid('payload', 'urgent.incomplete', { zh: '紧急事项信息不完整。', en: 'The urgent matter is incomplete.' });
  const learnedAt = canonicalInstant(learned);
  if (learnedAt > command.at)
    return invalid('learnedAt', 'urgent.learned_in_future', {
      zh: '获知时间不能晚于现在。',
      en: 'It can’t have been learned of in the future.',
    });
  const caseId = textOf(command, 'caseId');
  const coHandlers = listOf(command, 'onCall').filter((one) => one !== unitId);
  const urgent: UrgentRecord = { kind, learnedAt, coHandlers, reports: [], calls: [] };
  return {
    holderUnitId: unitId,
    assisting: coHandlers,
    memo: { urgent },
    effects: (context) => [
      alarmed('urgent.raised', { ...(caseId === null ? {} : { caseId }), learnedAt, urgentKind: kind }),
      ...['URG-RESPOND', 'URG-ASSEMBLE', 'URG-ACT'].map((rule) => officeClock(context, { rule, unitId, triggerAt: command.at })),
      ...Object.values(REPORT_CLOCKS).map((rule) => officeClock(context, { rule, unitId, triggerAt: learnedAt })),
      notify('urgent.raised', unitId, addresseesOf(context, unitId)),
      ...coHandlers.map((one): Effect => notify('urgent.raised', one, addresseesOf(context, one))),
      // Art 25: whoever answers for the place hears of it at once.
      notify('urgent.raised', context.centreUnitId, ['supervisor', 'leader']),
    ],
  };
};

export const respond: Deed = (context) => ({
  effects: [alarmed('urgent.responded', { by: context.holderUnitId }), ...met('URG-RESPOND')],
});

export const assemble: Deed = (context) => ({
  effects: [alarmed('urgent.assembled', { coHandlers: urgentOf(context).coHandlers }), ...met('URG-ASSEMBLE')],
});

export const beginHandling: Deed = (context) => ({
  effects: [alarmed('urgent.acting', { by: context.holderUnitId }), ...met('URG-ACT')],
});

/** 协同: whoever is called in hears of it at once and sees the record. */
export const callIn: Deed = (context, { command }) => {
  const unitId = textOf(command, 'unitId') ?? context.centreUnitId;
  return {
    context: { assisting: [...context.assisting, unitId] },
    memo: changed(context, { coHandlers: [...urgentOf(context).coHandlers, unitId] }),
    effects: [alarmed('urgent.co-handler-added', { unitId }), notify('urgent.raised', unitId, addresseesOf(context, unitId))],
  };
};

/** Whether a report comes late is read off the recorded times: its clock has passed, whoever noticed. */
export const reportUp: Deed = (context, { command, open }) => {
  const to = oneOf(command, 'reportTo', REPORT_TARGETS) ?? 'own-level';
  const unitId = textOf(command, 'unitId');
  const rule = to === 'meeting-office' ? null : REPORT_CLOCKS[to];
  const clock = open.find((one) => one.rule === rule);
  const late = clock !== undefined && command.at >= clock.dueAt;
  const { learnedAt, reports } = urgentOf(context);
  const report: UpwardReport = { to, unitId, at: command.at, late };
  const minutes = Math.max(0, Math.floor((Date.parse(command.at) - Date.parse(learnedAt)) / 60_000));
  const told = unitId === null ? [] : [notify('urgent.reported', unitId, addresseesOf(context, unitId))];
  return {
    ...(unitId === null || context.assisting.includes(unitId) ? {} : { context: { assisting: [...context.assisting, unitId] } }),
    memo: changed(context, { reports: [...reports, report] }),
    effects: [
      alarmed('urgent.reported', {
        ...(late ? { late } : {}),
        learnedAt,
        minutes,
        reportTo: to,
        ...(unitId === null ? {} : { unitId }),
      }),
      ...(rule === null ? [] : met(rule)),
      ...told,
    ],
  };
};

export const keepReportReceipt: Deed = (context, { command }) => {
  const to = oneOf(command, 'reportTo', REPORT_TARGETS) ?? 'own-level';
  const receiptNo = textOf(command, 'receiptNo');
  const { reports } = urgentOf(context);
  const unitId = reports.find((one) => one.to === to)?.unitId ?? null;
  const { holderUnitId } = context;
  return {
    memo: changed(context, { reports: reports.map((one) => (one.to === to ? { ...one, receivedAt: command.at } : one)) }),
    effects: [
      alarmed('urgent.report-received', {
        ...(receiptNo === null ? {} : { receiptNo }),
        reportTo: to,
        ...(unitId === null ? {} : { unitId }),
      }),
      notify('urgent.report-received', holderUnitId, addresseesOf(context, holderUnitId)),
    ],
  };
};

export const linkPlan: Deed = (context, { command }) => {
  const plan = textOf(command, 'plan') ?? '';
  return { memo: changed(context, { plan }), effects: [alarmed('urgent.plan-linked', { plan })] };
};

/** Danger is handed over at once, and its receipt is owed. */
export const callService: Deed = (context, { command }) => {
  const platform = oneOf(command, 'platform', EMERGENCY_PLATFORMS) ?? '110';
  const { holderUnitId: unitId } = context;
  return {
    memo: changed(context, { calls: [...urgentOf(context).calls, { platform, at: command.at }] }),
    effects: [alarmed('urgent.called', { platform }), officeClock(context, { rule: 'URG-RECEIPT', unitId, triggerAt: command.at })],
  };
};

export const keepServiceReceipt: Deed = (context, { command }) => {
  const platform = oneOf(command, 'platform', EMERGENCY_PLATFORMS) ?? '110';
  const calls = urgentOf(context).calls.map((one) => (one.platform === platform ? { ...one, receivedAt: command.at } : one));
  const settled = calls.every((one) => one.receivedAt !== undefined);
  return {
    memo: changed(context, { calls }),
    effects: [
      alarmed('urgent.call-received', { platform, receiptNo: textOf(command, 'receiptNo') }),
      ...(settled ? met('URG-RECEIPT') : []),
    ],
  };
};

export const referProtection: Deed = (context) => ({
  memo: changed(context, { protection: true }),
  effects: [alarmed('urgent.protection-referred')],
});

export const concludeUrgent: Deed = () => ({ effects: [alarmed('urgent.concluded')] });
