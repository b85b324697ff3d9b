/**
 * How long after its instant is a deadline's firing committed, when they fall due one after the other?
 * `npm run bench -- lateness [rounds] [deadlines] [seconds they are spread over] [folder]`: on a fresh folder unless one is given
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '#libs/engine';
import { createPool } from '#libs/persistence';
import { ownerUrl, postmasterPid } from '../../test/support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { startBenchApp } from '../engine/bench-app.ts';
import { processorTime } from '../processor-time.ts';
import { quantile } from '../quantile.ts';
import { cloneDue } from '../stock/due-clones.ts';
import type { Fired } from '../stock/fired.ts';
import { allFired, noteCommits } from '../stock/fired.ts';
import { Stock } from '../stock/stock.ts';

const TARGET = { p50: 15, p99: 60 };
const PATIENCE_MS = 60_000;

const [rounds = '3', count = '10000', seconds = '10', kept] = process.argv.slice(2);
const spacedMs = (Number(seconds) * 1_000) / Number(count);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'jiefen-bench-'));

const before = await startBenchApp(folder);
const owner = createPool(before.config.databaseUrl, { name: 'bench', max: 1, asApplication: false });
await Stock.open(owner, before.app.get(Engine));
await noteCommits(owner);
await owner.end();
await before.close();

const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: folder, NODE_ENV: 'development', DEMO: '0' } });
try {
  await app.start();
  const pool = createPool(ownerUrl(folder), { name: 'bench', max: 2, asApplication: false, statementTimeout: 600_000 });
  const stock = await Stock.open(pool, null);
  const all: Fired[] = [];
  for (let i = 0; i < Number(rounds); i++) {
    const clones = await cloneDue(pool, stock, { count: Number(count), spacedMs });
    const used = processorTime(app.pid, postmasterPid(folder));
    const fired = await allFired(pool, clones, spacedMs, PATIENCE_MS);
    const after = processorTime(app.pid, postmasterPid(folder));
    all.push(fired);
    const each = (ms: number): string => (ms / fired.count).toFixed(2);
    console.log(
      `${String(fired.count)} over ${seconds} s: p50 ${fired.p50.toFixed(0)} ms, p99 ${fired.p99.toFixed(0)} ms, max ${fired.max.toFixed(0)} ms; ` +
        `processor ms each: node ${each(after.node - used.node)}, postgres ${each(after.postgres - used.postgres)}`,
    );
  }
  const median = (of: (one: Fired) => number): string => quantile(all.map(of), 0.5).toFixed(0);
  console.log(
    `median of ${rounds}: p50 ${median((one) => one.p50)} ms (target ${String(TARGET.p50)}), p99 ${median((one) => one.p99)} ms (target ${String(TARGET.p99)})`,
  );
  await pool.end();
} finally {
  await app.stop();
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
