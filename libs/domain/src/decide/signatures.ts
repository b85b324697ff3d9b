import type { CaseCommand } from '../case/command.ts';
import type { AllowedCommand, BilingualText, BlockedCommand, Decision, Refusal } from '../case/decision.ts';
import type { Accepted } from '../case/decision.ts';
import type { Instant } from '../case/deadline.ts';
import type { DomainEnv } from '../case/env.ts';
import type { Actor, CaseContext, CaseSnapshot } from '../case/snapshot.ts';
import type { CaseClass, ProcedureId, Route } from '../case/vocabulary.ts';
import type { CommandSpec } from '../definitions/command-spec.ts';

/** Deadlines of a command take the child ids from here on; below it the caller numbers documents and parties. */
export declare const FIRST_DEADLINE_CHILD: 160;

/** A command on a case, the engine's own included (`DEADLINE_STEP {deadlineId, step, version}`, `REDERIVE {calendarVersion}`). */
export declare function decide(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision;
/** `REGISTER`: the first snapshot, its facts and deadlines. */
export declare function openCase(command: CaseCommand, env: DomainEnv): Accepted | { readonly ok: false; readonly refusal: Refusal };
/** Replays stored commands (the first is REGISTER). @throws when one of them is refused: the history is corrupt. */
export declare function foldCase(commands: readonly CaseCommand[], env: DomainEnv): CaseSnapshot;
/** Exactly what this person may send now, and what he may not with the reason. */
export declare function options(snapshot: CaseSnapshot, actor: Actor, at: Instant, env: DomainEnv): { readonly allowed: readonly AllowedCommand[]; readonly blocked: readonly BlockedCommand[] };
export declare const COMMANDS: Readonly<Record<string, CommandSpec>>;

export type Knowledge = 'full' | 'existence' | 'none';
export declare function knowledge(context: CaseContext, viewer: Actor): Knowledge;

/** Columns of the case row that are computed from the snapshot. */
export interface ProjectedCase {
  readonly class: CaseClass;
  readonly route: Route | null;
  readonly sealed: boolean;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly countyCode: string | null;
  readonly cityCode: string | null;
  readonly provinceCode: string | null;
  readonly holderUnitId: string;
  readonly leadUnitId: string;
  readonly viewerUnitIds: readonly string[];
  /** Sealed and not forwarded yet: this user of `viewerUnitIds` alone (null: that unit's clerks). */
  readonly keeperUserId: string | null;
  readonly nextDueAt: Instant | null;
  readonly overdue: boolean;
  readonly closed: boolean;
}
/** Pure; `closedAt` is the caller's: the instant at which `closed` turned true. */
export declare function projectCase(snapshot: CaseSnapshot): ProjectedCase;

/** Units and cases that must be resolved into the command before `decide` (payload's, the holder's, the actor's). */
export declare function namedUnits(snapshot: CaseSnapshot, type: string, payload: Readonly<Record<string, unknown>>): readonly string[];
export declare function namedCases(type: string, payload: Readonly<Record<string, unknown>>): readonly string[];

export interface TransitionRow {
  readonly from: string;
  readonly command: string;
  readonly to: string;
  /** Names of the guards, see docs/commands.md. */
  readonly rules: readonly string[];
}
export interface ProcedureDefinition {
  readonly id: ProcedureId;
  readonly version: number;
  readonly title: BilingualText;
  readonly basis: BilingualText;
  readonly initial: string;
  readonly states: readonly string[];
  readonly closed: readonly string[];
  readonly transitions: readonly TransitionRow[];
  readonly deadlines: readonly string[];
}
/** Newest version of each procedure first. */
export declare const PROCEDURE_DEFINITIONS: readonly ProcedureDefinition[];
export declare function stateLabel(procedure: ProcedureId, state: string): BilingualText;
export declare function renderDiagram(definition: ProcedureDefinition, live?: { readonly state?: string; readonly path?: readonly string[]; readonly lang?: 'zh' | 'en' }): string;
