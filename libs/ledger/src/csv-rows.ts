import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { LedgerTableRow } from './table-row.ts';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The rows of a CSV file (UTF-8 with or without BOM, any line ends, line breaks inside quotes). */
export async function* csvRows(path: string): AsyncGenerator<LedgerTableRow> {
  const parser = createReadStream(path).pipe(
    parse({ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: 1_000_000 }),
  );
  let line = 1;
  try {
    for await (const { record, info } of parser as Readable & AsyncIterable<ParsedRecord>) {
      yield { line, cells: record, broken: null };
      line = info.lines + 1;
    }
  } catch (error) {
    // A quote that is never closed swallows the rest of the file: what came before it is good.
    yield { line, cells: [], broken: error instanceof Error ? error.message : String(error) };
  }
}
