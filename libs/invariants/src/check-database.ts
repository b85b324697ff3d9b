import type { Pool } from 'pg';
import type { DomainEnv } from '#libs/domain';
import { lawBook } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { readLaw } from '#libs/persistence';
import type { CaseHistory } from './case-history.ts';
import { checkChain } from './check-chain.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkFold } from './check-fold.ts';
import { checkRows } from './check-rows.ts';
import { checkTables } from './check-tables.ts';
import type { Finding } from './finding.ts';
import { readHistories } from './read-histories.ts';

/** What the checker decides stored commands with: as the application, from the database. */
export async function readDomainEnv(pool: Pool): Promise<DomainEnv> {
  const directory = new DirectoryService(pool);
  await directory.reload();
  const { material, editions } = await readLaw(pool);
  return lawBook(material, editions, directory);
}

/** Everything that is wrong with one case; a broken chain is reported first, then what follows from the law. */
export function checkCase(history: CaseHistory, env: DomainEnv): readonly Finding[] {
  return [...checkChain(history), ...checkFold(history, env), ...checkDeadlines(history, env), ...checkRows(history)];
}

export interface CheckProgress {
  readonly cases: number;
  readonly events: number;
}

/**
 * Walks through the whole database, a page of cases at a time, and yields what is wrong. Reads only, and in one snapshot, so that it
 * may be run beside a working application.
 */
export async function* checkDatabase(
  pool: Pool,
  env: DomainEnv,
  progress: (so: CheckProgress) => void = () => undefined,
): AsyncGenerator<Finding> {
  const reader = await pool.connect();
  try {
    await reader.query('begin isolation level repeatable read, read only');
    let cases = 0;
    let events = 0;
    for await (const history of readHistories(reader)) {
      cases += 1;
      events += history.events.length;
      yield* checkCase(history, env);
      progress({ cases, events });
    }
    yield* await checkTables(reader);
  } finally {
    await reader.query('rollback');
    reader.release();
  }
}
