/**
 * What a large stock costs the engine: commands on cases drawn at random from a stock of a thousand and from one of a million, in turns.
 * `npm run bench -- scale <folder of the prepare bench> [rounds] [commands a round]`
 */
import { loadavg } from 'node:os';
import type { Pool } from 'pg';
import { Engine } from '#libs/engine';
import { createPool } from '#libs/persistence';
import { done, engineCity } from '../../test/support/engine-city.ts';
import type { BenchApp } from '../engine/bench-app.ts';
import { startBenchApp } from '../engine/bench-app.ts';
import { processorTime } from '../processor-time.ts';
import { quantile } from '../quantile.ts';
import { Stock } from '../stock/stock.ts';

const TARGET = 0.8;
const FEW = 1_000;
const IN_FLIGHT = 64;
/** What people do to cases of any age: what kind of matter it is, is corrected; the holder is told. */
const CATEGORIES = ['150603', '150600', '010903'] as const;

const [folder, rounds = '5', commands = '10000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder? `npm run bench -- prepare <folder>` makes one');
const city = engineCity();

interface Store {
  readonly name: string;
  readonly app: BenchApp;
  readonly pool: Pool;
  readonly engine: Engine;
  readonly rates: number[];
}

async function open(kept: string | undefined): Promise<Store> {
  const app = await startBenchApp(kept);
  const pool = createPool(app.config.databaseUrl, { name: 'bench', max: 1, asApplication: false, statementTimeout: 600_000 });
  const engine = app.app.get(Engine);
  const stock = await Stock.open(pool, engine);
  if (kept === undefined) await stock.growTo(FEW);
  const size = await stock.size();
  return { name: `${String(size)} cases`, app, pool, engine, rates: [] };
}

/** So many ids of petitions in hand, any as likely as any other; from a small store each comes again and again. */
async function drawn(pool: Pool, count: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from jiefen.cases tablesample bernoulli (
       least(100, 300.0 * $1 / greatest(1, (select reltuples from pg_class where oid = 'jiefen.cases'::regclass))))
     where state in ('registered', 'routed', 'handling') order by random() limit $1`,
    [count],
  );
  return Array.from({ length: count }, (_, i) => rows[i % rows.length]?.id ?? '');
}

/** @returns commands a second, acknowledged */
async function round({ engine }: Store, ids: readonly string[], latencies: number[]): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let i = next++; i < ids.length; i = next++) {
        const sent = performance.now();
        const payload = { categoryCode: CATEGORIES[i % CATEGORIES.length] };
        done(await engine.execute({ caseId: ids[i] ?? '', actor: city.clerk, type: 'RECLASSIFY', payload }));
        latencies.push(performance.now() - sent);
      }
    }),
  );
  return (ids.length * 1_000) / (performance.now() - started);
}

const stores = [await open(undefined), await open(folder)];
try {
  for (let i = 0; i <= Number(rounds); i++) {
    for (const store of stores) {
      const ids = await drawn(store.pool, Number(commands));
      const latencies: number[] = [];
      const before = processorTime(process.pid, store.app.postmaster);
      const rate = await round(store, ids, latencies);
      const after = processorTime(process.pid, store.app.postmaster);
      // The first of each fills caches and settles the compiler.
      if (i > 0) store.rates.push(rate);
      const each = (ms: number): string => ((ms * 1_000) / ids.length).toFixed(0);
      console.log(
        `${i === 0 ? 'warming, ' : ''}${store.name}: ${rate.toFixed(0)}/s, p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${quantile(latencies, 0.99).toFixed(1)} ms, ` +
          `processor time each: node ${each(after.node - before.node)} µs, PostgreSQL ${each(after.postgres - before.postgres)} µs, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
      );
    }
  }
  const [few, many] = stores.map(({ rates }) => quantile(rates, 0.5));
  console.log(`median: ${stores.map(({ name, rates }) => `${quantile(rates, 0.5).toFixed(0)}/s of ${name}`).join(', ')}`);
  console.log(`many ÷ few: ${((many ?? 0) / (few ?? 1)).toFixed(2)} (target ${String(TARGET)})`);
} finally {
  for (const { pool, app } of stores) {
    await pool.end();
    await app.close();
  }
}
