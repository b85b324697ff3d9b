import type { Actor, AllowedCommand, CaseSnapshot, Deadline, Fact, Instant, Refusal } from '#libs/domain';
import type { PartyInput } from '#libs/identity';

/** The answer that is recorded under an Idempotency-Key and given again on every replay. */
export interface RecordedAnswer {
  readonly status: number;
  /** JSON. The query code never stands in it: the API puts it in, re-derived. */
  readonly body: unknown;
}

export interface Idempotency {
  /** User (or public client) and route; keys of different scopes never meet. */
  readonly scope: string;
  /** As the client sent it, at most 128 characters. */
  readonly key: string;
  /** SHA-256 (hex) of the request's canonical JSON; another body under the same key is `key-reused`. */
  readonly bodyHash: string;
  /**
   * Pure, called before the write, so that the recorded answer is in the same transaction. Called for `done`, for `refused`
   * of kind `refused` (409) and for `version-conflict`; 400, 403 and 404 are never recorded.
   */
  readonly answer: (outcome: Done | RefusedOutcome | VersionConflict) => RecordedAnswer;
}

/** An old ledger's row. */
export interface ImportMarks {
  /** The id derived from ledger and row, so that a second import finds the case; minted like a command id (last byte zero). */
  readonly caseId: string;
  /** Where ladders start, usually the instant of the import; `'never'` arms nothing (rows that the old ledger had closed). */
  readonly ladderFrom: Instant | 'never';
  /** The closed state that the row comes in with; left out, it starts as any registration does. */
  readonly state?: string;
}

export interface RegisterRequest {
  readonly actor: Actor;
  /** Codes, ids, dates and numbers, `routing` among them; `parties` is added by the engine as references. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Free text by field. `title` also becomes the list title, unless the case is sealed. */
  readonly texts: Readonly<Record<string, string>>;
  readonly parties: readonly PartyInput[];
  /** The id where it follows from something else (`linkedCaseId`), so that there is one of it; minted like a command id (last byte zero). */
  readonly caseId?: string | undefined;
  /** Cases that the registration depends on; they stand in the command as they were, and are compared when it is written. */
  readonly related?: readonly string[] | undefined;
  readonly idempotency?: Idempotency | undefined;
  readonly importMarks?: ImportMarks | undefined;
}

export interface ExecuteRequest {
  readonly caseId: string;
  readonly actor: Actor;
  readonly type: string;
  /** As validated by the contract; the engine takes the free-text fields out into encrypted documents. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of the product's own commands only: texts by field, encrypted like those taken out of a payload. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
  readonly expectedVersion?: number | undefined;
  readonly idempotency?: Idempotency | undefined;
}

/** Committed and fsynced. */
export interface Done {
  readonly kind: 'done';
  readonly caseId: string;
  readonly caseNo: string;
  readonly commandId: string;
  readonly seq: number;
  readonly version: number;
  readonly at: Instant;
  readonly snapshot: CaseSnapshot;
  readonly facts: readonly Fact[];
  /** The deadlines this command touched, as they are now. */
  readonly deadlines: readonly Deadline[];
}

/** The recorded answer of the same key and body. */
export interface Replayed {
  readonly kind: 'replayed';
  readonly status: number;
  readonly body: unknown;
  readonly caseId: string | null;
}

/** An expected no (403, 409 or 400 by `refusal.kind`); nothing was stored but, for 409, the key's answer. */
export interface RefusedOutcome {
  readonly kind: 'refused';
  readonly caseId: string | null;
  readonly refusal: Refusal;
  readonly allowed: readonly AllowedCommand[];
  readonly version: number;
}

export interface VersionConflict {
  readonly kind: 'version-conflict';
  readonly caseId: string;
  readonly version: number;
}

/** No such case, or none that this actor may know of. */
export interface NotFound {
  readonly kind: 'not-found';
}

export interface KeyReused {
  readonly kind: 'key-reused';
}

export type Outcome = Done | Replayed | RefusedOutcome | VersionConflict | NotFound | KeyReused;
