import type { Deadline } from './deadline.ts';
import type { CaseSnapshot } from './snapshot.ts';
import type { Role } from './vocabulary.ts';

/** Something that happened, past tense, in codes. The first fact of a decision gives the event its type. */
export interface Fact {
  readonly type: string;
  readonly rule?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Somebody to be told. Addressed to roles of a unit, never to named persons; `petitioner` is reached by his own page. */
export interface Notice {
  readonly kind: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  readonly rule?: string;
}

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** An expected no: stable code, the reason in both languages, the article, who may instead and from when. */
export interface Refusal {
  /** `forbidden` → 403, `refused` → 409, `invalid` → 400. */
  readonly kind: 'forbidden' | 'refused' | 'invalid';
  readonly code: string;
  readonly reason: BilingualText;
  readonly basis: string | null;
  readonly whoMay: BilingualText | null;
  readonly from: string | null;
  readonly field?: string;
}

export interface Accepted {
  readonly ok: true;
  readonly next: CaseSnapshot;
  /** True when the case's `version` grows: user commands and state changes, not reminders. */
  readonly versioned: boolean;
  readonly facts: readonly Fact[];
  /** Rows to write: new ones have version 1, changed ones their old version + 1. */
  readonly deadlines: readonly Deadline[];
  readonly notices: readonly Notice[];
  /** Records to be opened beside the case, once each: whoever opens them derives their ids from the keys. */
  readonly opens?: readonly RecordToOpen[];
  /** Commands that follow from it for other cases: whoever sends them does so until each was accepted once. */
  readonly sends?: readonly CommandToSend[];
}

/** A command of the engine's own to another case; sent again, that one refuses it as done. */
export interface CommandToSend {
  readonly caseId: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The registration of a record, in codes. */
export interface RecordToOpen {
  /** What makes it one of its kind: the overdue deadline's id. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export type Decision = Accepted | Refused;

export interface AllowedCommand {
  readonly type: string;
  readonly label: BilingualText;
}

export interface BlockedCommand extends AllowedCommand {
  readonly code: string;
  readonly reason: BilingualText;
  readonly basis: string | null;
  readonly whoMay: BilingualText | null;
  readonly from: string | null;
}
