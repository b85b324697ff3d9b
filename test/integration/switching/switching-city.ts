import type { Pool } from 'pg';
import { SUGGESTION_TWO } from '../../../libs/domain/src/law/suggestion-two.fixture.ts';
import type { DomainEnv } from '#libs/domain';
import { lawBook, PROCEDURE_DEFINITIONS } from '#libs/domain';
import { checkDatabase } from '#libs/invariants';
import { createLog } from '#libs/observability';
import { keepFirstEdition, latestEdition, readLaw } from '#libs/persistence';
import { LawSwitches, SwitchRunner } from '#libs/switching';
import type { OpenEngine } from '../../support/engine-city.ts';
import { engineCity, openEngine } from '../../support/engine-city.ts';

const PROCEDURES = [SUGGESTION_TWO, ...PROCEDURE_DEFINITIONS];
export const city = engineCity();

/** The law as one process of the application holds it: read at the start and when somebody says that there is news. */
export class ProcessLaw {
  #env: DomainEnv = city.env;
  reads = 0;

  constructor(private readonly pool: Pool) {}

  current(): DomainEnv {
    return this.#env;
  }

  async refresh(): Promise<boolean> {
    if ((await latestEdition(this.pool)) === this.#env.law?.edition) return false;
    await this.read();
    return true;
  }

  async read(): Promise<void> {
    this.reads += 1;
    const { material, editions } = await readLaw(this.pool, PROCEDURES);
    this.#env = lawBook(material, editions, city.directory);
  }
}

export interface SwitchingProcess extends OpenEngine {
  readonly law: ProcessLaw;
  readonly switches: LawSwitches;
  readonly runner: SwitchRunner;
}

/** One process: engine, law, switches; its procedures have a second version of suggestions. `pool` is the owner's, for reading. */
export async function openProcess(url: string, pool: Pool): Promise<SwitchingProcess> {
  // The installation began before the second version was shipped.
  await keepFirstEdition(pool);
  const law = new ProcessLaw(pool);
  await law.read();
  const open = await openEngine(url, city, { env: () => law.current(), refreshLaw: () => law.refresh() });
  const switches = new LawSwitches(open.readPool, city.directory, open.engine, law, PROCEDURES);
  const runner = new SwitchRunner(open.readPool, open.engine, law, createLog({ app: 'test', level: 'error' }));
  return { ...open, law, switches, runner };
}

/** Everything that the checker finds wrong. */
export async function findings(pool: Pool, env: DomainEnv): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { code, detail } of checkDatabase(pool, env)) found.push(`${code}: ${detail}`);
  return found;
}
