/** A row of a ledger's table, whatever the file: the first one is the header. */
export interface LedgerTableRow {
  /** Line of the file (of a sheet: number of the row) on which it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row can't be read. */
  readonly broken: string | null;
}
