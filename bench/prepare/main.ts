/**
 * A data folder with a stock of cases, for the benches that take one. Grows what is there.
 * `npm run bench -- prepare <folder> [cases]`
 */
import { Engine } from '#libs/engine';
import { createPool } from '#libs/persistence';
import { startBenchApp } from '../engine/bench-app.ts';
import { Stock } from '../stock/stock.ts';

const TELL_EVERY = 100_000;

const [folder, cases = '1000000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder?');
const { app, config, close } = await startBenchApp(folder);
const pool = createPool(config.databaseUrl, { name: 'bench', max: 1, asApplication: false, statementTimeout: 3_600_000 });
const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1_000).toFixed(0);
try {
  const stock = await Stock.open(pool, app.get(Engine));
  let told = 0;
  await stock.growTo(Number(cases), (made) => {
    if (made - told < TELL_EVERY) return;
    told = made;
    console.log(`${String(made)} cases, ${seconds()} s`);
  });
  await stock.check();
  console.log(`${String(await stock.size())} cases after ${seconds()} s`);
} finally {
  await pool.end();
  await close();
}
