import { createPostgresBackend, withBackend } from 'bullmq';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { QueuePauses } from '#libs/backlog';
import type { QueueProcessor } from '#libs/queues';
import { createQueuePool, DELIVER_NOTICES, JobProducer, obstacleOf, PostgresQueues, QUEUES, SupervisedWorker } from '#libs/queues';
import type { Pool } from 'pg';
import pg from 'pg';
import type { ForeignRole } from './foreign-clock.ts';
import { ForeignClock } from './foreign-clock.ts';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { until } from './until.ts';

/** ms */
const LONG = 120_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What BullMQ does on PostgreSQL when it is left alone, each beside what keeps it from doing so here. When a new version of BullMQ
 * mends one of these, its first test fails, and the guard may go.
 */
let server: QueueServer;
let database: TestDatabase;
let pool: Pool;
let producer: JobProducer;
let ends: (() => Promise<unknown>)[];

beforeAll(async () => {
  server = await QueueServer.start();
}, LONG);
afterAll(async () => {
  await server.stop();
}, LONG);
beforeEach(async () => {
  ends = [];
  database = await server.database();
  pool = createQueuePool(database.url);
  producer = new JobProducer(new PostgresQueues(pool, database.url), () => undefined);
  await producer.prepare();
});
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  await producer.close();
  await pool.end();
  await database.close();
}, LONG);

const { Worker } = withBackend(createPostgresBackend);

function foreign(role: ForeignRole, aheadMs: number): ForeignClock {
  const process = ForeignClock.start(role, database.url, aheadMs);
  ends.push(() => process.kill());
  return process;
}

/** Our worker, in this process, whose clock is right. Stalled jobs are looked for often, so that the test is quick. */
function guardedWorker(
  on: { readonly pool: Pool; readonly url: string; readonly producer: JobProducer },
  handle: QueueProcessor,
): SupervisedWorker {
  const worker = new SupervisedWorker({
    queue: 'notices',
    obstacle: () => obstacleOf('notices', { ...on, pauses: new QueuePauses(on.pool), wallClock: Date.now }),
    make: () => new PostgresQueues(on.pool, on.url).worker('notices', handle, { ...QUEUES.notices, stalledInterval: 200 }),
    onChange: () => undefined,
    checkEvery: 50,
  });
  ends.push(() => worker.stop());
  return worker;
}

const addNotice = (id: string, due?: { readonly now: number; readonly delay: number }): Promise<void> =>
  producer.add(DELIVER_NOTICES, [{ id, payload: { ids: ['1'], careful: false }, ...(due === undefined ? {} : { due }) }]);
const stateOf = (id: string): Promise<string> => database.one(`select state::text from bullmq.job where id = $1`, [id]);
/** One pass of BullMQ's stalled recovery, as a worker whose clock is right makes it. */
const recoveryPass = async (): Promise<string[]> =>
  (await pool.query<{ id: string }>('select id from move_stalled_jobs_to_wait($1, 10, $2, 1) as id', ['notices', Date.now()])).rows.map(
    ({ id }) => id,
  );

/** A job that was in hand when its process died; its lock ended `ago` ms ago (negative: it ends later). */
async function leftBehind(id: string, ago: number): Promise<void> {
  await addNotice(id);
  await pool.query(`update job set state = 'active', lock_token = 'gone', locked_until_ms = $2 where id = $1`, [id, Date.now() - ago]);
}

describe('a worker whose clock is two hours fast', () => {
  it(
    'left alone, does now what is due in an hour',
    async () => {
      await addNotice('early', { now: Date.now(), delay: HOUR });
      await foreign('bare-worker', 2 * HOUR).told(({ handled }) => handled === 'early');
    },
    LONG,
  );

  it(
    'takes no job here, and says why',
    async () => {
      await addNotice('early', { now: Date.now(), delay: HOUR });
      const { reason } = await foreign('guarded-worker', 2 * HOUR).told(({ state }) => state === 'away');
      expect(reason).toMatch(/^this machine's clock is (7199|7200)\.\d s ahead of the database's$/);
      expect(await stateOf('early')).toBe('delayed');
    },
    LONG,
  );
});

describe('a worker whose clock is a day fast', () => {
  const checkedAt = (): Promise<number> =>
    database.one(`select coalesce(max(value::bigint), 0)::float8 from bullmq.meta where queue = 'notices' and field = 'stalled-check'`);

  it(
    'left alone, keeps every other worker from finding stalled jobs for a day',
    async () => {
      const fast = foreign('bare-worker', DAY);
      await until(checkedAt, (at) => at > Date.now() + DAY - HOUR);
      await fast.kill();
      await leftBehind('stalled', 1000);
      expect([await recoveryPass(), await recoveryPass(), await recoveryPass()]).toEqual([[], [], []]);
      expect(await stateOf('stalled')).toBe('active');
    },
    LONG,
  );

  it(
    'makes no such pass here',
    async () => {
      await foreign('guarded-worker', DAY).told(({ state }) => state === 'away');
      expect(await checkedAt()).toBe(0);
    },
    LONG,
  );

  it(
    'is undone where it was so before it noticed: the pass in the future and the locks of a day',
    async () => {
      const fast = foreign('bare-worker', DAY);
      await until(checkedAt, (at) => at > Date.now() + DAY - HOUR);
      await fast.kill();
      await leftBehind('stalled', 1000);
      await leftBehind('locked', -DAY);
      const handled: (string | undefined)[] = [];
      guardedWorker({ pool, url: database.url, producer }, (job) => {
        handled.push(job.id);
        return Promise.resolve();
      }).start();
      await until(
        () => new Set(handled),
        (ids) => ids.has('stalled') && ids.has('locked'),
      );
    },
    LONG,
  );
});

