import type { CivilDate, Deadline, Instant, LadderStep, OpenDeadline, Pause } from '../case/deadline.ts';
import type { BilingualText, Fact } from '../case/decision.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Rule, RulePack } from '../rule-packs/rule.ts';
import type { DeadlineChanges, DeadlineEffect, DeadlineEnv, EffectContext } from './deadline-effects.ts';

export type DerivationKind = 'start' | 'counted' | 'weekend' | 'holiday' | 'make-up-workday' | 'paused' | 'extended' | 'rolled';
export interface DerivationEntry { readonly date: CivilDate; readonly kind: DerivationKind; readonly note: string; readonly noteEn: string }
export interface DerivationInput {
  readonly rule: Rule;
  readonly calendar: Calendar;
  readonly triggerAt: Instant;
  readonly extensionDays: number;
  readonly pauses: readonly Pause[];
  readonly fixedDate: CivilDate | null;
}
export interface Derived { readonly dueDate: CivilDate; readonly dueAt: Instant; readonly provisional: boolean; readonly digest: string }
export declare function deriveDueDate(input: DerivationInput): Derived;
export declare function derive(input: DerivationInput): Derived & { readonly derivation: readonly DerivationEntry[] };

export interface ExplainRequest {
  readonly rule: string;
  readonly region: string;
  readonly triggerAt: Instant;
  readonly extensionDays?: number;
  readonly pauses?: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly dueDate?: CivilDate;
}
export interface Explanation {
  readonly rule: string; readonly title: BilingualText; readonly basis: string; readonly basisEn: string; readonly rulePack: string;
  readonly calendarVersion: string; readonly provisional: boolean; readonly dueDate: CivilDate; readonly dueAt: Instant;
  readonly derivation: readonly DerivationEntry[];
}
export type ExplainResult =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly status: 404 | 400; readonly code: string; readonly reason: BilingualText; readonly field: string | null };
export declare function explainDeadline(request: ExplainRequest, env: DeadlineEnv & { readonly directory?: { division(code: string): unknown } }): ExplainResult;

export declare function applyDeadlineEffects(open: readonly OpenDeadline[], effects: readonly DeadlineEffect[], context: EffectContext): DeadlineChanges;

export type ClimbResult =
  | { readonly stale: true }
  | { readonly stale: false; readonly row: Deadline; readonly step: LadderStep; readonly fact: Fact; readonly noticeKind: string };
export declare function climbRung(deadline: Deadline, rung: { readonly step: number; readonly version: number }, at: Instant, env: DeadlineEnv): ClimbResult;

export interface MovedDeadline { readonly deadlineId: string; readonly rule: string; readonly from: CivilDate; readonly to: CivilDate }
export declare function rederive(open: readonly OpenDeadline[], calendar: Calendar, at: Instant, env: DeadlineEnv): { readonly rows: readonly Deadline[]; readonly open: readonly OpenDeadline[]; readonly moved: readonly MovedDeadline[] };

export interface Remaining { readonly days: number; readonly workingDays: number }
export declare function remaining(deadline: Deadline, now: Instant, calendar: Calendar): Remaining;

export interface PresentedDeadline {
  readonly id: string; readonly rule: string; readonly title: BilingualText; readonly basis: string; readonly basisEn: string;
  readonly owner: Deadline['owner']; readonly state: Deadline['state']; readonly dueDate: CivilDate; readonly dueAt: Instant;
  readonly doneAt?: Instant; readonly remaining: Remaining; readonly derivation: readonly DerivationEntry[];
}
export declare function presentDeadline(deadline: Deadline, now: Instant, env: DeadlineEnv): PresentedDeadline;
export type { RulePack };
