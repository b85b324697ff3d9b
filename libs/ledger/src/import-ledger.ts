import { setTimeout as pause } from 'node:timers/promises';
import type { Directory, Instant } from '#libs/domain';
import type { Outcome } from '#libs/engine';
import { EngineOverloaded } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import type { ErrorFile } from './error-file.ts';
import { readRow } from './ledger-row.ts';
import type { LedgerRow, RowProblem } from './ledger-row.ts';
import { ledgerCaseId } from './read-ledger.ts';
import type { Ledger, LedgerRecord } from './read-ledger.ts';

export interface ImportParts {
  readonly directory: Directory;
  readonly city: string;
  readonly now: Instant;
  /** Which of these ids are cases already. */
  readonly existing: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Null in a dry run: everything is read and checked, nothing is registered. */
  readonly register: ((row: LedgerRow, caseId: string) => Promise<Outcome>) | null;
  readonly errors: ErrorFile;
  readonly progress: (read: number) => void;
}

export interface ImportReport {
  readonly read: number;
  readonly registered: number;
  /** Were cases already: an earlier run, whole or broken off, had them. */
  readonly known: number;
  readonly wrong: number;
}

/** Rows looked up and registered together: enough to fill the engine's groups, little enough to hold in memory. */
const CHUNK = 256;
/** Of a row while the engine is overloaded; a second or so lies between two. */
const ATTEMPTS = 30;

/**
 * Registers every good row of a ledger once, however often it is run and wherever it was broken off: a row's case id is
 * derived from ledger and row id. Rows that can't be registered go to the file of errors and never stop the others.
 */
export async function importLedger(ledger: Ledger, parts: ImportParts): Promise<ImportReport> {
  const report = { read: 0, registered: 0, known: 0, wrong: 0 };
  const seen = new Set<string>();
  const reject = async (record: LedgerRecord, problems: readonly RowProblem[]): Promise<void> => {
    report.wrong += 1;
    await parts.errors.write(record, problems);
  };

  const settle = async (chunk: readonly Readied[]): Promise<void> => {
    reachFaultPoint('import.before-chunk');
    const known = await parts.existing(chunk.map(({ caseId }) => caseId));
    await Promise.all(
      chunk.map(async ({ record, row, caseId }) => {
        if (known.has(caseId)) report.known += 1;
        else if (parts.register === null) report.registered += 1;
        else {
          const problems = await registerOne(parts.register, row, caseId);
          if (problems.length === 0) report.registered += 1;
          else await reject(record, problems);
        }
      }),
    );
    reachFaultPoint('import.after-chunk');
    parts.progress(report.read);
  };

  let chunk: Readied[] = [];
  for await (const record of ledger.records) {
    report.read += 1;
    const row = readRow(record, parts.directory, parts.city, parts.now);
    if (!('id' in row)) await reject(record, row);
    else if (seen.has(row.id))
      await reject(record, [{ field: 'id', code: 'row.twice', message: `the id stands in the file before: ${row.id}` }]);
    else {
      seen.add(row.id);
      chunk.push({ record, row, caseId: ledgerCaseId(ledger.mapping.ledger, row.id) });
    }
    if (chunk.length >= CHUNK) {
      await settle(chunk);
      chunk = [];
    }
  }
  await settle(chunk);
  return report;
}

interface Readied {
  readonly record: LedgerRecord;
  readonly row: LedgerRow;
  readonly caseId: string;
}

async function registerOne(register: NonNullable<ImportParts['register']>, row: LedgerRow, caseId: string): Promise<readonly RowProblem[]> {
  try {
    const outcome = await withPatience(() => register(row, caseId));
    if (outcome.kind === 'done') return [];
    const why = outcome.kind === 'refused' ? outcome.refusal : null;
    return [{ field: null, code: why?.code ?? `row.${outcome.kind}`, message: why?.reason.en ?? outcome.kind }];
  } catch (error) {
    return [{ field: null, code: 'row.failed', message: error instanceof Error ? error.message : String(error) }];
  }
}

/** A row that a busy engine turned away comes again: its case id is the same, so it can't be registered twice. */
async function withPatience(register: () => Promise<Outcome>): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await register();
    } catch (error) {
      if (!(error instanceof EngineOverloaded) || attempt === ATTEMPTS) throw error;
      await pause(error.retryAfterSeconds * 1_000);
    }
  }
}
