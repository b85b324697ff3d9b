import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { cityUnits, readSeedData } from '#libs/demo-city';
import type { Engine } from '#libs/engine';
import { engineCity } from '../../test/support/engine-city.ts';
import { CLONE_SCHEMA, cloneStatements, SOME_MIDNIGHT } from './clone-statements.ts';
import type { Stage, Template } from './templates.ts';
import { makeTemplates, STAGES } from './templates.ts';

/** Rows written in one transaction. */
const CHUNK = 5_000;
/** Clones of one chunk have one template; so many chunks have different ones. */
const CHECKED = 200;

/** A stock of cases as a city has after years: clones of cases that the engine has made. */
export class Stock {
  private constructor(
    private readonly pool: Pool,
    private readonly templates: readonly Template[],
  ) {}

  /** @param pool of the owner @param engine makes the templates; null where there are some */
  static async open(pool: Pool, engine: Engine | null): Promise<Stock> {
    await pool.query(CLONE_SCHEMA);
    const read = async (): Promise<readonly Template[]> =>
      (await pool.query<Template>('select id as "caseId", stage from stock.templates order by id')).rows;
    let templates = await read();
    if (templates.length === 0) {
      if (engine === null) throw new Error('the folder has no stock: `npm run bench -- prepare <folder>` makes one');
      const city = engineCity();
      const counties = [...new Set(cityUnits(readSeedData()).map(({ division }) => division))].filter((code) =>
        /^4304(?!00)\d\d$/.test(code),
      );
      templates = await makeTemplates(engine, city, counties);
      await pool.query('insert into stock.templates (id, stage) select * from unnest($1::uuid[], $2::text[])', [
        templates.map(({ caseId }) => caseId),
        templates.map(({ stage }) => stage),
      ]);
      templates = await read();
    }
    return new Stock(pool, templates);
  }

  /** Cases in the table, templates included. */
  async size(): Promise<number> {
    return Number((await this.pool.query<{ n: string }>('select count(*) as n from jiefen.cases')).rows[0]?.n);
  }

  /** Adds cases of all stages in their shares until there are so many. */
  async growTo(size: number, onProgress: (made: number) => void = () => undefined): Promise<void> {
    const first = await this.size();
    if (first >= size) return;
    const indexes = size - first > 50_000 ? await this.#dropSlowIndexes() : [];
    for (let made = first, chunk = 0; made < size; chunk++) {
      const count = Math.min(CHUNK, size - made);
      await this.clone(stageOf(chunk), { count, from: made, due: SOME_MIDNIGHT, pick: chunk });
      made += count;
      onProgress(made);
    }
    for (const sql of indexes) await this.pool.query(sql);
    await this.pool.query('vacuum analyze jiefen.cases, jiefen.deadlines, jiefen.events');
  }

  /** Clones of one template of that stage, numbered from `from` on. @param due SQL over `n`, the clone's number */
  async clone(
    stage: Stage,
    { count, from, due, pick = 0 }: { readonly count: number; readonly from: number; readonly due: string; readonly pick?: number },
  ): Promise<void> {
    const fitting = this.templates.filter((one) => one.stage === stage);
    const template = fitting[pick % fitting.length];
    if (template === undefined) throw new Error(`no template that is ${stage}`);
    await this.#inTransaction(async (client) => {
      await client.query('set local synchronous_commit = off; set local statement_timeout = 0');
      for (const sql of cloneStatements({ from, to: from + count - 1, of: template.caseId, due })) await client.query(sql);
    });
  }

  /** Checks the chains of some cases, taken at random. @throws Error naming the first that is broken */
  async check(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; head: string; bodies: string[]; hashes: string[]; prevs: (string | null)[] }>(
      `select c.id, c.head_hash as head, array_agg(e.body order by e.seq) as bodies, array_agg(e.hash order by e.seq) as hashes,
         array_agg(e.prev_hash order by e.seq) as prevs
       from jiefen.cases c tablesample bernoulli (100.0 * least(1, $1::float8 / greatest(1, (select reltuples from pg_class where oid = 'jiefen.cases'::regclass))))
       join jiefen.events e on e.case_id = c.id group by c.id limit $1`,
      [CHECKED],
    );
    for (const { id, head, bodies, hashes, prevs } of rows) {
      const right = bodies.every((body, i) => {
        const { caseId, prevHash } = JSON.parse(body) as { caseId: string; prevHash: string | null };
        const before = hashes[i - 1] ?? null;
        return caseId === id && prevHash === before && prevs[i] === before && createHash('sha256').update(body).digest('hex') === hashes[i];
      });
      if (!right || hashes.at(-1) !== head) throw new Error(`the chain of ${id} is broken`);
    }
  }

  /** Inverted indexes are built in a tenth of the time that a million insertions take. @returns what makes them again */
  async #dropSlowIndexes(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ name: string; def: string }>(
      "select indexname as name, indexdef as def from pg_indexes where schemaname = 'jiefen' and tablename = 'cases' and indexdef like '%USING gin%'",
    );
    for (const { name } of rows) await this.pool.query(`drop index jiefen.${name}`);
    return rows.map(({ def }) => def);
  }

  async #inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

/** Chunk by chunk as the shares ask for it, mixed. */
function stageOf(chunk: number): Stage {
  // The golden ratio spreads consecutive chunks evenly over the shares.
  let place = (chunk * 0.618_033_988_75) % 1;
  for (const { stage, share } of STAGES) {
    if (place < share) return stage;
    place -= share;
  }
  return 'guided';
}
