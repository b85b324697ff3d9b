import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { ConfigError } from '#libs/config';
import type { Settings } from '#libs/config';
import { DirectoryService } from '#libs/directory';
import { Engine } from '#libs/engine';
import { setLegalClock } from '#libs/installation';
import { IntakePlanner } from '#libs/intake';
import { deadlineHistories, LedgerRegistrar, openLedger, readRow, replayLedger, ruleFigures } from '#libs/ledger';
import type { DeadlineHistory, LedgerRow, RuleFigures } from '#libs/ledger';
import { READ_POOL } from '#libs/persistence';
import { withEngine } from './ledger-engine.ts';
import { ProgressLine } from './progress-line.ts';
import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

interface Replayed {
  readonly messages: number;
  readonly seconds: number;
  readonly rules: readonly RuleFigures[];
  /** With `--json`: every deadline, its case named by the ledger's own row id. */
  readonly deadlines: readonly (Omit<DeadlineHistory, 'caseId'> & { readonly row: string })[];
}

/**
 * `replay FILE.csv [--json]`: lives an answered ledger through again, under the manual clock and in a database of its own
 * that is gone afterwards, and says by rule what became of the deadlines.
 */
export const replayTask: Task = async (context) => {
  const json = context.args.includes('--json');
  const [file, ...others] = context.args.filter((arg) => arg !== '--json');
  if (file === undefined || others.length > 0) throw new ConfigError('name one ledger: npm run replay -- FILE.csv [--json]');
  if (!existsSync(file)) throw new ConfigError(`no such file: ${file}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'jiefen-replay-'));
  const settings: Settings = { ...context.settings, databaseUrl: null, masterKey: null, dataDir, clock: 'manual', demo: false };
  try {
    const replayed = await replay(file, { ...context, settings });
    process.stdout.write(json ? `${JSON.stringify(replayed)}\n` : report(replayed));
    return 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function replay(file: string, context: Parameters<Task>[0]): Promise<Replayed> {
  return withDatabase(
    context,
    (config) =>
      withEngine(config, context.log, async (parts) => {
        const directory = parts.get(DirectoryService, { strict: false });
        const engine = parts.get(Engine);
        const rows = await answeredRows(file, directory, config.city);
        const first = rows.reduce((earliest, { receivedAt }) => (receivedAt < earliest ? receivedAt : earliest), new Date().toISOString());
        await setLegalClock({ ...config, clock: 'manual', clockStart: first });
        const registrar = new LedgerRegistrar(engine, parts.get(IntakePlanner), directory, config.city);
        const line = new ProgressLine('messages', rows.length);
        const started = performance.now();
        const became = await replayLedger(rows, {
          engine,
          directory,
          clerk: registrar.clerk,
          register: (row) => registrar.register(row),
          progress: (done) => {
            line.show(done);
          },
        });
        line.end();
        const seconds = (performance.now() - started) / 1_000;
        const pool = parts.get<Pool>(READ_POOL, { strict: false });
        const rowOf = new Map([...became].map(([row, caseId]) => [caseId, row]));
        const deadlines = (await deadlineHistories(pool)).map(({ caseId, ...deadline }) => ({ row: rowOf.get(caseId) ?? '', ...deadline }));
        return { messages: became.size, seconds, rules: await ruleFigures(pool), deadlines };
      }),
    { throwaway: true },
  );
}

/** Rows that can be lived through: readable, and answered. */
async function answeredRows(file: string, directory: DirectoryService, city: string): Promise<readonly LedgerRow[]> {
  const ledger = await openLedger(file, null);
  const rows: LedgerRow[] = [];
  const now = new Date().toISOString();
  for await (const record of ledger.records) {
    const row = readRow(record, directory, city, now);
    if ('id' in row && row.repliedAt !== null) rows.push(row);
  }
  return rows;
}

function report({ messages, seconds, rules }: Pick<Replayed, 'messages' | 'seconds' | 'rules'>): string {
  const header = ['rule', 'armed', 'in time', 'passed', 'reminded', 'urged', 'supervised'];
  const table = [
    header,
    ...rules.map((rule) => [rule.rule, ...[rule.armed, rule.inTime, rule.passed, rule.reminded, rule.urged, rule.supervised].map(String)]),
  ];
  const widths = header.map((_, i) => Math.max(...table.map((cells) => (cells[i] ?? '').length)));
  const lines = table.map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
  return `${lines.join('\n')}\n${String(messages)} messages lived through in ${seconds.toFixed(1)} s (${(messages / seconds).toFixed(0)} a second)\n`;
}
