import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { CellValue } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { checkInflatedSize, WorkbookError } from './inflated-size.ts';
import type { LedgerTableRow } from './table-row.ts';

/**
 * The rows of a workbook's sheet. A formula counts as the value that was saved with it, nothing is evaluated; a date cell is its
 * civil date and time, whichever epoch (1900, 1904) the workbook counts from.
 *
 * @param sheet its name; null: the first one
 * @throws WorkbookError when the file is no workbook that is safe to open, or has no such sheet
 */
export async function* sheetRows(path: string, sheet: string | null): AsyncGenerator<LedgerTableRow> {
  await checkInflatedSize(path);
  let empty = true;
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet ?? 0 })) {
      empty = false;
      const row = textsOf(values);
      if (row.cells.some((cell) => cell !== '')) yield { line: index + 1, ...row };
    }
  } catch (error) {
    throw new WorkbookError(error instanceof Error ? error.message : String(error));
  }
  if (empty && sheet !== null) throw new WorkbookError(`there is no sheet ${sheet}, or nothing stands in it`);
}

function textsOf(values: readonly CellValue[]): Pick<LedgerTableRow, 'cells' | 'broken'> {
  let broken: string | null = null;
  const cells = values.map((value, i) => {
    // Spreadsheets keep 15 digits: an ID number or telephone that was typed as a number is no longer what it was.
    if (typeof value === 'number' && !Number.isSafeInteger(value) && Math.abs(value) > Number.MAX_SAFE_INTEGER)
      broken = `cell ${String(i + 1)} holds a number too long to be exact: format the column as text`;
    return textOf(value);
  });
  return { cells, broken };
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return civilText(value);
  return String(value);
}

/** Workbooks know no time zone: what the cell shows is the civil time of whoever typed it. */
function civilText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = text.slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
