import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Finding } from '#libs/invariants';
import { checkDatabase, readDomainEnv } from '#libs/invariants';
import { FaultProxy, NETWORK_FAULTS } from '../support/fault-proxy.ts';
import { killPostmaster, ownerUrl } from '../support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RedisServer } from '../support/redis-server.ts';
import { RunningApp } from '../support/running-app.ts';
import { until } from '../support/until.ts';
import { REDIS_AWAY } from './fault-counts.ts';
import { Lateness } from './lateness.ts';
import { contradictions } from './log-against-database.ts';
import { ALL_SIGNS, thisMoment } from './movement.ts';
import { RepeatedDeliveries } from './repeated-deliveries.ts';
import { Scenario } from './scenario.ts';
import { NIGHTLY, randomOf } from './seed.ts';
import { slowness } from './slowness.ts';

const CASEWORKERS = 2;
/** While and after Redis is away, deadlines are never later than this; ms. */
const LATEST_MS = 60_000;
const CATCHES_UP_WITHIN_MS = 60_000;

interface Window {
  readonly from: number;
  readonly to: number;
}

/** The whole product in one process, its queues in a Redis that goes away for a minute: PostgreSQL is the truth and goes on. */
describe('without Redis', () => {
  const random = randomOf('redis-away');
  const windows: Window[] = [];
  const readiness: string[] = [];
  let dataDir: string;
  let redis: RedisServer;
  let wire: FaultProxy;
  let app: RunningApp;
  let pool: pg.Pool;
  let scenario: Scenario;
  let repeats: RepeatedDeliveries;
  let lateness: Lateness;

  async function away(): Promise<void> {
    const fault = `Redis away for ${String(REDIS_AWAY.forMs / 1000)} s`;
    const from = Date.now();
    await redis.kill();
    // What needs no queue goes on at once and all along.
    await scenario.movement.after(thisMoment(), ['answers', 'fires'], `${fault}, meanwhile`, CATCHES_UP_WITHIN_MS);
    readiness.push(
      await until(
        'it says so',
        async () => ((await (await fetch(`${app.url}/api/health/ready`)).json()) as { readonly status: string }).status,
        (status) => status !== 'ok',
      ),
    );
    await until(
      'it was away long enough',
      () => Date.now() - from,
      (ms) => ms > REDIS_AWAY.forMs,
      REDIS_AWAY.forMs * 2,
      100,
    );
    await redis.again();
    const took = await scenario.movement.after(thisMoment(), ALL_SIGNS, fault, CATCHES_UP_WITHIN_MS);
    windows.push({ from, to: Date.now() });
    scenario.tally.fired(fault, took);
  }

  async function network(kind: (typeof NETWORK_FAULTS)[number]): Promise<void> {
    const fault = `network to Redis, standalone: ${kind}`;
    const { touched } = wire;
    wire.begin(kind);
    const from = performance.now();
    if (kind !== 'reset')
      await until(
        'the network was bad long enough',
        () => performance.now() - from,
        (ms) => ms > 4_000,
      );
    wire.heal();
    const took = await scenario.movement.after(thisMoment(), ALL_SIGNS, fault, CATCHES_UP_WITHIN_MS);
    if (wire.touched > touched) scenario.tally.fired(fault, took);
  }

  beforeAll(
    async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'jiefen-fault-'));
      redis = await RedisServer.start();
      wire = await FaultProxy.start(() => ({ host: '127.0.0.1', port: Number(new URL(redis.url).port) }));
      app = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, CLOCK: 'manual', REDIS_URL: wire.through(redis.url) } });
      await app.start();
      pool = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 4 });
      pool.on('error', () => undefined);
      scenario = new Scenario('redis-away', app, pool, random);
      repeats = new RepeatedDeliveries(ownerUrl(dataDir), random.fork(), redis.url);
      const { tally } = scenario;
      tally.plan(`Redis away for ${String(REDIS_AWAY.forMs / 1000)} s`, REDIS_AWAY.times);
      for (const kind of NETWORK_FAULTS) tally.plan(`network to Redis, standalone: ${kind}`, 1);
      const faults = random.shuffled([
        ...Array.from({ length: REDIS_AWAY.times }, () => away),
        ...NETWORK_FAULTS.map((kind) => () => network(kind)),
      ]);
      try {
        await scenario.run(CASEWORKERS, repeats, async () => {
          for (const fault of faults) {
            await scenario.whenClientsGotOn(random.between(5, 15));
            await fault();
          }
        });
        await scenario.quiet(repeats);
        lateness = await Lateness.read(pool, scenario.clock);
      } catch (error) {
        console.log(app.output.slice(-6_000));
        throw error;
      } finally {
        console.log(scenario.report());
      }
      console.log(lateness.report());
    },
    NIGHTLY ? 12 * 3_600_000 : 900_000,
  );

  afterAll(async () => {
    await repeats.close();
    await pool.end();
    await app.kill();
    killPostmaster(dataDir);
    await wire.close();
    await redis.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('carried out every fault', () => {
    expect(scenario.tally.missing()).toEqual([]);
  });

  it('fires deadlines all the same: none early, none twice, none later than a minute', () => {
    expect(lateness.early).toEqual([]);
    expect(lateness.twice).toEqual([]);
    const worst = windows.map(({ from, to }) => lateness.of(from, to).at(-1) ?? Number.POSITIVE_INFINITY);
    expect(worst.filter((ms) => ms > LATEST_MS * slowness())).toEqual([]);
  });

  it('takes part in nothing less: people are answered, told, and nothing is lost', async () => {
    const { log } = scenario;
    expect(log.count('acknowledged') / log.operations.length).toBeGreaterThan(0.5);
    expect(log.surprises).toEqual([]);
    expect(log.hangs).toEqual([]);
    expect(await contradictions(pool, log.operations)).toEqual([]);
    const findings: Finding[] = [];
    for await (const finding of checkDatabase(pool, await readDomainEnv(pool))) findings.push(finding);
    expect(findings).toEqual([]);
    expect(await pool.query('select reason from jiefen.dead_letters')).toMatchObject({ rows: [] });
  }, 120_000);

  it('says so while it lasts, and never ends by itself', () => {
    expect(readiness).toEqual(Array.from({ length: REDIS_AWAY.times }, () => 'degraded'));
    expect(app.deaths).toEqual([]);
  });
});
