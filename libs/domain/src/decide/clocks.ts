import { addresseesOf } from '../access/people.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Deadline, Instant, LadderStep, OpenDeadline } from '../case/deadline.ts';
import type { Decision, Fact, Notice, RecordToOpen, Refused } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import { numberOf, textOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Supervision } from '../case/supervision.ts';
import type { Role } from '../case/vocabulary.ts';
import { isRecordProcedure } from '../case/vocabulary.ts';
import { advance } from '../chart/advance.ts';
import type { Effect } from '../chart/effect.ts';
import { climbRung, isOpen, rederive, rungOf } from '../deadlines/index.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { recordPayload } from '../record/opening.ts';
import { cardOpening, engineCardOf } from '../supervision-card/opening.ts';
import { escalationNotices, supervised, supervisionData, supervisionOf, withSupervision } from '../supervision/supervise.ts';
import { EXTERNAL_CLOCKS } from '../guided/external-procedures.ts';
import { supervisorAt } from '../supervision/supervisor.ts';
import { lawOf } from './law.ts';
import { unlessAnnounced } from './law-commands.ts';
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
  // Another organ's clock is told to whoever follows it, and to nobody who supervises.
  const followed = EXTERNAL_CLOCKS.includes(deadline.rule);
  const { unitId } = deadline.owner;
  if (unitId === null) return [];
  const { rule } = deadline;
  // A leader's own clock is his: his office's staff have nothing to do by it.
  const roles: readonly Role[] = deadline.owner.role === 'leader' ? ['leader'] : addresseesOf(context, unitId);
  const toOwner: Notice = { kind, unitId, roles, rule };
  const centre = context.centreUnitId;
  return (step === 'pass' || step === 'supervise') && unitId !== centre && !followed
    ? [toOwner, { kind, unitId: centre, roles: ['supervisor'], rule }]
    : [toOwner];
}

/** A rung climbed later than this after its own instant says so. */
const LATE_MS = 60_000;

/** Since edition 2 of `DEADLINE_STEP` a rung climbed late says so; histories recorded before it stay what they were. */
export const RUNG_EDITION = 2;

/** Marks a rung that was climbed late with its own instant: the engine was down, or the case came in late. */
function lateMarked(fact: Fact, { nextAt }: OpenDeadline, command: CaseCommand): Fact {
  const late = numberOf(command, 'edition') === RUNG_EDITION && nextAt !== null && Date.parse(command.at) - Date.parse(nextAt) > LATE_MS;
  return late ? { ...fact, data: { ...fact.data, rungAt: nextAt } } : fact;
}

/** One rung of a ladder: reminder, passing, urging, supervision, escalation. Only a passing that the chart knows changes the state. */
export function climb(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const deadline = snapshot.open.find((one) => one.id === textOf(command, 'deadlineId'));
  const step = numberOf(command, 'step');
  const version = numberOf(command, 'version');
  if (deadline === undefined || step === null || version === null) return STALE;
  const before = chartContext(snapshot.context);
  const supervision = supervisionOf(before, deadline.id);
  const by = supervisorAt(before, rungOf(deadline, step, env), supervision, command.units);
  const replyIn = by?.role === 'supervisor' ? before.divisionCode : null;
  const climbed = climbRung(deadline, { step, version }, command.at, env, replyIn);
  if (climbed.stale) return STALE;

  const { row } = climbed;
  const opened = by === null ? null : supervised(deadline, supervision, by, climbed.reply, command.at);
  const context = opened === null ? before : withSupervision(before, opened);
  const marked = lateMarked(climbed.fact, deadline, command);
  const fact = opened === null ? marked : supervisionData(marked, opened);
  const open = snapshot.open.flatMap((one) => (one.id !== row.id ? [one] : isOpen(row) ? [row] : []));
  const told =
    opened !== null && opened.level > 0
      ? escalationNotices(context, opened)
      : noticesOf(context, deadline, climbed.step, climbed.noticeKind);
  const notices = told.filter((notice) => mayBeTold(context, notice));
  const next = { ...snapshot, context, open };
  const opens = opened?.level === 0 && !isRecordProcedure(snapshot.procedure) ? cardsToOpen(snapshot, opened, command.at) : [];
  const rung = {
    ok: true as const,
    next,
    versioned: false,
    facts: [fact],
    deadlines: [row],
    notices,
    ...(opens.length > 0 ? { opens } : {}),
  };
  if (climbed.step !== 'pass') return rung;

  const definition = proceduresOf(env).of(snapshot.procedure, snapshot.procedureVersion);
  const type = `${deadline.rule}.passed`;
  const ways = definition.ways.get(snapshot.state)?.get(type);
  if (ways === undefined) return rung;
  const advanced = advance(ways, context, {
    type,
    command,
    open,
    today: civilDateOf(command.at),
    state: snapshot.state,
    law: lawOf(snapshot, command.at, env),
  });
  if (advanced === null) return rung;
  const effects: Effect[] = [{ kind: 'fact', fact }, ...advanced.effects];
  const settled = settle({ command, env, before: next, state: advanced.state, context: advanced.context, effects });
  return { ...settled, deadlines: withPassed(row, settled.deadlines), notices: [...notices, ...settled.notices] };
}

/** 督办单: what comes under supervision has a record of its own from then on. */
function cardsToOpen(snapshot: CaseSnapshot, supervision: Supervision, at: Instant): readonly RecordToOpen[] {
  return [{ key: supervision.deadlineId, payload: recordPayload(snapshot, cardOpening(engineCardOf(supervision)), at) }];
}

/** What passed and what its passing changed, each row once: where the passing ended the deadline itself, that is one change of it. */
function withPassed(row: Deadline, changed: readonly Deadline[]): readonly Deadline[] {
  const ended = changed.find(({ id }) => id === row.id);
  return [ended === undefined ? row : { ...ended, version: row.version }, ...changed.filter((one) => one !== ended)];
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
  const changed = unlessAnnounced(command, moved);
  if (changed !== null) return changed;
  if (rows.length === 0)
    return { ok: false, refusal: refused({ zh: '没有期限需要重算。', en: 'No deadline changes.' }, { code: 'calendar.unchanged' }) };
  const fact: Fact = { data: { calendarVersion, moved }, type: 'deadline.rederived' };
  return { ok: true, next: { ...snapshot, open }, versioned: false, facts: [fact], deadlines: rows, notices: [] };
}
