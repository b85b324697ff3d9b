import { derivedCaseId } from '#libs/engine';
import { csvRows } from './csv-rows.ts';
import { mappingFor } from './mapping.ts';
import type { LedgerField, LedgerMapping } from './mapping.ts';
import { sheetRows } from './sheet-rows.ts';
import type { LedgerTableRow } from './table-row.ts';

/** One record of the file: our fields as text (empty ones left out), or why the record can't be read. */
export interface LedgerRecord {
  /** Line of the file on which the record starts, 1 being the header. */
  readonly line: number;
  readonly cells: Partial<Record<LedgerField, string>>;
  /** The record as it stood, for the file of errors. */
  readonly raw: readonly string[];
  readonly broken: string | null;
}

export interface Ledger {
  readonly header: readonly string[];
  readonly mapping: LedgerMapping;
  readonly records: AsyncIterable<LedgerRecord>;
}

/**
 * Opens a ledger, CSV or XLSX by its name's ending, and streams its records. A record with the wrong number of cells is reported
 * as broken; it never stops the rest.
 *
 * @param sheet of a workbook; null: the first one
 * @throws MappingError when the header lacks a required column
 * @throws WorkbookError for a file that is no workbook, or one that isn't safe to open
 */
export async function openLedger(path: string, mapFile: string | null, sheet: string | null = null): Promise<Ledger> {
  const workbook = path.toLowerCase().endsWith('.xlsx');
  const rows = workbook ? sheetRows(path, sheet) : csvRows(path);
  const first = await rows.next();
  const header = first.done === true ? [] : first.value.cells.map((cell) => cell.trim());
  const mapping = mappingFor(header, mapFile);
  return { header, mapping, records: mapped(rows, header, mapping, workbook) };
}

/** @param sparse a sheet ends a row at its last cell that holds something */
async function* mapped(
  rows: AsyncGenerator<LedgerTableRow>,
  header: readonly string[],
  mapping: LedgerMapping,
  sparse: boolean,
): AsyncGenerator<LedgerRecord> {
  const fields = Object.entries(mapping.columns) as [LedgerField, string][];
  const columns = fields.map(([field, column]) => ({ field, at: header.indexOf(column) }));
  for await (const row of rows) {
    const record = sparse ? header.map((_, i) => row.cells[i] ?? '').concat(row.cells.slice(header.length)) : row.cells;
    const wrong = record.length === header.length ? null : `${String(record.length)} cells where the header has ${String(header.length)}`;
    const cells: Partial<Record<LedgerField, string>> = {};
    for (const { field, at } of columns) {
      // Line ends of whatever system the ledger comes from are line breaks.
      const cell = record[at]?.trim().replace(/\r\n?/g, '\n') ?? '';
      if (cell !== '') cells[field] = cell;
    }
    for (const [field, value] of Object.entries(mapping.defaults) as [LedgerField, string][]) cells[field] ??= value;
    for (const [field, words] of Object.entries(mapping.values) as [LedgerField, Readonly<Record<string, string>>][]) {
      const word = cells[field];
      if (word !== undefined && Object.hasOwn(words, word)) cells[field] = words[word] ?? word;
    }
    yield { line: row.line, cells, raw: record, broken: row.broken ?? wrong };
  }
}

/** The id of the case that a ledger row becomes: the same row of the same ledger always gives the same one, so that a second run finds it. */
export function ledgerCaseId(ledger: string, rowId: string): string {
  return derivedCaseId('ledger', ledger, rowId);
}
