import type { TestingModule } from '@nestjs/testing';
import { DEFAULT_ESCALATION_OPTIONS, ESCALATION_OPTIONS, EscalationModule } from '#apps/escalation';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { BacklogReader } from '#libs/backlog';
import { EngineModule } from '#libs/engine';
import { HealthChecks } from '#libs/observability';
import { DELIVER_NOTICES, JobProducer, RedisQueues } from '#libs/queues';
import { RedisServer } from '../../support/redis-server.ts';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { RowFiringModule } from './row-firing.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;

let server: QueueServer;
let database: TestDatabase;
let redis: RedisServer;
let process: TestingModule | undefined;
beforeAll(async () => {
  server = await QueueServer.start();
}, LONG);
afterAll(async () => {
  await server.stop();
}, LONG);
beforeEach(async () => {
  database = await server.database();
  redis = await RedisServer.start();
}, LONG);
afterEach(async () => {
  await process?.close();
  process = undefined;
  await redis.stop();
  await database.close();
}, LONG);

const start = async (): Promise<TestingModule> => {
  process = await startProcess({
    databaseUrl: database.url,
    redisUrl: redis.url,
    modules: [RelayModule, NotificationModule, EscalationModule],
    override: (builder) =>
      builder
        .overrideProvider(ESCALATION_OPTIONS)
        .useValue({ ...DEFAULT_ESCALATION_OPTIONS, lookEvery: null })
        .overrideModule(EngineModule)
        .useModule(RowFiringModule),
  });
  return process;
};
const undone = (): Promise<number> => database.one(`select count(*)::int from jiefen.outbox where done_at is null`);
const armed = (): Promise<number> => database.one(`select count(*)::int from jiefen.deadlines where state = 'armed'`);
const zero = (count: number): boolean => count === 0;
const readiness = async (): Promise<string> => (await process?.get(HealthChecks, { strict: false }).ready())?.status ?? 'not started';
const backend = async (): Promise<string> => (await new BacklogReader(database.pool).backend()).state;
const ok = (): Promise<string> => until('the process is ready', readiness, (status) => status === 'ok');

/** Deadlines fire, the process says what it lacks and stays in service, notices wait. */
async function worksWithout(): Promise<void> {
  await until('the backend is away', backend, (state) => state === 'away');
  expect(await until('the process says what it lacks', readiness, (status) => status !== 'ok')).toBe('degraded');
  await database.commitNotices(7);
  await database.armDeadlines(9, 0.5);
  await until('no deadline is armed any more', armed, zero);
  expect(await undone()).toBe(7);
}

async function catchesUp(): Promise<void> {
  await until('the outbox is empty', undone, zero);
  await ok();
  expect(await database.one(`select count(*)::int from jiefen.notices`)).toBe(
    await database.one(`select count(*)::int from jiefen.outbox`),
  );
  expect(await database.one(`select count(*)::int from jiefen.dead_letters`)).toBe(0);
}

describe('the work goes on and is caught up with when Redis', () => {
  it(
    'is killed and starts again, empty',
    async () => {
      await start();
      await ok();
      await redis.kill();
      await worksWithout();
      await redis.again();
      await catchesUp();
    },
    LONG,
  );

  it(
    'answers nothing for a while, its connections open',
    async () => {
      await start();
      await ok();
      redis.freeze();
      await worksWithout();
      redis.thaw();
      await catchesUp();
    },
    LONG,
  );

  it(
    'forgets everything at once',
    async () => {
      await start();
      await ok();
      await database.armDeadlines(9, 1);
      await database.commitNotices(300);
      await redis.flush();
      await database.commitNotices(5);
      await until('no deadline is armed any more', armed, zero);
      await catchesUp();
    },
    LONG,
  );

  it(
    'is away when the process starts',
    async () => {
      await redis.kill();
      await start();
      await worksWithout();
      await redis.again();
      await catchesUp();
    },
    LONG,
  );
});

describe('a Redis that may evict jobs', () => {
  it(
    'keeps a process from starting, in one line',
    async () => {
      await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'allkeys-lru'));
      await expect(startProcess({ databaseUrl: database.url, redisUrl: redis.url, modules: [NotificationModule] })).rejects.toThrow(
        'Redis may evict jobs (maxmemory-policy allkeys-lru): set maxmemory-policy noeviction',
      );
    },
    LONG,
  );

  it(
    'is left by those that run, when somebody sets it so later, and taken again when it is mended',
    async () => {
      await start();
      await ok();
      await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'volatile-lru'));
      await until('the process says what it lacks', readiness, (status) => status === 'degraded');
      expect(
        await until(
          'a reason is given',
          async () => (await new BacklogReader(database.pool).backend()).reason,
          (reason) => reason !== null,
        ),
      ).toBe('evicting');
      await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
      await ok();
    },
    LONG,
  );
});

describe('a producer', () => {
  it.each(['killed', 'frozen'] as const)(
    'gives up within seconds over a Redis that is %s, and leaves nothing behind to be sent later',
    async (how) => {
      const queues = new RedisQueues(redis.url, () => undefined);
      const producer = new JobProducer(queues, () => undefined);
      try {
        await producer.add(DELIVER_NOTICES, [{ id: 'n-1-1', payload: { ids: ['1'], careful: false } }]);
        if (how === 'killed') await redis.kill();
        else redis.freeze();
        const asked = performance.now();
        await expect(producer.add(DELIVER_NOTICES, [{ id: 'n-2-1', payload: { ids: ['2'], careful: false } }])).rejects.toThrow();
        // The limit is 3 s for a command; a busy machine may be late to notice.
        expect(performance.now() - asked).toBeLessThan(15_000);
        if (how === 'killed') {
          await redis.again();
          await until(
            'the queue answers',
            () => producer.inFlight('notices').catch(() => -1),
            (jobs) => jobs >= 0,
          );
          expect(await producer.inFlight('notices')).toBe(0);
        } else redis.thaw();
      } finally {
        await producer.close();
        await queues.close();
      }
    },
    LONG,
  );
});
