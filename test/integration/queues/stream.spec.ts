import { NoticeDelivery } from '#apps/notification';
import { poolConfig } from '#libs/persistence';
import { createQueuePool } from '#libs/queues';
import type { StreamEvent } from '#libs/stream';
import { PgListener, StreamHub } from '#libs/stream';
import type { Pool } from 'pg';
import type { TestDatabase } from './queue-database.ts';
import { OTHER_UNIT, QueueServer, UNIT } from './queue-database.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;

let server: QueueServer;
let database: TestDatabase;
let pool: Pool;
let listener: PgListener;
let hub: StreamHub;

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  database = await server.database();
  pool = createQueuePool(database.url);
  listener = new PgListener({ connection: poolConfig(database.url, { name: 'listener', max: 1 }), onError: () => undefined });
  hub = new StreamHub(listener);
  await listener.start();
});
afterEach(async () => {
  hub.close();
  await listener.close();
  await pool.end();
  await database.close();
}, 60_000);

function listen(unitId: string): StreamEvent[] {
  const heard: StreamEvent[] = [];
  hub.subscribe({ unitId, roles: ['head'] }, (event) => heard.push(event));
  return heard;
}

const deliver = (ids: readonly string[]): Promise<unknown> => new NoticeDelivery(pool).deliver({ ids, careful: false });
const count = (heard: readonly StreamEvent[]) => (): number => heard.length;

describe('live updates', () => {
  it(
    'reach the addressed unit in every process, however many share a batch',
    async () => {
      const here = listen(UNIT);
      const elsewhere = listen(OTHER_UNIT);
      const mine = await database.commitNotices(120);
      const theirs = await database.commitNotices(1, { unitId: OTHER_UNIT });
      await deliver([...mine, ...theirs]);
      await until('the events have come', count(here), (n) => n === 120);
      await until('the events have come', count(elsewhere), (n) => n === 1);
      expect(here[0]).toMatchObject({
        topic: 'inbox',
        seq: 1,
        version: 2,
        at: '2026-03-06T01:30:00.000Z',
        to: [{ unitId: UNIT, roles: ['handler', 'head'] }],
      });
    },
    LONG,
  );

  it(
    'of a sealed case reach its holder alone, and nobody before it is forwarded',
    async () => {
      const holder = listen(UNIT);
      const former = listen(OTHER_UNIT);
      const held = await database.commitNotices(1, { sealed: true });
      const toFormer = await database.commitNotices(1, { sealed: true, unitId: OTHER_UNIT });
      const registered = await database.commitNotices(1, { sealed: true, state: 'registered' });
      const last = await database.commitNotices(1);
      await deliver([...held, ...toFormer, ...registered]);
      await deliver(last);
      await until('the events have come', count(holder), (n) => n === 2);
      const cases = await database.one<string[]>(`select array_agg(case_id::text order by id) from jiefen.outbox`);
      expect(holder.map((event) => (event.topic === 'resync' ? null : event.caseId))).toEqual([cases[0], cases[3]]);
      expect(former).toEqual([]);
      // The inbox of a unit that may no longer know of the case stays empty too.
      expect(await database.one(`select count(*)::int from jiefen.notices where unit_id = $1`, [OTHER_UNIT])).toBe(0);
      expect(await database.one(`select count(*)::int from jiefen.outbox where done_at is null`)).toBe(0);
    },
    LONG,
  );

  it(
    'say that something may have been missed when the connection was away',
    async () => {
      const heard = listen(UNIT);
      await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jiefen-listener'`);
      await until('the events have come', count(heard), (n) => n === 1);
      expect(heard).toEqual([{ topic: 'resync' }]);
      await deliver(await database.commitNotices(1));
      await until('the events have come', count(heard), (n) => n === 2);
    },
    LONG,
  );
});
