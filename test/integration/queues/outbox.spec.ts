import type { TestingModule } from '@nestjs/testing';
import { NoticeDelivery, NotificationModule } from '#apps/notification';
import type { RelayOptions } from '#apps/relay';
import { DEFAULT_RELAY_OPTIONS, OutboxRelay, RELAY_OPTIONS, RelayModule } from '#apps/relay';
import { DeadLetterStore, PostgresOutbox } from '#libs/backlog';
import { createQueuePool, JobProducer, QUEUE_POOL } from '#libs/queues';
import type { Pool } from 'pg';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer, UNIT } from './queue-database.ts';
import type { ProcessOptions } from './queue-process.ts';
import { startProcess } from './queue-process.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { until } from '../../support/until.ts';

/** ms; most take a fraction of a second, on a busy machine a few. */
const LONG = 120_000;

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
const notices = (): Promise<number> => database.one(`select count(*)::int from jiefen.notices`);
const zero = (count: number): boolean => count === 0;

async function start(
  redisUrl: string | null,
  modules: ProcessOptions['modules'],
  relay: Partial<RelayOptions> = {},
): Promise<TestingModule> {
  const process = await startProcess({
    databaseUrl: database.url,
    redisUrl,
    modules,
    override: (builder) =>
      builder
        .overrideProvider(RELAY_OPTIONS)
        .useValue({ ...DEFAULT_RELAY_OPTIONS, ...relay })
        .overrideProvider(NoticeDelivery)
        .useFactory({ factory: (pool: Pool) => new NoticeDelivery(pool, { maxTries: 2, retryAfter: 50 }), inject: [QUEUE_POOL] }),
  });
  running.push(process);
  return process;
}

describe.each(QUEUE_BACKENDS)('the outbox over %s', (backend) => {
  const queues = ownQueues(backend);
  const url = (): string | null => queues.store().redisUrl;
  afterEach(() => queues.store().clear());

  it(
    'puts every notice into its inbox, once',
    async () => {
      await database.commitNotices(1300);
      await start(url(), [RelayModule, NotificationModule]);
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(1300);
      expect(
        await database.one(`select count(distinct outbox_id)::int from jiefen.notices where unit_id = $1 and roles = '{handler,head}'`, [
          UNIT,
        ]),
      ).toBe(1300);
      expect(await database.one(`select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') from jiefen.notices`)).toBe(
        '2026-03-06T01:30',
      );
    },
    LONG,
  );

  it(
    'is emptied by a relay that starts after the one that had leased the rows died',
    async () => {
      await database.commitNotices(20);
      const first = await start(url(), [RelayModule], { lease: 400 });
      await until(
        'the rows are leased',
        () => database.one<number>(`select count(*)::int from jiefen.outbox where attempt > 0`),
        (leased) => leased === 20,
      );
      await first.close();
      running.pop();
      // The queue forgets what that relay had put into it.
      await queues.store().lose(database.url);
      await start(url(), [RelayModule, NotificationModule], { lease: 400 });
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(20);
      expect(await database.one(`select min(attempt)::int from jiefen.outbox`)).toBeGreaterThan(1);
    },
    LONG,
  );

  it(
    'buries a row that cannot be delivered, with the reason, and delivers its neighbours',
    async () => {
      const good = await database.commitNotices(30);
      const [poison] = await database.commitNotices(1, { unitId: 'no-unit' });
      const more = await database.commitNotices(30);
      await start(url(), [RelayModule, NotificationModule]);
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(good.length + more.length);
      expect(
        await database.one(`select jsonb_agg(jsonb_build_object('id', message_id, 'attempts', attempts)) from jiefen.dead_letters`),
      ).toEqual([{ id: poison, attempts: 2 }]);
      expect(await database.one(`select reason from jiefen.dead_letters`)).toMatch(/^22P02: invalid input syntax for type uuid/);
    },
    LONG,
  );

  it(
    'sends a dead letter again when the operator asks, and says who asked',
    async () => {
      const [poison] = await database.commitNotices(1, { unitId: 'no-unit' });
      await start(url(), [RelayModule, NotificationModule]);
      await until(
        'the row is buried',
        () => database.one<number>('select count(*)::int from jiefen.dead_letters'),
        (count) => count === 1,
      );
      await database.pool.query(
        `update jiefen.dead_letters set payload = jsonb_set(payload, '{payload,notices,0,unitId}', to_jsonb($1::text))`,
        [UNIT],
      );
      await database.pool.query(`delete from jiefen.outbox`);
      const store = new DeadLetterStore(database.pool);
      const { items } = await store.page(10);
      const id = items[0]?.id ?? '';
      expect(await store.redrive(id, UNIT, 'the address was wrong')).toBe('redriven');
      expect(await store.redrive(id, UNIT, 'the address was wrong')).toBe('redriven-before');
      expect(await store.redrive('999999', UNIT, 'nothing')).toBe('not-found');
      await until('the notice has arrived', notices, (count) => count === 1);
      expect(await database.one(`select outbox_id::text from jiefen.notices`)).toBe(poison);
      expect(
        await database.one(
          `select count(*)::int from jiefen.audit_log where action = 'dead-letter.redriven' and user_id = $1 and data->>'reason' = 'the address was wrong'`,
          [UNIT],
        ),
      ).toBe(1);
      expect((await store.page(10)).items).toEqual([]);
    },
    LONG,
  );
});

