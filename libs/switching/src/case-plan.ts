import type {
  BilingualText,
  CaseContext,
  CivilDate,
  Deadline,
  DomainEnv,
  Instant,
  KeptReason,
  LawSubject,
  OpenDeadline,
  ProcedureId,
} from '#libs/domain';
import { migrate, proceduresOf, rebase, rederive } from '#libs/domain';

/** A case as far as a switch looks at it. */
export interface ReachedCase {
  readonly id: string;
  readonly division: string;
  readonly sealed: boolean;
  readonly procedure: ProcedureId;
  readonly version: number;
  readonly state: string;
  readonly open: readonly OpenDeadline[];
  /** Left out where only clocks are looked at. */
  readonly context?: CaseContext;
}

/** What a due date is derived from, so that both derivations can be shown. */
export type ClockInputs = Pick<Deadline, 'rule' | 'rulePack' | 'calendarVersion' | 'triggerAt' | 'extensionDays' | 'pauses' | 'fixedDate'>;

/** One running clock that the switch reaches. */
export interface PlannedClock {
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: CivilDate;
  /** Null: it stays, for the reason in `why`. */
  readonly to: CivilDate | null;
  readonly why: KeptReason | null;
  readonly before: ClockInputs;
  readonly after: ClockInputs | null;
}

export interface PlannedMigration {
  readonly from: number;
  readonly to: number;
  readonly state: string;
  /** Null: the case stays on its version. */
  readonly stateAfter: string | null;
  readonly why: { readonly code: string; readonly reason: BilingualText } | null;
}

/** What a switch does to one case. The command does precisely this, or nothing. */
export interface CasePlan {
  readonly command: { readonly type: 'REDERIVE' | 'REBASE' | 'MIGRATE'; readonly payload: Readonly<Record<string, unknown>> } | null;
  readonly clocks: readonly PlannedClock[];
  readonly migration: PlannedMigration | null;
}

function inputsOf({ rule, rulePack, calendarVersion, triggerAt, extensionDays, pauses, fixedDate }: Deadline): ClockInputs {
  return { rule, rulePack, calendarVersion, triggerAt, extensionDays, pauses, fixedDate };
}

interface Moved {
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

function plannedMoves(moved: readonly Moved[], before: readonly OpenDeadline[], after: readonly OpenDeadline[]): readonly PlannedClock[] {
  return moved.flatMap(({ deadlineId, rule, from, to }) => {
    const [old, renewed] = [before, after].map((clocks) => clocks.find(({ id }) => id === deadlineId));
    if (old === undefined || renewed === undefined) return [];
    return [{ deadlineId, rule, from, to, why: null, before: inputsOf(old), after: inputsOf(renewed) }];
  });
}

const movesOf = (moved: readonly Moved[]): readonly Omit<Moved, 'rule'>[] =>
  moved.map(({ deadlineId, from, to }) => ({ deadlineId, from, to }));

function byCalendar(reached: ReachedCase, version: string, env: DomainEnv, at: Instant): CasePlan | null {
  const calendar = env.calendars.version(version);
  // A region with a calendar of its own keeps it.
  if (calendar === undefined || env.calendars.current(reached.division).version !== version) return null;
  const { rows, open, moved } = rederive(reached.open, calendar, at, env);
  if (rows.length === 0) return null;
  const payload = { calendarVersion: version, moves: movesOf(moved) };
  return { command: { type: 'REDERIVE', payload }, clocks: plannedMoves(moved, reached.open, open), migration: null };
}

function byRulePack(reached: ReachedCase, id: string, env: DomainEnv, at: Instant): CasePlan | null {
  const pack = env.rulePacks.find((one) => one.id === id);
  if (pack === undefined) return null;
  const { open, moved, kept } = rebase(reached.open, pack, { at, region: reached.division, env });
  if (moved.length + kept.length === 0) return null;
  const staying = kept.flatMap(({ deadlineId, rule, dueDate, why }): readonly PlannedClock[] => {
    const clock = reached.open.find((one) => one.id === deadlineId);
    return clock === undefined ? [] : [{ deadlineId, rule, from: dueDate, to: null, why, before: inputsOf(clock), after: null }];
  });
  return {
    command: moved.length === 0 ? null : { type: 'REBASE', payload: { rulePack: id, moves: movesOf(moved) } },
    clocks: [...plannedMoves(moved, reached.open, open), ...staying],
    migration: null,
  };
}

function byVersion(reached: ReachedCase, to: number, env: DomainEnv): CasePlan | null {
  const { procedure, version: from, state, open, context } = reached;
  if (context === undefined || from >= to) return null;
  const migrated = migrate({ procedure, procedureVersion: from, state, open, context }, to, proceduresOf(env));
  if (!migrated.ok) {
    const { code, reason } = migrated;
    return { command: null, clocks: [], migration: { from, to, state, stateAfter: null, why: { code, reason } } };
  }
  return {
    command: { type: 'MIGRATE', payload: { to, state } },
    clocks: [],
    migration: { from, to, state, stateAfter: migrated.snapshot.state, why: null },
  };
}

/**
 * What the switch would do to a case at legal time `at`, by the very functions that will do it; null where it doesn't reach it.
 *
 * @param env the law as it will be.
 */
export function planCase(subject: LawSubject, reached: ReachedCase, env: DomainEnv, at: Instant): CasePlan | null {
  if (subject.kind === 'calendar') return byCalendar(reached, subject.id, env, at);
  if (subject.kind === 'rule-pack') return byRulePack(reached, subject.id, env, at);
  return byVersion(reached, subject.version, env);
}
