/**
 * Intake and commands over HTTP against the standalone as `npm start` runs it, from a process beside it on the same machine.
 * `npm run bench -- http [rounds] [seconds a round] [--profile-app]`: the last writes a processor profile of the standalone to bench/results
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '#libs/persistence';
import { send } from '../../test/support/api-client.ts';
import { ownerUrl, postmasterPid } from '../../test/support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { until } from '../../test/support/until.ts';
import { drive } from './drive.ts';
import type { Driven } from './drive.ts';
import { matter } from './matter.ts';
import { quantile } from '../quantile.ts';
import type { ProcessorTime } from '../processor-time.ts';
import { processorTime } from '../processor-time.ts';

const CONNECTIONS = 64;
const COMMANDS = 6_000;
/** So many that the just-in-time compiler has settled. */
const WARM = 5_000;
const PASSWORD = 'demo-Jiefen-2026';
const TARGETS = { intake: { perSecond: 1_200, p99: 100 }, command: { perSecond: 1_800, p99: 80 } };

interface Registered {
  readonly id: string;
  readonly routing: { readonly lead: { readonly unitId: string; readonly function: string; readonly division: string } };
}

const profile = process.argv.includes('--profile-app');
const [rounds = 5, seconds = 8] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'))
  .map(Number);
const dataDir = mkdtempSync(join(tmpdir(), 'jiefen-bench-'));
const app = new RunningApp({
  port: await freePort(),
  env: { DATA_DIR: dataDir, NODE_ENV: 'development' },
  node: profile ? ['--cpu-prof', '--cpu-prof-dir=bench/results'] : [],
});
const median = (values: readonly number[]): number => quantile(values, 0.5);

async function login(username: string): Promise<string> {
  const { status, body } = await send(app.url, { method: 'POST', path: '/api/auth/login', body: { username, password: PASSWORD } });
  if (status !== 200) throw new Error(`login of ${username}: ${String(status)}`);
  return (body as { token: string }).token;
}

async function intake(token: string, length: { seconds: number } | { amount: number }, onAnswer?: (body: string) => void): Promise<Driven> {
  return drive({
    url: app.url,
    connections: CONNECTIONS,
    length,
    token,
    request: () => ({ path: '/api/cases', body: matter() }),
    ...(onAnswer === undefined ? {} : { onAnswer }),
  });
}

async function command(token: string, cases: readonly Registered[], type: string, payload: (of: Registered) => unknown): Promise<Driven> {
  let next = 0;
  return drive({
    url: app.url,
    connections: CONNECTIONS,
    length: { amount: cases.length },
    token,
    request: () => {
      const of = cases[next++];
      if (of === undefined) throw new Error('more requests than cases');
      return { path: `/api/cases/${of.id}/commands`, body: { type, payload: payload(of) } };
    },
  });
}

/** Drives and tells, with the processor time that each acknowledgement took. */
async function told(name: string, work: () => Promise<Driven>): Promise<Driven> {
  const used = () => processorTime(app.pid, postmasterPid(dataDir));
  const before = used();
  const driven = await work();
  const after = used();
  const cost = (part: keyof ProcessorTime): string => ((after[part] - before[part]) / driven.acknowledged).toFixed(2);
  const { perSecond, p50, p99, max } = driven;
  console.log(
    `${name}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, max ${max.toFixed(0)} ms; ` +
      `processor ms each: node ${cost('node')}, postgres ${cost('postgres')}, client ${cost('client')}`,
  );
  return driven;
}

try {
  await app.start();
  const pool = createPool(ownerUrl(dataDir), { name: 'bench', max: 1, asApplication: false });
  const count = async (sql: string): Promise<number> =>
    Number((await pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
  const before = await count('jiefen.cases');
  const clerk = await login('clerk');
  let acknowledged = (await intake(clerk, { amount: WARM })).acknowledged;
  const results: Driven[] = [];
  for (let i = 0; i < rounds; i++) {
    const result = await told('intake', () => intake(clerk, { seconds }));
    results.push(result);
    acknowledged += result.acknowledged;
    const drain = performance.now();
    await until(
      'the outbox is drained',
      () => count('jiefen.outbox where done_at is null'),
      (n) => n === 0,
    );
    console.log(`  outbox drained ${(performance.now() - drain).toFixed(0)} ms later`);
  }
  const cases: Registered[] = [];
  const prepared = await told('intake of what the commands need', () =>
    intake(clerk, { amount: COMMANDS }, (body) => cases.push(JSON.parse(body) as Registered)),
  );
  acknowledged += prepared.acknowledged;
  const lead = cases[0]?.routing.lead;
  if (lead === undefined) throw new Error('nothing was registered');
  const handler = await login(`${lead.function}.${lead.division}.handler`);
  const opinion = {
    outcome: 'EXPLAIN',
    request: '督促维修电梯',
    facts: '经现场勘验，主板损坏。',
    opinion: '由业主大会决定动用维修资金。',
    basis: '《民法典》第二百八十一条',
  };
  const commands = [
    await told('FORWARD', () => command(clerk, cases, 'FORWARD', ({ routing }) => ({ unitId: routing.lead.unitId, note: '请依法办理。' }))),
    await told('ACCEPT', () => command(handler, cases, 'ACCEPT', () => ({}))),
    await told('ISSUE_OPINION', () => command(handler, cases, 'ISSUE_OPINION', () => opinion)),
  ];
  const stored = (await count('jiefen.cases')) - before;
  // What was under way when a timed round ended may have been stored without being heard of.
  if (stored < acknowledged || stored > acknowledged + CONNECTIONS * (rounds + 2))
    throw new Error(`${String(acknowledged)} acknowledged, ${String(stored)} stored`);
  const verdict = (name: string, driven: readonly Driven[], target: { perSecond: number; p99: number }): void => {
    const perSecond = median(driven.map((one) => one.perSecond));
    const p99 = median(driven.map((one) => one.p99));
    console.log(
      `median of ${String(driven.length)}: ${perSecond.toFixed(0)} ${name}/s (target ${String(target.perSecond)}), p99 ${p99.toFixed(0)} ms (target ${String(target.p99)})`,
    );
  };
  verdict('intakes', results, TARGETS.intake);
  verdict('commands', commands, TARGETS.command);
  console.log(`${String(stored)} rows for ${String(acknowledged)} acknowledgements`);
  await pool.end();
} finally {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
