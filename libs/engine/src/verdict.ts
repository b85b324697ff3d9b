import type { Accepted, CaseCommand, Instant, ProjectedCase } from '#libs/domain';
import type { SealedParty } from '#libs/identity';
import type { LoadedCase } from './loaded-case.ts';
import type { Pending } from './pending.ts';
import type { Done, Outcome, RecordedAnswer } from './requests.ts';
import type { StoredEvent } from './stored-event.ts';

export interface SealedDocument {
  readonly id: string;
  readonly field: string;
  readonly cipher: Buffer;
  readonly digest: string;
}

/** An accepted command with everything that its transaction writes. */
export interface CaseWrite {
  readonly kind: 'write';
  readonly pending: Pending;
  readonly command: CaseCommand;
  readonly accepted: Accepted;
  readonly type: string;
  readonly event: StoredEvent;
  readonly recordedAt: Instant;
  /** Null for a registration. */
  readonly before: LoadedCase | null;
  readonly after: LoadedCase;
  readonly projected: ProjectedCase;
  /** Heads of the cases that the decision looked at besides. */
  readonly refs: readonly (readonly [caseId: string, headHash: string])[];
  readonly documents: readonly SealedDocument[];
  /** Of a registration: the wrapped data key and the parties. */
  readonly identity: { readonly wrapped: Buffer; readonly parties: readonly SealedParty[]; readonly queryHash: Buffer } | null;
  /** The list title: null leaves it as it is. */
  readonly title: string | null;
  readonly answer: RecordedAnswer | null;
  readonly outcome: Done;
}

/** A refusal whose answer is recorded under its key. */
export interface KeyWrite {
  readonly kind: 'key';
  readonly pending: Pending;
  readonly recordedAt: Instant;
  readonly answer: RecordedAnswer;
  readonly outcome: Outcome;
}

/** Nothing is written. */
export interface Answered {
  readonly kind: 'answered';
  readonly pending: Pending;
  readonly outcome: Outcome;
}

export type Verdict = CaseWrite | KeyWrite | Answered;
