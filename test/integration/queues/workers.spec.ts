import { Inject, Injectable, Module } from '@nestjs/common';
import { DeliverNoticesHandler, NoticeDelivery, NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { BacklogReader, QueuePauses } from '#libs/backlog';
import type { JobHandler } from '#libs/queues';
import {
  createQueuePool,
  DELIVER_NOTICES,
  HandlesJob,
  JobProducer,
  JobWorkers,
  obstacleOf,
  PostgresQueues,
  QUEUES,
  RedisQueues,
  runJob,
  SupervisedWorker,
  WALL_CLOCK,
} from '#libs/queues';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;
const TWO_HOURS = 7_200_000;

let server: QueueServer;
let database: TestDatabase;
let running: { close(): Promise<void> }[];

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

const undone = (): Promise<number> => database.one(`select count(*)::int from jiefen.outbox where done_at is null`);

describe('a worker', () => {
  it(
    'leaves when its clock is two hours ahead, says so, and comes back when it is right again',
    async () => {
      let ahead = TWO_HOURS;
      const process = await startProcess({
        databaseUrl: database.url,
        redisUrl: null,
        modules: [RelayModule, NotificationModule],
        override: (builder) => builder.overrideProvider(WALL_CLOCK).useValue(() => Date.now() + ahead),
      });
      running.push(process);
      const workers = process.get(JobWorkers, { strict: false });
      const state = (): string | undefined => workers.states[0]?.state;
      await until('the worker is away', state, (now) => now === 'away');
      expect(workers.states[0]?.reason).toMatch(/^this machine's clock is (7199|7200)\.\d s ahead of the database's$/);
      await expect(workers.ensureWorking('notices')).rejects.toThrow('away');
      await database.commitNotices(3);
      await until(
        'one job waits',
        () => process.get(JobProducer, { strict: false }).inFlight('notices'),
        (jobs) => jobs === 1,
      );
      expect(await undone()).toBe(3);

      ahead = 0;
      await until('the outbox is empty', undone, (count) => count === 0);
      expect(state()).toBe('working');
      await expect(workers.ensureWorking('notices')).resolves.toBeUndefined();

      ahead = -TWO_HOURS;
      await until('the worker is away', state, (now) => now === 'away');
      expect(workers.states[0]?.reason).toContain('-7');
    },
    LONG,
  );

  it(
    'that starts while the database is down works once it is up',
    async () => {
      const own = await QueueServer.start();
      const url = own.server.url;
      await own.server.stop();
      const pool = createQueuePool(url);
      const backend = new PostgresQueues(pool, url);
      const producer = new JobProducer(backend, () => undefined);
      const handled: unknown[] = [];
      const handler: JobHandler<unknown> = {
        handle: (payload) => {
          handled.push(payload);
          return Promise.resolve();
        },
      };
      const worker = new SupervisedWorker({
        queue: 'notices',
        obstacle: () => obstacleOf('notices', { pool, pauses: new QueuePauses(pool), producer, wallClock: Date.now }),
        make: () => backend.worker('notices', (job, token) => runJob({ job: DELIVER_NOTICES, handler }, job, token), QUEUES.notices),
        onChange: () => undefined,
        checkEvery: 50,
      });
      worker.start();
      await until(
        'the worker is away',
        () => worker.state,
        ({ state }) => state === 'away',
      );
      expect(worker.state.reason).toMatch(/cannot be asked/);
      const again = await own.restart();
      try {
        await until(
          'the worker works',
          () => worker.state,
          ({ state }) => state === 'working',
        );
        await producer.add(DELIVER_NOTICES, [{ id: 'n-1-1', payload: { ids: ['1'], careful: false } }]);
        await until(
          'the job is done',
          () => handled.length,
          (count) => count === 1,
        );
        expect(handled).toEqual([{ ids: ['1'], careful: false }]);
      } finally {
        await worker.stop();
        await producer.close();
        await pool.end();
        await again.stop();
      }
    },
    LONG,
  );

  it(
    'goes on after the server broke every connection',
    async () => {
      const process = await startProcess({ databaseUrl: database.url, redisUrl: null, modules: [RelayModule, NotificationModule] });
      running.push(process);
      await database.commitNotices(1);
      await until('the outbox is empty', undone, (count) => count === 0);
      await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await database.commitNotices(50);
      await until('the outbox is empty', undone, (count) => count === 0);
      expect(await database.one(`select count(*)::int from jiefen.notices`)).toBe(51);
    },
    LONG,
  );
});

describe('a process', () => {
  @Injectable()
  @HandlesJob(DELIVER_NOTICES)
  class SecondHandler implements JobHandler<unknown> {
    constructor(@Inject(NoticeDelivery) readonly delivery: NoticeDelivery) {}

    handle(): Promise<void> {
      return Promise.resolve();
    }
  }

  @Module({ providers: [{ provide: NoticeDelivery, useValue: null }, SecondHandler] })
  class SecondModule {}

  it('refuses to start with two handlers of one job', async () => {
    await expect(startProcess({ databaseUrl: database.url, redisUrl: null, modules: [NotificationModule, SecondModule] })).rejects.toThrow(
      /(DeliverNoticesHandler and SecondHandler|SecondHandler and DeliverNoticesHandler) both handle deliver-notices/,
    );
  });

  it('refuses to start when it must consume a queue and a job of it has no handler', async () => {
    await expect(
      startProcess({
        databaseUrl: database.url,
        redisUrl: null,
        modules: [NotificationModule],
        override: (builder) => builder.overrideProvider(DeliverNoticesHandler).useValue({}),
      }),
    ).rejects.toThrow('nothing handles deliver-notices');
  });

  it(
    'shows what waits, from tables alone',
    async () => {
      await database.commitNotices(3);
      await database.armDeadlines(2, -90);
      const process = await startProcess({ databaseUrl: database.url, redisUrl: null, modules: [RelayModule] });
      running.push(process);
      const reader = new BacklogReader(database.pool);
      const report = await until(
        'one notice waits',
        () => reader.read(),
        ({ queues }) => queues.some(({ queue, waiting }) => queue === 'notices' && waiting === 1),
      );
      expect(report.queues.map(({ queue, backend }) => [queue, backend])).toEqual([
        ['deliveries', 'postgres'],
        ['notices', 'postgres'],
        ['wakeups', 'postgres'],
      ]);
      expect(report.outbox).toMatchObject({ undone: 3, retrying: 0 });
      expect(report.deadlines.due).toBe(2);
      expect(report.deadlines.latenessSeconds).toBeGreaterThanOrEqual(90);
      expect(report.deadLetters).toBe(0);
    },
    LONG,
  );
});

describe('Redis', () => {
  it('that may evict jobs is refused', async () => {
    const redis = await RedisServer.start('allkeys-lru');
    const backend = new RedisQueues(redis.url, () => undefined);
    try {
      await expect(backend.prepare()).rejects.toThrow(
        'Redis may evict jobs (maxmemory-policy allkeys-lru): set maxmemory-policy noeviction',
      );
    } finally {
      await backend.close();
      await redis.stop();
    }
  });

  it('that is away makes a producer fail at once', async () => {
    const backend = new RedisQueues('redis://127.0.0.1:1', () => undefined);
    const producer = new JobProducer(backend, () => undefined);
    await expect(producer.add(DELIVER_NOTICES, [{ id: 'n-1-1', payload: { ids: ['1'], careful: false } }])).rejects.toThrow();
    await producer.close();
    await backend.close();
  });
});
