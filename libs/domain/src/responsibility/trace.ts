import { NO_DUTIES } from '../access/projection.ts';
import { epochDayAt, epochDayOf } from '../calendar/civil-date.ts';
import type { CaseCommand } from '../case/command.ts';
import type { CivilDate, Deadline, DeadlineState, Instant } from '../case/deadline.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Role } from '../case/vocabulary.ts';
import { isClosed } from '../closing/closed-states.ts';
import { decide } from '../decide/decide.ts';
import { HistoryError } from '../decide/fold.ts';
import { openCase } from '../decide/open-case.ts';
import { asOfEdition } from '../law/law-book.ts';

/** What somebody did while a unit had the case. The person stands here as the event names him; who may read that, the caller decides. */
export interface Act {
  readonly seq: number;
  readonly at: Instant;
  readonly command: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly userId: string | null;
}

/** A duty that ended, or fell due, while a unit had the case. */
export interface DueDuty {
  readonly deadlineId: string;
  readonly rule: string;
  /** The law that it was counted by. */
  readonly rulePack: string;
  /** Whose duty it was; not always the holder's. */
  readonly unitId: string | null;
  readonly dueDate: CivilDate;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly outcome: 'in-time' | 'late' | 'overdue' | 'running' | 'paused';
  /** Working days after the due date: until it was done, or until now; 0 where it isn't late. */
  readonly lateWorkingDays: number;
  /** Minutes after the due instant, for limits that are shorter than a day. */
  readonly lateMinutes: number;
}

/** One unit's time with the case. */
export interface HeldSpan {
  readonly unitId: string;
  readonly from: Instant;
  /** Null: it has it now. */
  readonly to: Instant | null;
  readonly minutes: number;
  /** As limits count them: the day it came isn't counted, so that spans add up. */
  readonly workingDays: number;
  readonly acts: readonly Act[];
  readonly duties: readonly DueDuty[];
}

export interface Trace {
  /** From its receipt, which is legal time; registering it later is late recording (Art 46(4)). */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly closedAt: Instant | null;
  readonly spans: readonly HeldSpan[];
}

interface Held {
  readonly unitId: string;
  readonly from: Instant;
  readonly acts: Act[];
}

/** Ended without having been done, by what became of the case: nobody's lateness. */
const FELL_AWAY: readonly DeadlineState[] = ['cancelled', 'superseded'];

const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));

function outcomeOf({ state, doneAt }: Deadline): DueDuty['outcome'] {
  if (state === 'met') return 'in-time';
  if (state === 'fired') return doneAt === null ? 'overdue' : 'late';
  return state === 'paused' ? 'paused' : 'running';
}

/** The instant at which a duty belongs to whoever has the case: when it fell due, or was done if that came first. */
function instantOf({ dueAt, doneAt, state }: Deadline, now: Instant): Instant {
  if (state === 'armed' || state === 'paused') return now;
  return doneAt !== null && doneAt < dueAt ? doneAt : dueAt;
}

/**
 * 责任倒查: who had a case when, for how long in working time, what fell due meanwhile and what was done late, from its event log alone: the
 * stored commands are decided again, each under the law that it was decided under.
 *
 * @param commands the case's own, oldest first, REGISTER among them
 * @param now until when an unfinished span and an overdue duty count; a closed case stands still at its closing
 * @throws HistoryError when the log is one that the domain would not have accepted; RangeError for an empty one
 */
export function traceResponsibility(commands: readonly CaseCommand[], now: Instant, env: DomainEnv): Trace {
  const held: Held[] = [];
  const rows = new Map<string, Deadline>();
  let snapshot: CaseSnapshot | null = null;
  let closedAt: Instant | null = null;
  for (const [i, command] of commands.entries()) {
    const law = asOfEdition(env, command.edition);
    const decision: Decision = snapshot === null ? openCase(command, law) : decide(snapshot, command, law);
    if (!decision.ok) throw new HistoryError(i + 1, decision.refusal.code);
    const first: boolean = snapshot === null;
    snapshot = decision.next;
    const { holderUnitId, receivedAt } = snapshot.context;
    for (const row of decision.deadlines) rows.set(row.id, row);
    // Whoever acts does it while he has it: what passes it on is the last that the sender does.
    if (first) held.push({ unitId: holderUnitId, from: receivedAt, acts: [] });
    const { userId, role, unitId } = command.by;
    if (role !== 'engine') held.at(-1)?.acts.push({ seq: i + 1, at: command.at, command: command.type, role, unitId, userId });
    if (held.at(-1)?.unitId !== holderUnitId) held.push({ unitId: holderUnitId, from: command.at, acts: [] });
    closedAt = isClosed(snapshot.procedure, snapshot.state) ? (closedAt ?? command.at) : null;
  }
  if (snapshot === null) throw new RangeError('a history begins with REGISTER');
  const until = closedAt ?? now;
  const { divisionCode, receivedAt, registeredAt } = snapshot.context;
  const calendar = env.calendars.current(divisionCode);
  const workingDays = (from: Instant, to: Instant): number => calendar.workingDaysBetween(epochDayAt(from), epochDayAt(to));

  const duties = [...rows.values()].filter(({ rule, state }) => !NO_DUTIES.includes(rule) && !FELL_AWAY.includes(state));
  const dutyOf = (row: Deadline): DueDuty => {
    const outcome = outcomeOf(row);
    const late = outcome === 'late' || outcome === 'overdue';
    const end = row.doneAt ?? until;
    return {
      deadlineId: row.id,
      rule: row.rule,
      rulePack: row.rulePack,
      unitId: row.owner.unitId,
      dueDate: row.dueDate,
      dueAt: row.dueAt,
      doneAt: row.doneAt,
      outcome,
      lateWorkingDays: late ? Math.max(0, calendar.workingDaysBetween(epochDayOf(row.dueDate), epochDayAt(end))) : 0,
      lateMinutes: late ? minutesBetween(row.dueAt, end) : 0,
    };
  };
  const spans = held.map((one, i): HeldSpan => {
    const next = held[i + 1]?.from;
    const to = next ?? closedAt;
    const end = next ?? until;
    // What passes the case on may do the sender's duty in the same instant.
    const inSpan = (at: Instant): boolean => (i === 0 || at > one.from) && (next === undefined || at <= next);
    return {
      unitId: one.unitId,
      from: one.from,
      to,
      minutes: minutesBetween(one.from, end),
      workingDays: Math.max(0, workingDays(one.from, end)),
      acts: one.acts,
      duties: duties.filter((row) => inSpan(instantOf(row, until))).map(dutyOf),
    };
  });
  return { receivedAt, registeredAt, closedAt, spans };
}
