import { NoticeDelivery } from '#apps/notification';
import { createQueuePool } from '#libs/queues';
import type { Pool } from 'pg';
import type { TestDatabase } from './queue-database.ts';
import { ownPostgresQueues } from './postgres-queues.ts';

/** ms; most take a fraction of a second, on a busy machine a few. */
const LONG = 120_000;

const queues = ownPostgresQueues();
let database: TestDatabase;
let pool: Pool;
beforeEach(() => {
  ({ database, pool } = queues());
});

const undone = (): Promise<number> => database.one(`select count(*)::int from jiefen.outbox where done_at is null`);
const notices = (): Promise<number> => database.one(`select count(*)::int from jiefen.notices`);

describe('a batch of notices', () => {
  it(
    'delivered twice, and at once, writes once',
    async () => {
      const ids = await database.commitNotices(200);
      const delivery = new NoticeDelivery(pool);
      await Promise.all([delivery.deliver({ ids, careful: false }), delivery.deliver({ ids: ids.toReversed(), careful: true })]);
      await delivery.deliver({ ids, careful: true });
      expect(await notices()).toBe(200);
      expect(await undone()).toBe(0);
    },
    LONG,
  );

  it(
    'may come after a later one',
    async () => {
      const early = await database.commitNotices(10);
      const late = await database.commitNotices(10);
      const delivery = new NoticeDelivery(pool);
      await delivery.deliver({ ids: late, careful: false });
      await delivery.deliver({ ids: [...late.slice(5), ...early], careful: false });
      expect(await notices()).toBe(20);
    },
    LONG,
  );

  it.each([false, true])(
    'leaves a row that another delivery has in hand to that one and waits for nobody (careful: %s)',
    async (careful) => {
      const ids = await database.commitNotices(10);
      const other = await pool.connect();
      try {
        await other.query('begin');
        await other.query('select from jiefen.outbox where id = $1 for update', [ids[4]]);
        expect(await new NoticeDelivery(pool).deliver({ ids, careful })).toEqual({ failed: 0, buried: 0 });
        expect(await notices()).toBe(9);
        await other.query('rollback');
      } finally {
        other.release();
      }
      expect(await database.one(`select array_agg(id::text) from jiefen.outbox where done_at is null and tries = 0`)).toEqual([ids[4]]);
    },
    LONG,
  );

  it(
    'gives up a row about which the database does not answer, and delivers its neighbours',
    async () => {
      const ids = await database.commitNotices(3);
      await database.pool.query(`create function public.hang() returns trigger language plpgsql as
        $$ begin if new.outbox_id = ${String(ids[1])} then perform pg_sleep(3600); end if; return new; end $$`);
      await database.pool.query('create trigger hang before insert on jiefen.notices for each row execute function public.hang()');
      expect(await new NoticeDelivery(pool, { maxTries: 1 }).deliver({ ids, careful: false })).toEqual({ failed: 1, buried: 1 });
      expect(await notices()).toBe(2);
      expect(await database.one(`select reason from jiefen.dead_letters`)).toMatch(/^57014: canceling statement due to statement timeout/);
    },
    LONG,
  );

  it(
    'blames no row while the database is away',
    async () => {
      const ids = await database.commitNotices(3);
      const elsewhere = createQueuePool('postgres://jiefen@127.0.0.1:1/none');
      await expect(new NoticeDelivery(elsewhere).deliver({ ids, careful: false })).rejects.toThrow(/ECONNREFUSED/);
      await elsewhere.end();
      expect(await database.one(`select max(tries)::int from jiefen.outbox`)).toBe(0);
    },
    LONG,
  );

  it(
    'is not written at all when its event is missing',
    async () => {
      const [id] = await database.commitNotices(1);
      await database.pool.query(`update jiefen.outbox set seq = 7`);
      const result = await new NoticeDelivery(pool, { maxTries: 1 }).deliver({ ids: [id ?? ''], careful: false });
      expect(result).toEqual({ failed: 1, buried: 1 });
      expect(await notices()).toBe(0);
    },
    LONG,
  );
});
