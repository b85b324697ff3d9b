import { addresseesOf } from '../access/people.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { CaseCommand } from '../case/command.ts';
import type { LadderStep, OpenDeadline } from '../case/deadline.ts';
import type { Decision, Fact, Notice, Refused } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import { numberOf, textOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { advance } from '../chart/advance.ts';
import type { Effect } from '../chart/effect.ts';
import { climbRung, isOpen, rederive } from '../deadlines/index.ts';
import { definitionOf } from '../definitions/procedures.ts';
import { mayBeTold, settle } from './outcome.ts';

const STALE: Refused = {
  ok: false,
  refusal: refused(
    { zh: '该期限已变动，此步骤不再适用。', en: 'The deadline has changed; this step no longer applies.' },
    { code: 'deadline.stale' },
  ),
};

/**
 * A rung's notices: to the owner's people; a passing and a supervision also to the supervisor of the centre (Art 40). The
 * petitioner is told on his own page, never in the inbox.
 */
function noticesOf(context: ChartContext, deadline: OpenDeadline, step: LadderStep, kind: string): readonly Notice[] {
  const { unitId } = deadline.owner;
  if (unitId === null) return [];
  const { rule } = deadline;
  const toOwner: Notice = { kind, unitId, roles: addresseesOf(context, unitId), rule };
  const centre = context.centreUnitId;
  return (step === 'pass' || step === 'supervise') && unitId !== centre
    ? [toOwner, { kind, unitId: centre, roles: ['supervisor'], rule }]
    : [toOwner];
}

/** One rung of a ladder: reminder, passing, urging, supervision. Only a passing that the chart knows changes the state. */
export function climb(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const deadline = snapshot.open.find((one) => one.id === textOf(command, 'deadlineId'));
  const step = numberOf(command, 'step');
  const version = numberOf(command, 'version');
  if (deadline === undefined || step === null || version === null) return STALE;
  const climbed = climbRung(deadline, { step, version }, command.at, env);
  if (climbed.stale) return STALE;

  const context = chartContext(snapshot.context);
  const { row } = climbed;
  const open = snapshot.open.flatMap((one) => (one.id !== row.id ? [one] : isOpen(row) ? [row] : []));
  const notices = noticesOf(context, deadline, climbed.step, climbed.noticeKind).filter((notice) => mayBeTold(context, notice));
  const rung = { ok: true as const, next: { ...snapshot, open }, versioned: false, facts: [climbed.fact], deadlines: [row], notices };
  if (climbed.step !== 'pass') return rung;

  const definition = definitionOf(snapshot.procedure, snapshot.procedureVersion);
  const type = `${deadline.rule}.passed`;
  const ways = definition.ways.get(snapshot.state)?.get(type);
  if (ways === undefined) return rung;
  const next = advance(ways, context, {
    type,
    command,
    open,
    today: civilDateOf(command.at),
    state: snapshot.state,
  });
  if (next === null) return rung;
  const effects: Effect[] = [{ kind: 'fact', fact: climbed.fact }, ...next.effects];
  const settled = settle({ command, env, before: { ...snapshot, open }, state: next.state, context: next.context, effects });
  return { ...settled, deadlines: [row, ...settled.deadlines], notices: [...notices, ...settled.notices] };
}

/** A late official notice: open deadlines are counted anew, by an explicit fact that says what moved; ended ones never. */
export function rederiveClocks(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const calendarVersion = textOf(command, 'calendarVersion');
  const calendar = calendarVersion === null ? undefined : env.calendars.version(calendarVersion);
  if (calendar === undefined)
    return {
      ok: false,
      refusal: refused({ zh: '没有这个日历版本。', en: 'There is no such calendar version.' }, { code: 'calendar.unknown' }),
    };
  const { rows, open, moved } = rederive(snapshot.open, calendar, command.at, env);
  if (rows.length === 0)
    return { ok: false, refusal: refused({ zh: '没有期限需要重算。', en: 'No deadline changes.' }, { code: 'calendar.unchanged' }) };
  const fact: Fact = { data: { calendarVersion, moved }, type: 'deadline.rederived' };
  return { ok: true, next: { ...snapshot, open }, versioned: false, facts: [fact], deadlines: rows, notices: [] };
}
