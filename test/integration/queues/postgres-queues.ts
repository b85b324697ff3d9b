import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { QueuePauses } from '#libs/backlog';
import type { QueueProcessor } from '#libs/queues';
import { createQueuePool, JobProducer, obstacleOf, PostgresQueues, QUEUES, SupervisedWorker } from '#libs/queues';
import type { Pool } from 'pg';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer } from './queue-database.ts';

/** ms */
const LONG = 120_000;

/** What a test of the PostgreSQL backend has in hand. */
export interface QueuesUnderTest {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly producer: JobProducer;
  /** Called after the test, the last first. */
  readonly ends: (() => Promise<unknown>)[];
}

/** A database with prepared queues for each test of the calling file, on a server of the file's own. */
export function ownPostgresQueues(): () => QueuesUnderTest {
  let server: QueueServer;
  let current: QueuesUnderTest | undefined;
  beforeAll(async () => {
    server = await QueueServer.start();
  }, LONG);
  afterAll(async () => {
    await server.stop();
  }, LONG);
  beforeEach(async () => {
    const database = await server.database();
    const pool = createQueuePool(database.url);
    const producer = new JobProducer(new PostgresQueues(pool, database.url), () => undefined);
    current = { database, pool, producer, ends: [] };
    await producer.prepare();
  });
  afterEach(async () => {
    if (current === undefined) return;
    const { database, pool, producer, ends } = current;
    for (const end of ends.reverse()) await end();
    await producer.close();
    await pool.end();
    await database.close();
  }, LONG);
  return () => {
    if (current === undefined) throw new Error('the queues are not there yet: ask within a test or a hook');
    return current;
  };
}

/** Our worker, in this process, whose clock is right. Stalled jobs are looked for often, so that the test is quick. */
export function guardedWorker(
  on: { readonly pool: Pool; readonly url: string; readonly producer: JobProducer; readonly ends: QueuesUnderTest['ends'] },
  handle: QueueProcessor,
): SupervisedWorker {
  const worker = new SupervisedWorker({
    queue: 'notices',
    obstacle: () => obstacleOf('notices', { ...on, pauses: new QueuePauses(on.pool), wallClock: Date.now }),
    make: () => new PostgresQueues(on.pool, on.url).worker('notices', handle, { ...QUEUES.notices, stalledInterval: 200 }),
    onChange: () => undefined,
    checkEvery: 50,
  });
  on.ends.push(() => worker.stop());
  return worker;
}
