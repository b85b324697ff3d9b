import type { Deadline, Instant } from '#libs/domain';

/** A case as stored, as the checker reads it: instants as ISO text, rows as the engine writes them. */
export interface StoredCase {
  readonly id: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly state: string;
  readonly version: number;
  readonly seq: number;
  readonly headHash: string;
  readonly lastAt: Instant;
  readonly closedAt: Instant | null;
  readonly context: unknown;
  readonly open: unknown;
  readonly projection: Readonly<Record<string, unknown>>;
}

export interface StoredEventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly commandId: string;
  readonly body: string;
  readonly hash: string;
  readonly prevHash: string | null;
}

export interface StoredDocumentRow {
  readonly id: string;
  readonly seq: number;
  readonly field: string;
  readonly digest: string;
  /** The ciphertext is the one that was digested. */
  readonly intact: boolean;
}

export interface CaseHistory {
  readonly row: StoredCase;
  readonly events: readonly StoredEventRow[];
  readonly deadlines: readonly (Deadline & { readonly endedSeq: number | null })[];
  readonly documents: readonly StoredDocumentRow[];
  readonly partyIds: readonly string[];
  /** Events of this case that have an outbox row or notices. */
  readonly toldSeqs: ReadonlySet<number>;
}
