import { createPostgresBackend, withBackend } from 'bullmq';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { createQueuePool, DELIVER_NOTICES, JobProducer, PostgresQueues, QUEUES } from '#libs/queues';
import type { Pool } from 'pg';
import pg from 'pg';
import { guardedWorker, ownPostgresQueues } from './postgres-queues.ts';
import { QueueServer } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;

/**
 * What BullMQ does on PostgreSQL when it is left alone, each beside what keeps it from doing so here. When a new version of BullMQ
 * mends one of these, its first test fails, and the guard may go.
 */
const queues = ownPostgresQueues();

const { Worker } = withBackend(createPostgresBackend);

describe('a worker that starts while the database is down', () => {
  let down: QueueServer;
  let elsewhere: Pool;
  beforeEach(async () => {
    const own = await QueueServer.start();
    elsewhere = createQueuePool(own.server.url);
    await own.server.stop();
    down = own;
  }, LONG);
  afterEach(async () => {
    for (const end of queues().ends.splice(0).reverse()) await end();
    await elsewhere.end();
    await down.stop();
  }, LONG);

  it(
    'left alone, is dead for good',
    async () => {
      const handled = { early: 0, late: 0 };
      const bareWorker = (which: keyof typeof handled) => {
        const worker = new Worker(
          'notices',
          () => {
            handled[which] += 1;
            return Promise.resolve();
          },
          { ...QUEUES.notices, connection: elsewhere as never, runRetryDelay: 10 },
        );
        worker.on('error', () => undefined);
        queues().ends.push(() => worker.close(true).catch(() => undefined));
        return worker;
      };
      const early = bareWorker('early');
      await expect(early.waitUntilReady()).rejects.toThrow();
      down = await down.restart();
      const other = new JobProducer(new PostgresQueues(elsewhere, down.server.url), () => undefined);
      queues().ends.push(() => other.close());
      await other.prepare();
      bareWorker('late');
      for (let n = 1; n <= 50; n += 1) {
        await other.add(DELIVER_NOTICES, [{ id: `n-${String(n)}-1`, payload: { ids: ['1'], careful: false } }]);
      }
      await until(
        'the late worker has done all of them',
        () => handled.late,
        (count) => count === 50,
      );
      // On the same pool, over a database that answers: the failure of its start is remembered for good.
      expect(handled.early).toBe(0);
      await expect(early.waitUntilReady()).rejects.toThrow();
    },
    LONG,
  );

  it(
    'works here once it is up',
    async () => {
      const { url } = down.server;
      const other = new JobProducer(new PostgresQueues(elsewhere, url), () => undefined);
      const handled: unknown[] = [];
      const worker = guardedWorker({ pool: elsewhere, url, producer: other, ends: queues().ends }, (job) => {
        handled.push(job.data);
        return Promise.resolve();
      });
      worker.start();
      await until(
        'the worker is away',
        () => worker.state,
        ({ state }) => state === 'away',
      );
      expect(worker.state.reason).toMatch(/^the database cannot be asked/);
      down = await down.restart();
      await until(
        'the worker works',
        () => worker.state,
        ({ state }) => state === 'working',
      );
      await other.add(DELIVER_NOTICES, [{ id: 'n-1-1', payload: { ids: ['1'], careful: false } }]);
      await until(
        'the job is done',
        () => handled.length,
        (count) => count === 1,
      );
      await other.close();
    },
    LONG,
  );
});

describe('what is committed late, under a smaller number', () => {
  /** A transaction that has taken its number and isn't committed yet. */
  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: queues().database.url });
    await client.connect();
    queues().ends.push(() => client.end());
    await client.query('begin');
    return client;
  }

  it(
    'left alone, is never heard by whoever listens to the events of a queue',
    async () => {
      const OnPostgres = withBackend(createPostgresBackend);
      const events = new OnPostgres.QueueEvents('notices', { connection: queues().pool as never });
      queues().ends.push(() => events.close());
      const heard: string[] = [];
      events.on('error', () => undefined);
      events.on('waiting', ({ jobId }) => heard.push(jobId));
      await events.waitUntilReady();
      const publish = (client: Pool | pg.Client, jobId: string): Promise<unknown> =>
        client.query(`select bullmq.publish_event('notices', 'waiting', jsonb_build_object('jobId', $1::text))`, [jobId]);
      // It hears from the moment at which it listens.
      await until(
        'it listens',
        async () => {
          await publish(queues().pool, 'first');
          return heard.includes('first');
        },
        (there) => there,
      );

      const slow = await open();
      await slow.query('set local search_path = bullmq');
      await publish(slow, 'late');
      await publish(queues().pool, 'second');
      await until(
        'the event is heard',
        () => heard.includes('second'),
        (there) => there,
      );
      await slow.query('commit');
      await publish(queues().pool, 'third');
      await until(
        'the event is heard',
        () => heard.includes('third'),
        (there) => there,
      );
      expect(await queues().database.one(`select count(*)::int from bullmq.event where data->>'jobId' = 'late'`)).toBe(1);
      expect(heard).not.toContain('late');
    },
    LONG,
  );

  it(
    'is delivered here: no event is listened to, and the relay keeps no cursor',
    async () => {
      await queues().database.commitNotices(1);
      const slow = await open();
      await slow.query(`create temp table taken on commit drop as select nextval('jiefen.outbox_id_seq') as id`);
      await queues().database.commitNotices(3);
      const process = await startProcess({
        databaseUrl: queues().database.url,
        redisUrl: null,
        modules: [RelayModule, NotificationModule],
      });
      queues().ends.push(() => process.close());
      const undone = (): Promise<number> => queues().database.one(`select count(*)::int from jiefen.outbox where done_at is null`);
      await until('the outbox is empty', undone, (count) => count === 0);
      await slow.query(
        `insert into jiefen.outbox (id, topic, case_id, seq, payload, created_at) overriding system value
         select (select id from taken), topic, case_id, seq, payload, now() from jiefen.outbox order by id limit 1`,
      );
      await slow.query('commit');
      await until('the outbox is empty', undone, (count) => count === 0);
      expect(await queues().database.one(`select count(*)::int from jiefen.notices`)).toBe(5);
      expect(
        await queues().database.one(`select count(*)::int from jiefen.outbox where id = (select min(id) + 1 from jiefen.outbox)`),
      ).toBe(1);
    },
    LONG,
  );
});
