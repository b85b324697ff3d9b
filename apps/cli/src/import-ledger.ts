import { existsSync, readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { ConfigError } from '#libs/config';
import { DirectoryService } from '#libs/directory';
import { Engine } from '#libs/engine';
import { IntakePlanner } from '#libs/intake';
import { ErrorFile, importLedger, LedgerRegistrar, openLedger } from '#libs/ledger';
import type { LedgerRow } from '#libs/ledger';
import { READ_POOL } from '#libs/persistence';
import { withEngine } from './ledger-engine.ts';
import { ProgressLine } from './progress-line.ts';
import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

const USAGE = 'npm run import -- FILE.csv|FILE.xlsx [--dry-run] [--map mapping.json] [--sheet NAME]';

/**
 * `import FILE.csv` (or `.xlsx`: the first sheet, or the one named): registers the rows of an old ledger. Rows that can't be taken stand, with the reason, in
 * `FILE….errors.csv`; run again, it takes only what is not there yet. Exit code 0 when every row is a case, else 2.
 */
export const importTask: Task = async (context) => {
  const { file, map, sheet, dryRun } = argumentsOf(context.args);
  const mapText = map === undefined ? null : readFileSync(map, 'utf8');
  const ledger = await openLedger(file, mapText, sheet ?? null);
  const errors = new ErrorFile(`${file}.errors.csv`, ledger.header);
  const line = new ProgressLine('rows');
  const report = await withDatabase(context, (config) =>
    withEngine(config, context.log, async (parts) => {
      const engine = parts.get(Engine);
      const directory = parts.get(DirectoryService, { strict: false });
      const pool = parts.get<Pool>(READ_POOL, { strict: false });
      const registrar = new LedgerRegistrar(engine, parts.get(IntakePlanner), directory, config.city);
      const now = await engine.now();
      return importLedger(ledger, {
        directory,
        city: config.city,
        now,
        existing: async (ids) => {
          const { rows } = await pool.query<{ id: string }>('select id from jiefen.cases where id = any($1)', [ids]);
          return new Set(rows.map(({ id }) => id));
        },
        register: dryRun
          ? null
          : (row: LedgerRow, caseId: string) =>
              // What the old ledger had answered is history: it comes in closed and arms nothing.
              registrar.register(
                row,
                row.repliedAt === null ? { caseId, ladderFrom: now } : { caseId, ladderFrom: 'never', state: 'archived' },
              ),
        errors,
        progress: (read) => {
          line.show(read);
        },
      });
    }),
  );
  await errors.close();
  line.end();
  const { read, registered, known, wrong } = report;
  process.stdout.write(
    `${String(read)} rows: ${String(registered)} ${dryRun ? 'would be registered' : 'registered'}, ${String(known)} were there already, ${String(wrong)} not taken\n`,
  );
  if (wrong > 0) process.stdout.write(`what is wrong with them stands in ${errors.path}\n`);
  return wrong > 0 ? 2 : 0;
};

interface Arguments {
  readonly file: string;
  readonly map: string | undefined;
  readonly sheet: string | undefined;
  readonly dryRun: boolean;
}

function argumentsOf(args: readonly string[]): Arguments {
  let file: string | undefined;
  let map: string | undefined;
  let sheet: string | undefined;
  let dryRun = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--dry-run') dryRun = true;
    else if (arg === '--map') map = args[++i];
    else if (arg === '--sheet') sheet = args[++i];
    else if (arg.startsWith('-') || file !== undefined) throw new ConfigError(`${arg} is not understood: ${USAGE}`);
    else file = arg;
  }
  if (file === undefined) throw new ConfigError(`name the ledger: ${USAGE}`);
  for (const path of [file, ...(map === undefined ? [] : [map])]) if (!existsSync(path)) throw new ConfigError(`no such file: ${path}`);
  return { file, map, sheet, dryRun };
}