it('parts rows that are tried alone: what came back together comes back apart, and within the lease', async () => {
  const ids = await database.commitNotices(40);
  await database.pool.query(`update jiefen.outbox set tries = 2 where id = any($1::bigint[])`, [ids.slice(20)]);
  const pool = createQueuePool(database.url);
  running.push({ close: () => pool.end() });
  expect(await new PostgresOutbox(pool).lease(100, 15_000, 100)).toHaveLength(40);
  const seconds = async (tries: number): Promise<number> =>
    database.one(`select extract(epoch from max(lease_until) - min(lease_until))::int from jiefen.outbox where tries = ${String(tries)}`);
  // Twenty draws from nine seconds.
  expect([await seconds(0), (await seconds(2)) > 2]).toEqual([0, true]);
  expect(
    await database.one(`select bool_and(lease_until between clock_timestamp() and clock_timestamp() + interval '15 s') from jiefen.outbox`),
  ).toBe(true);
});

describe.each(QUEUE_BACKENDS)('the relay over %s', (backend) => {
  const queues = ownQueues(backend);
  afterEach(() => queues.store().clear());

  it(
    'lets nothing wait behind rows that are tried alone and hang',
    async () => {
      const hanging = await database.commitNotices(12);
      await database.pool.query(`update jiefen.outbox set tries = 2, attempt = 3 where id = any($1::bigint[])`, [hanging]);
      await database.pool.query(`
        create function public.hang() returns trigger language plpgsql as $$ begin perform pg_sleep(3600); return new; end $$;
        create trigger hang before insert on jiefen.notices for each row when (new.outbox_id <= ${hanging.at(-1) ?? ''}) execute function public.hang()`);
      await start(queues.store().redisUrl, [RelayModule, NotificationModule]);
      await until(
        'two of them are in hand',
        () => database.one<number>(`select count(*)::int from jiefen.outbox where tries > 2`),
        (tried) => tried >= 2,
      );
      await database.commitNotices(20);
      await until('the others are told', notices, (count) => count === 20);
      // One after the other they would take half a minute.
      expect(await database.one<number>(`select count(*)::int from jiefen.outbox where tries > 2`)).toBeLessThan(10);
    },
    LONG,
  );

  it(
    'leaves rows unleased while nobody consumes, and blames none of them',
    async () => {
      await database.commitNotices(1200);
      await start(queues.store().redisUrl, [RelayModule], { lease: 200, jobsWaiting: 1 });
      await until(
        'the rows are leased',
        () => database.one<number>(`select count(*)::int from jiefen.outbox where attempt > 0`),
        (leased) => leased > 0,
      );
      await start(queues.store().redisUrl, [NotificationModule]);
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(1200);
      expect(await database.one(`select count(*)::int from jiefen.dead_letters`)).toBe(0);
    },
    LONG,
  );

  it(
    'isolates a row that takes the process down with it, and buries it alone',
    async () => {
      const ids = await database.commitNotices(60);
      // Processes died with this batch in hand: each wrote its try down before, none wrote an outcome.
      await database.pool.query(`update jiefen.outbox set tries = 2, attempt = 3`);
      await database.pool.query(`update jiefen.outbox set tries = 7 where id = $1`, [ids[17]]);
      await start(queues.store().redisUrl, [RelayModule, NotificationModule]);
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(59);
      expect(await database.one(`select reason from jiefen.dead_letters`)).toMatch(/^the consumer died 5 times while handling it alone$/);
    },
    LONG,
  );

  it(
    'gives rows of an unknown topic up at once',
    async () => {
      await database.commitNotices(2);
      await database.pool.query(`update jiefen.outbox set topic = 'carrier-pigeon' where id = (select min(id) from jiefen.outbox)`);
      await start(queues.store().redisUrl, [RelayModule, NotificationModule]);
      await until('the outbox is empty', undone, zero);
      expect(await notices()).toBe(1);
      expect(await database.one(`select reason from jiefen.dead_letters`)).toBe('nothing consumes the topic carrier-pigeon');
    },
    LONG,
  );

  it(
    'releases its rows when the queue is away',
    async () => {
      await database.commitNotices(5);
      const pool = createQueuePool(database.url);
      running.push({ close: () => pool.end() });
      const away = {
        kind: 'redis' as const,
        prepare: () => Promise.resolve(),
        verify: () => Promise.resolve(),
        queue: () => {
          throw new Error('the queue is away');
        },
        worker: () => {
          throw new Error('no worker here');
        },
        close: () => Promise.resolve(),
      };
      const producer = new JobProducer(away, () => undefined);
      const relay = new OutboxRelay(new PostgresOutbox(pool), producer, DEFAULT_RELAY_OPTIONS);
      await expect(relay.turn()).rejects.toThrow('the queue is away');
      expect(await database.one(`select count(*)::int from jiefen.outbox where lease_until is not null`)).toBe(0);
    },
    LONG,
  );
});
