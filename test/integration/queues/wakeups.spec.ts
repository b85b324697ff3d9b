import type { TestingModule } from '@nestjs/testing';
import { DEFAULT_ESCALATION_OPTIONS, ESCALATION_OPTIONS, EscalationModule } from '#apps/escalation';
import { RelayModule } from '#apps/relay';
import { EngineModule } from '#libs/engine';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer } from './queue-database.ts';
import type { ProcessOptions } from './queue-process.ts';
import { startProcess } from './queue-process.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { RowFiringModule } from './row-firing.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;

let server: QueueServer;
let database: TestDatabase;
let running: TestingModule[];

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  running = [];
  database = await server.database();
});
afterEach(async () => {
  for (const process of running.reverse()) await process.close();
  await database.close();
}, 60_000);

async function start(redisUrl: string | null, modules: ProcessOptions['modules'], sweepEvery: number | null): Promise<TestingModule> {
  const process = await startProcess({
    databaseUrl: database.url,
    redisUrl,
    modules,
    override: (builder) =>
      builder
        .overrideProvider(ESCALATION_OPTIONS)
        .useValue({ ...DEFAULT_ESCALATION_OPTIONS, lookEvery: null, sweepEvery })
        .overrideModule(EngineModule)
        .useModule(RowFiringModule),
  });
  running.push(process);
  return process;
}

const armed = (): Promise<number> => database.one(`select count(*)::int from jiefen.deadlines where state = 'armed'`);
const zero = (count: number): boolean => count === 0;
const early = (): Promise<number> =>
  database.one(`select count(*)::int from jiefen.deadlines where changed_at < due_at and state = 'fired'`);

describe.each(QUEUE_BACKENDS)('deadlines over %s', (backend) => {
  const queues = ownQueues(backend);
  const url = (): string | null => queues.store().redisUrl;
  afterEach(() => queues.store().clear());

  it(
    'fall due by the wake-ups alone when no sweep runs',
    async () => {
      await database.armDeadlines(40, 1.5);
      await database.armDeadlines(5, -60);
      await start(url(), [RelayModule, EscalationModule], null);
      await until('no deadline is armed any more', armed, zero);
      expect(await early()).toBe(0);
      expect(await database.one(`select count(*)::int from jiefen.wakeups where queued_at is null`)).toBe(0);
    },
    LONG,
  );

  it(
    'fall due by the sweep alone when every job is lost',
    async () => {
      await database.armDeadlines(40, 1);
      // No relay: nothing ever reaches the queue.
      await start(url(), [EscalationModule], 100);
      await until('no deadline is armed any more', armed, zero);
      expect(await early()).toBe(0);
    },
    LONG,
  );

  it(
    'fall due though the queue forgot the wake-up',
    async () => {
      await database.armDeadlines(10, 2);
      await start(url(), [RelayModule], null);
      await until(
        'every wake-up is queued',
        () => database.one<number>(`select count(*)::int from jiefen.wakeups where queued_at is null`),
        zero,
      );
      await queues.store().lose(database.url);
      await start(url(), [EscalationModule], null);
      await until('no deadline is armed any more', armed, zero);
      expect(await early()).toBe(0);
    },
    LONG,
  );
});

describe.each(QUEUE_BACKENDS)('under the manual clock, over %s', (backend) => {
  const queues = ownQueues(backend);
  afterEach(() => queues.store().clear());

  it(
    'only what has come is queued and fired, whatever the real time',
    async () => {
      await database.pool.query(`update jiefen.app_clock set now_at = '2020-01-05T01:00:00Z'`);
      await database.armDeadlines(3, 3600);
      await database.armDeadlines(2, -1);
      await start(queues.store().redisUrl, [RelayModule, EscalationModule], 100);
      await until('three deadlines are left', armed, (count) => count === 3);
      expect(await database.one(`select count(*)::int from jiefen.wakeups where queued_at is not null and at > jiefen.app_now()`)).toBe(0);
      await database.pool.query(`update jiefen.app_clock set now_at = now_at + interval '1 hour'`);
      await until('no deadline is armed any more', armed, zero);
      expect(await database.one(`select count(*)::int from jiefen.deadlines where fired_at < due_at`)).toBe(0);
    },
    LONG,
  );
});
