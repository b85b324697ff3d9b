/**
 * What the standalone takes: memory of its process with the demonstration city, and how long a start on an existing folder lasts.
 * `npm run bench -- standalone [warm starts]`
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { send } from '../../test/support/api-client.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { quantile } from '../quantile.ts';

const TARGET = { rssMiB: 350, warmMs: 5_000 };
const PASSWORD = 'demo-Jiefen-2026';
/** What grew while starting has been collected by then. */
const SETTLE_MS = 10_000;

const starts = Number(process.argv[2] ?? 5);
const dataDir = mkdtempSync(join(tmpdir(), 'jiefen-bench-'));
const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, NODE_ENV: 'development' } });

/** Resident memory of the process, MiB: now, and at its highest. Linux only. */
function memory(): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${String(app.pid)}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
  return { now: of('VmRSS'), peak: of('VmHWM') };
}

async function timedStart(): Promise<number> {
  const started = performance.now();
  await app.start();
  return performance.now() - started;
}

/** What somebody at the counter does first: logs in, looks at the list, opens a case. */
async function lookAround(): Promise<void> {
  const { body } = await send(app.url, { method: 'POST', path: '/api/auth/login', body: { username: 'clerk', password: PASSWORD } });
  const { token } = body as { token: string };
  const list = await send(app.url, { method: 'GET', path: '/api/cases?sort=due', token });
  for (const { id } of (list.body as { items: { id: string }[] }).items)
    await send(app.url, { method: 'GET', path: `/api/cases/${id}`, token });
}

const tell = (when: string): number => {
  const { now, peak } = memory();
  console.log(`${when}: ${now.toFixed(0)} MiB resident, ${peak.toFixed(0)} at the highest`);
  return now;
};

try {
  console.log(`first start, with the demonstration city: ${(await timedStart()).toFixed(0)} ms`);
  await lookAround();
  await pause(SETTLE_MS);
  const first = tell('after the demonstration city was made');
  const warm: number[] = [];
  for (let i = 0; i < starts; i++) {
    await app.stop();
    warm.push(await timedStart());
    console.log(`warm start: ${warm.at(-1)?.toFixed(0) ?? ''} ms`);
  }
  await lookAround();
  await pause(SETTLE_MS);
  tell('after a warm start');
  console.log(
    `median of ${String(starts)} warm starts ${quantile(warm, 0.5).toFixed(0)} ms (target ${String(TARGET.warmMs)}); ${first.toFixed(0)} MiB with the demonstration city (target ${String(TARGET.rssMiB)})`,
  );
} finally {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
