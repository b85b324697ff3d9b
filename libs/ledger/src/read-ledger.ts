import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { mappingFor } from './mapping.ts';
import type { LedgerField, LedgerMapping } from './mapping.ts';

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

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Opens a CSV ledger (UTF-8 with or without BOM, any line ends, line breaks inside quotes) and streams its records. A
 * record with the wrong number of cells is reported as broken; it never stops the rest.
 * @throws MappingError when the header lacks a required column
 */
export async function openLedger(path: string, mapFile: string | null): Promise<Ledger> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 1_000_000 }),
  );
  const records = (parser as Readable)[Symbol.asyncIterator]() as AsyncIterator<ParsedRecord>;
  const first = await records.next();
  const header = first.done === true ? [] : first.value.record.map((cell) => cell.trim());
  const mapping = mappingFor(header, mapFile);
  const startOfRecords = first.done === true ? 1 : first.value.info.lines;
  return { header, mapping, records: mapped(records, header, mapping, startOfRecords) };
}

async function* mapped(
  records: AsyncIterator<ParsedRecord>,
  header: readonly string[],
  mapping: LedgerMapping,
  headerEnd: number,
): AsyncGenerator<LedgerRecord> {
  const fields = Object.entries(mapping.columns) as [LedgerField, string][];
  const columns = fields.map(([field, column]) => ({ field, at: header.indexOf(column) }));
  let previousEnd = headerEnd;
  for (;;) {
    let next: IteratorResult<ParsedRecord>;
    try {
      next = await records.next();
    } catch (error) {
      // A quote that is never closed swallows the rest of the file: what came before it is good.
      yield { line: previousEnd + 1, cells: {}, raw: [], broken: error instanceof Error ? error.message : String(error) };
      return;
    }
    if (next.done === true) return;
    const { record, info } = next.value;
    const line = previousEnd + 1;
    previousEnd = info.lines;
    const broken = record.length === header.length ? null : `${String(record.length)} cells where the header has ${String(header.length)}`;
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
    yield { line, cells, raw: record, broken };
  }
}

/**
 * The id of the case that a ledger row becomes: the same row of the same ledger always gives the same UUID (version 8,
 * RFC 9562), so that a second run finds it. Its last byte is zero, as of every command id.
 */
export function ledgerCaseId(ledger: string, rowId: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['ledger', ledger, rowId]))
    .digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(18, 20)}-${digest.slice(20, 30)}00`;
}
