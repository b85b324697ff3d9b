import type { CommandToSend, RecordToOpen } from '#libs/domain';

/** A row that is somebody's for a while. */
export interface LeasedRow {
  /** bigint as text. */
  readonly id: string;
  readonly topic: string;
  readonly attempt: number;
  readonly tries: number;
  readonly error: string | null;
}

/** A leased row that asks for records to be opened, or for other cases to be told. */
export interface LeasedRecord extends LeasedRow {
  readonly payload: { readonly opens: readonly RecordToOpen[]; readonly sends?: readonly CommandToSend[] };
}

export interface FailedRow {
  readonly id: string;
  readonly reason: string;
}

/** The outbox as the relay sees it. */
export interface LeasableOutbox {
  /**
   * Of notices, and of whatever nobody consumes: up to `limit` rows that are neither done nor somebody's, oldest first; nobody else gets them for so many ms. Of those that are tried
   * alone up to `alone` more.
   */
  lease(limit: number, forMs: number, alone: number): Promise<readonly LeasedRow[]>;
  /** Gives leases back, unless somebody has leased the row since. */
  release(rows: readonly LeasedRow[]): Promise<void>;
  /** Makes dead letters of rows that aren't done. @returns how many */
  bury(rows: readonly FailedRow[]): Promise<number>;
}

/** The outbox as the consumer of its rows sees it; the effects are written through a `Transaction`. */
export interface ConsumableOutbox<Transaction> {
  /** Before a row is tried that has taken a process with it, perhaps. */
  countTry(ids: readonly string[]): Promise<void>;
  /** All that `work` writes, or nothing; nothing when a statement of it takes longer than that. */
  inTransaction(work: (transaction: Transaction) => Promise<void>, longestMs: number): Promise<void>;
  /**
   * Writes down why rows failed and lets them rest, twice as long every time.
   * @param counted the try was counted before it was made
   * @returns the rows, if they aren't done meanwhile
   */
  rest(
    rows: readonly FailedRow[],
    counted: boolean,
    firstPauseMs: number,
  ): Promise<readonly { readonly id: string; readonly tries: number; readonly error: string }[]>;
  bury(rows: readonly FailedRow[]): Promise<number>;
}
