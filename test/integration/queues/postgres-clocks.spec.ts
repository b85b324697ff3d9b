import { DELIVER_NOTICES } from '#libs/queues';
import type { ForeignRole } from './foreign-clock.ts';
import { ForeignClock } from './foreign-clock.ts';
import { guardedWorker, ownPostgresQueues } from './postgres-queues.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What a wrong clock does to BullMQ on PostgreSQL when it is left alone, each beside what keeps it from doing so here. When a new
 * version of BullMQ mends one of these, its first test fails, and the guard may go.
 */
const queues = ownPostgresQueues();

function foreign(role: ForeignRole, aheadMs: number): ForeignClock {
  const { database, ends } = queues();
  const process = ForeignClock.start(role, database.url, aheadMs);
  ends.push(() => process.kill());
  return process;
}

const addNotice = (id: string, due?: { readonly now: number; readonly delay: number }): Promise<void> =>
  queues().producer.add(DELIVER_NOTICES, [{ id, payload: { ids: ['1'], careful: false }, ...(due === undefined ? {} : { due }) }]);
const stateOf = (id: string): Promise<string> => queues().database.one(`select state::text from bullmq.job where id = $1`, [id]);
/** One pass of BullMQ's stalled recovery, as a worker whose clock is right makes it. */
const recoveryPass = async (): Promise<string[]> => {
  const { rows } = await queues().pool.query<{ id: string }>('select id from move_stalled_jobs_to_wait($1, 10, $2, 1) as id', [
    'notices',
    Date.now(),
  ]);
  return rows.map(({ id }) => id);
};

/** A job that was in hand when its process died; its lock ended `ago` ms ago (negative: it ends later). */
async function leftBehind(id: string, ago: number): Promise<void> {
  await addNotice(id);
  await queues().pool.query(`update job set state = 'active', lock_token = 'gone', locked_until_ms = $2 where id = $1`, [
    id,
    Date.now() - ago,
  ]);
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
    queues().database.one(
      `select coalesce(max(value::bigint), 0)::float8 from bullmq.meta where queue = 'notices' and field = 'stalled-check'`,
    );

  it(
    'left alone, keeps every other worker from finding stalled jobs for a day',
    async () => {
      const fast = foreign('bare-worker', DAY);
      await until('the fast clock has made its pass', checkedAt, (at) => at > Date.now() + DAY - HOUR);
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
      await until('the fast clock has made its pass', checkedAt, (at) => at > Date.now() + DAY - HOUR);
      await fast.kill();
      await leftBehind('stalled', 1000);
      await leftBehind('locked', -DAY);
      const { pool, database, producer, ends } = queues();
      guardedWorker({ pool, url: database.url, producer, ends }, () => Promise.resolve()).start();
      // Neither is tried again (a job that died with its process comes back by its rows' leases), but nobody waits for the dead any more.
      const held = (): Promise<number> => database.one(`select count(*)::int from bullmq.job where state = 'active'`);
      await until('no job is held by the dead', held, (count) => count === 0);
    },
    LONG,
  );
});

describe('a producer whose clock is two hours fast', () => {
  /** By how many ms the job waits longer than the hour it was meant to. */
  const late = (id: string): Promise<number> =>
    queues().database.one(
      `select process_at_ms::float8 - extract(epoch from clock_timestamp()) * 1000 - $2 from bullmq.job where id = $1`,
      [id, HOUR],
    );

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
