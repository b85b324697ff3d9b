/**
 * Eight-step life-cycles through the engine, in process, with relay, escalation and notification running and synchronous_commit on.
 * `npm run bench -- engine [rounds] [lives a round] [--profile]`
 */
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { civilDateOf } from '#libs/domain';
import { Engine } from '#libs/engine';
import type { ExecuteRequest } from '#libs/engine';
import { createPool } from '#libs/persistence';
import { done, engineCity, guidedLife, intake, petitionLife } from '../../test/support/engine-city.ts';
import { processorTime } from '../processor-time.ts';
import { startBenchApp } from './bench-app.ts';
import { Yardstick } from './yardstick.ts';

const STEPS = 8;
/** So many that the just-in-time compiler has settled: what serves for weeks is measured as it then is. */
const LIVES_TO_WARM = 3_000;
const [rounds = 5, lives = 1_500] = process.argv.slice(2).map(Number);
const city = engineCity();

interface Life {
  readonly name: string;
  readonly route: string;
  readonly steps: (today: string) => readonly Omit<ExecuteRequest, 'caseId'>[];
}

const LIVES: readonly Life[] = [
  { name: 'one deadline armed and met (guided)', route: 'LITIGATION', steps: () => guidedLife(city) },
  { name: 'nine deadlines armed, two notices (petition with review)', route: 'PETITION', steps: (today) => petitionLife(city, today) },
];

async function live(engine: Engine, life: Life, latencies?: number[]): Promise<void> {
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    latencies?.push(performance.now() - started);
    return result;
  };
  const receivedAt = new Date(Date.now() - 60_000).toISOString();
  const registered = done(await timed(() => engine.register(intake(city, { receivedAt, route: life.route }))));
  for (const step of life.steps(civilDateOf(registered.at)))
    done(await timed(() => engine.execute({ caseId: registered.caseId, ...step })));
}

/** @returns steps a second, acknowledged */
async function round(engine: Engine, life: Life, count: number, inFlight: number, latencies?: number[]): Promise<number> {
  let left = count;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await live(engine, life, latencies);
    }),
  );
  return (count * STEPS * 1_000) / (performance.now() - started);
}

/** Waits until the relay and the notices' consumer have nothing left. @returns milliseconds it took */
async function drained(pool: Pool): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { rows } = await pool.query<{ undone: string }>('select count(*) as undone from jiefen.outbox where done_at is null');
    if (rows[0]?.undone === '0') return performance.now() - started;
    await pause(50);
  }
}

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * q)] ?? Number.NaN;
const figure = (value: number, digits = 0): string => value.toFixed(digits);

async function measure(engine: Engine, pool: Pool, yardstick: Yardstick, life: Life): Promise<void> {
  console.log(`\n${life.name}: ${String(rounds)} rounds of ${String(lives)} lives of ${String(STEPS)} steps`);
  await round(engine, life, LIVES_TO_WARM, 64);
  await drained(pool);
  const rates: number[] = [];
  const shares: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const bare = await yardstick.measure(lives, 64);
    const before = processorTime(process.pid, postmaster);
    const latencies: number[] = [];
    const rate = await round(engine, life, lives, 64, latencies);
    const after = processorTime(process.pid, postmaster);
    const drain = await drained(pool);
    rates.push(rate);
    shares.push(rate / bare);
    const each = (ms: number): string => figure((ms * 1_000) / lives / STEPS);
    console.log(
      `64 in flight: ${figure(rate)} steps/s, ack p50 ${figure(quantile(latencies, 0.5), 1)} ms, p99 ${figure(quantile(latencies, 0.99), 1)} ms, ` +
        `processor time a step: node ${each(after.node - before.node)} µs, PostgreSQL ${each(after.postgres - before.postgres)} µs; outbox drained ${figure(drain)} ms later; bare path ${figure(bare)}, load ${figure(loadavg()[0] ?? 0, 1)}`,
    );
  }
  const single: number[] = [];
  await round(engine, life, 60, 1, single);
  await drained(pool);
  console.log(
    `median: ${figure(quantile(rates, 0.5))} steps/s at 64 in flight, ${figure(quantile(shares, 0.5), 2)} of the bare path; one in flight: ack p50 ${figure(quantile(single, 0.5), 2)} ms, p99 ${figure(quantile(single, 0.99), 2)} ms`,
  );
}

const { app, config, postmaster, close } = await startBenchApp();
const engine = app.get(Engine);
const pool = createPool(config.databaseUrl, { name: 'bench', max: 2, asApplication: false });
try {
  const settings = await pool.query<{ on: string }>(
    "select current_setting('synchronous_commit') || '/' || current_setting('fsync') as on",
  );
  console.log(`synchronous_commit/fsync ${settings.rows[0]?.on ?? '?'}`);
  const yardstick = await Yardstick.prepare(pool);
  await yardstick.measure(LIVES_TO_WARM, 64);
  for (const life of LIVES) await measure(engine, pool, yardstick, life);
  const { rows } = await pool.query<{ cases: string; events: string; deadlines: string; notices: string }>(
    'select (select count(*) from jiefen.cases) as cases, (select count(*) from jiefen.events) as events, (select count(*) from jiefen.deadlines) as deadlines, (select count(*) from jiefen.notices) as notices',
  );
  const expected = LIVES.length * (LIVES_TO_WARM + rounds * lives + 60);
  const counted = rows[0];
  if (Number(counted?.cases) !== expected || Number(counted?.events) !== expected * STEPS)
    throw new Error(`rows are missing: ${JSON.stringify(counted)} for ${String(expected)} lives`);
  console.log(`\nrows: ${JSON.stringify(counted)}`);
  console.log(`engine: ${JSON.stringify(engine.stats())}`);
} finally {
  await pool.end();
  await close();
}
