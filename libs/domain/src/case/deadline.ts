import type { Role } from './vocabulary.ts';

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type CivilDate = string;
/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string;

export type DeadlineState = 'armed' | 'paused' | 'met' | 'fired' | 'cancelled' | 'superseded';

/** The days `from` … the day before `to` are not counted; an open pause has no `to` yet. */
export interface Pause {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface DeadlineOwner {
  readonly role: Role;
  readonly unitId: string | null;
}

export type LadderStep = 'remind' | 'pass' | 'urge' | 'supervise' | 'escalate';

/**
 * A deadline as stored: its inputs and the digest of its derivation; the derivation itself is computed on reading by the
 * same pure code and must give the same digest.
 */
export interface Deadline {
  /** UUID, derived from the id of the command that armed it. */
  readonly id: string;
  readonly rule: string;
  readonly state: DeadlineState;
  readonly triggerAt: Instant;
  readonly rulePack: string;
  readonly calendarVersion: string;
  readonly extensionDays: number;
  readonly pauses: readonly Pause[];
  /** Set where a person set the date (PET-ASSIGN); then nothing is counted. */
  readonly fixedDate: CivilDate | null;
  readonly dueDate: CivilDate;
  /** 00:00 Asia/Shanghai of the day after `dueDate`. */
  readonly dueAt: Instant;
  readonly digest: string;
  readonly owner: DeadlineOwner;
  /** Grows with every change; a job or sweep that names an older one changes nothing. */
  readonly version: number;
  /** The next rung of the rule's ladder and its instant; null when nothing more will happen by itself. */
  readonly nextStep: number | null;
  readonly nextAt: Instant | null;
  /** Import of an old ledger: no reminder before this instant, and a limit that had passed is urged and supervised from here on. */
  readonly ladderFrom: Instant | null;
  readonly firedAt: Instant | null;
  readonly doneAt: Instant | null;
}

/** A deadline that the case still has to mind: armed, paused, or fired and not yet done. */
export type OpenDeadline = Deadline & { readonly state: 'armed' | 'paused' | 'fired' };
