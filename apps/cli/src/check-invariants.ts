import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkClientLog, checkDatabase, INVARIANTS, readDomainEnv } from '#libs/invariants';
import type { Acknowledged, Finding } from '#libs/invariants';
import { createPool } from '#libs/persistence';
import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

/** More than this are counted, not shown. */
const SHOWN = 200;

/**
 * `check-invariants [client.log]`: walks through every case and says, a line each, what contradicts what must always be true; with
 * a client's log (a JSON object a line: caseId, and version, seq or key {scope, key}) also what was acknowledged and isn't there.
 * Ends with 1 when anything was found.
 */
export const checkInvariants: Task = async (context) => {
  const [logFile] = context.args;
  let found = 0;
  const report = ({ code, caseId, seq, detail }: Finding): void => {
    found += 1;
    if (found <= SHOWN)
      process.stdout.write(`${code} case ${caseId ?? '-'} event ${String(seq ?? '-')}: ${detail} (not so: ${INVARIANTS[code]})\n`);
  };
  let checked = { cases: 0, events: 0 };
  await withDatabase(context, async (config) => {
    const pool = createPool(config.databaseUrl, { name: 'check', max: 2, statementTimeout: 600_000 });
    try {
      const findings = checkDatabase(pool, await readDomainEnv(pool), (so) => {
        checked = so;
      });
      for await (const finding of findings) report(finding);
      if (logFile !== undefined) (await checkClientLog(pool, acknowledgedIn(logFile))).forEach(report);
    } finally {
      await pool.end();
    }
  });
  process.stdout.write(
    `${String(checked.cases)} cases, ${String(checked.events)} events checked: ${found === 0 ? 'nothing found' : `${String(found)} findings`}\n`,
  );
  return found === 0 ? 0 : 1;
};

async function* acknowledgedIn(file: string): AsyncGenerator<Acknowledged> {
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') yield JSON.parse(line) as Acknowledged;
}
