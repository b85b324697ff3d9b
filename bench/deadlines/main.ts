/**
 * A midnight: so many deadlines fall due at one instant among a stock of a million armed ones, while people register cases.
 * `npm run bench -- deadlines <folder of the prepare bench> [due at once] [--profile-app]`
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Engine } from '#libs/engine';
import { createPool } from '#libs/persistence';
import { send } from '../../test/support/api-client.ts';
import { ownerUrl, postmasterPid } from '../../test/support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { startBenchApp } from '../engine/bench-app.ts';
import { drive } from '../http/drive.ts';
import { matter } from '../http/matter.ts';
import { processorTime } from '../processor-time.ts';
import { cloneDue } from '../stock/due-clones.ts';
import { allFired, noteCommits } from '../stock/fired.ts';
import { Stock } from '../stock/stock.ts';

const TARGET = { lastMs: 15_000, firstMs: 1_000, intakeP99: 500 };
const PASSWORD = 'demo-Jiefen-2026';
/** Counters that are open at midnight, each with a new case every fifth of a second. */
const COUNTERS = 8;
const REST_MS = 200;
/** Intake is driven from this long before. */
const AHEAD_MS = 3_000;
const PATIENCE_MS = 120_000;
/** Fired before: at midnight the process has served for a day, and its just-in-time compiler has settled. */
const WARM = 5_000;

const [folder, dueAtOnce = '50000'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('which folder? `npm run bench -- prepare <folder>` makes one');

const before = await startBenchApp(folder);
const owner = createPool(before.config.databaseUrl, { name: 'bench', max: 1, asApplication: false });
await Stock.open(owner, before.app.get(Engine));
await noteCommits(owner);
await owner.end();
await before.close();

const profile = process.argv.includes('--profile-app') ? ['--cpu-prof', '--cpu-prof-dir=bench/results'] : [];
const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: folder, NODE_ENV: 'development', DEMO: '1' }, node: profile });
try {
  await app.start();
  const pool = createPool(ownerUrl(folder), { name: 'bench', max: 2, asApplication: false, statementTimeout: 600_000 });
  const stock = await Stock.open(pool, null);
  const { body } = await send(app.url, { method: 'POST', path: '/api/auth/login', body: { username: 'clerk', password: PASSWORD } });
  await allFired(pool, await cloneDue(pool, stock, { count: WARM, spacedMs: 0 }), 0, PATIENCE_MS);
  const clones = await cloneDue(pool, stock, { count: Number(dueAtOnce), spacedMs: 0 });
  const { rows } = await pool.query<{ n: string }>("select count(*) as n from jiefen.deadlines where state = 'armed'");
  console.log(`${String(rows[0]?.n)} armed, ${dueAtOnce} of them due at ${clones.due.toISOString()}`);
  await pause(Math.max(0, clones.due.getTime() - AHEAD_MS - Date.now()));
  const used = processorTime(app.pid, postmasterPid(folder));
  let firing = true;
  const intake = drive({
    url: app.url,
    connections: COUNTERS,
    length: { asLongAs: () => firing },
    rest: REST_MS,
    token: (body as { token: string }).token,
    request: () => ({ path: '/api/cases', body: matter() }),
  });
  const fired = await allFired(pool, clones, 0, PATIENCE_MS).finally(() => {
    firing = false;
  });
  const after = processorTime(app.pid, postmasterPid(folder));
  const { acknowledged, p50, p99, max } = await intake;
  console.log(
    `${String(fired.count)} fired, none early or twice: the first after ${fired.first.toFixed(0)} ms (target ${String(TARGET.firstMs)}), the last after ${fired.last.toFixed(0)} ms (target ${String(TARGET.lastMs)})`,
  );
  console.log(
    `${String(acknowledged)} intakes meanwhile: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (target ${String(TARGET.intakeP99)}), max ${max.toFixed(0)} ms`,
  );
  const each = (ms: number): string => (ms / fired.count).toFixed(2);
  console.log(
    `processor ms a firing, all else included: node ${each(after.node - used.node)}, postgres ${each(after.postgres - used.postgres)}`,
  );
  await pool.end();
} finally {
  await app.stop();
}
