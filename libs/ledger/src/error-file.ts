import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Stringifier } from 'csv-stringify';
import type { RowProblem } from './ledger-row.ts';
import type { LedgerRecord } from './read-ledger.ts';

/** `<ledger>.errors.csv` beside the ledger: the rows that were not taken, as they stood, with line, code and reason. */
export class ErrorFile {
  private csv: Stringifier | null = null;
  private file: WriteStream | null = null;

  constructor(
    readonly path: string,
    private readonly header: readonly string[],
  ) {}

  /** The file is made with the first error, so that a clean import leaves none behind. */
  write(record: LedgerRecord, problems: readonly RowProblem[]): Promise<void> {
    const csv = this.open();
    const codes = problems.map(({ code }) => code).join('; ');
    const reasons = problems.map(({ field, message }) => (field === null ? message : `${field}: ${message}`)).join('; ');
    return new Promise((done, failed) => {
      csv.write([String(record.line), codes, reasons, ...record.raw], (error) => {
        if (error) failed(error);
        else done();
      });
    });
  }

  async close(): Promise<void> {
    if (this.csv === null || this.file === null) return;
    this.csv.end();
    await finished(this.file);
  }

  private open(): Stringifier {
    if (this.csv !== null) return this.csv;
    // Cells come from outside and the file is opened in a spreadsheet: formulas are written as text.
    this.csv = stringify({ bom: true, quoted: true, escape_formulas: true, record_delimiter: 'windows' });
    this.file = createWriteStream(this.path);
    this.csv.pipe(this.file);
    this.csv.write(['line', 'error', 'reason', ...this.header]);
    return this.csv;
  }
}