describe('a producer whose clock is two hours fast', () => {
  /** By how many ms the job waits longer than the hour it was meant to. */
  const late = (id: string): Promise<number> =>
    database.one(`select process_at_ms::float8 - extract(epoch from clock_timestamp()) * 1000 - $2 from bullmq.job where id = $1`, [
      id,
      HOUR,
    ]);

  it(
    'left alone, wakes everybody two hours late',
    async () => {
      await foreign('bare-producer', 2 * HOUR).told(({ added }) => added === 'bare');
      expect(await late('bare')).toBeGreaterThan(HOUR);
    },
    LONG,
  );

  it(
    'counts from the clock of the database here',
    async () => {
      await foreign('guarded-producer', 2 * HOUR).told(({ added }) => added === 'guarded');
      const off = await late('guarded');
      expect(off).toBeLessThanOrEqual(0);
      expect(off).toBeGreaterThan(-HOUR);
    },
    LONG,
  );
});

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
    for (const end of ends.splice(0).reverse()) await end();
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
        ends.push(() => worker.close(true).catch(() => undefined));
        return worker;
      };
      const early = bareWorker('early');
      await expect(early.waitUntilReady()).rejects.toThrow();
      down = await down.restart();
      const other = new JobProducer(new PostgresQueues(elsewhere, down.server.url), () => undefined);
      ends.push(() => other.close());
      await other.prepare();
      bareWorker('late');
      for (let n = 1; n <= 50; n += 1) {
        await other.add(DELIVER_NOTICES, [{ id: `n-${String(n)}-1`, payload: { ids: ['1'], careful: false } }]);
      }
      await until(
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
      const worker = guardedWorker({ pool: elsewhere, url, producer: other }, (job) => {
        handled.push(job.data);
        return Promise.resolve();
      });
      worker.start();
      await until(
        () => worker.state,
        ({ state }) => state === 'away',
      );
      expect(worker.state.reason).toMatch(/^the database cannot be asked/);
      down = await down.restart();
      await until(
        () => worker.state,
        ({ state }) => state === 'working',
      );
      await other.add(DELIVER_NOTICES, [{ id: 'n-1-1', payload: { ids: ['1'], careful: false } }]);
      await until(
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
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    ends.push(() => client.end());
    await client.query('begin');
    return client;
  }

  it(
    'left alone, is never heard by whoever listens to the events of a queue',
    async () => {
      const OnPostgres = withBackend(createPostgresBackend);
      const events = new OnPostgres.QueueEvents('notices', { connection: pool as never });
      ends.push(() => events.close());
      const heard: string[] = [];
      events.on('error', () => undefined);
      events.on('waiting', ({ jobId }) => heard.push(jobId));
      await events.waitUntilReady();
      const publish = (client: Pool | pg.Client, jobId: string): Promise<unknown> =>
        client.query(`select bullmq.publish_event('notices', 'waiting', jsonb_build_object('jobId', $1::text))`, [jobId]);
      // It hears from the moment at which it listens.
      await until(
        async () => {
          await publish(pool, 'first');
          return heard.includes('first');
        },
        (there) => there,
      );

      const slow = await open();
      await slow.query('set local search_path = bullmq');
      await publish(slow, 'late');
      await publish(pool, 'second');
      await until(
        () => heard.includes('second'),
        (there) => there,
      );
      await slow.query('commit');
      await publish(pool, 'third');
      await until(
        () => heard.includes('third'),
        (there) => there,
      );
      expect(await database.one(`select count(*)::int from bullmq.event where data->>'jobId' = 'late'`)).toBe(1);
      expect(heard).not.toContain('late');
    },
    LONG,
  );

  it(
    'is delivered here: no event is listened to, and the relay keeps no cursor',
    async () => {
      await database.commitNotices(1);
      const slow = await open();
      await slow.query(`create temp table taken on commit drop as select nextval('jiefen.outbox_id_seq') as id`);
      await database.commitNotices(3);
      const process = await startProcess({ databaseUrl: database.url, redisUrl: null, modules: [RelayModule, NotificationModule] });
      ends.push(() => process.close());
      const undone = (): Promise<number> => database.one(`select count(*)::int from jiefen.outbox where done_at is null`);
      await until(undone, (count) => count === 0);
      await slow.query(
        `insert into jiefen.outbox (id, topic, case_id, seq, payload, created_at) overriding system value
         select (select id from taken), topic, case_id, seq, payload, now() from jiefen.outbox order by id limit 1`,
      );
      await slow.query('commit');
      await until(undone, (count) => count === 0);
      expect(await database.one(`select count(*)::int from jiefen.notices`)).toBe(5);
      expect(await database.one(`select count(*)::int from jiefen.outbox where id = (select min(id) + 1 from jiefen.outbox)`)).toBe(1);
    },
    LONG,
  );
});
