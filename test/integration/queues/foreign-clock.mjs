/**
 * A process whose clock is `CLOCK_AHEAD_MS` wrong (preloaded with `../../support/clock-ahead.mjs`), on the queue `notices` of
 * DATABASE_URL. `ROLE` says what it is; what happens to it is told in JSON lines.
 *   bare-worker       BullMQ's own worker
 *   guarded-worker    ours
 *   bare-producer     adds the job `bare` with BullMQ, to be done in an hour
 *   guarded-producer  adds the job `guarded` as our relay does, to be done in an hour
 */
import { createPostgresBackend, withBackend } from 'bullmq';
import { QueuePauses } from '#libs/backlog';
import { createQueuePool, JobProducer, obstacleOf, PostgresQueues, QUEUES, SupervisedWorker, WAKE_UP } from '#libs/queues';

const HOUR = 3_600_000;

const url = process.env.DATABASE_URL ?? '';
const pool = createQueuePool(url);
const backend = new PostgresQueues(pool, url);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const handle = (job) => {
  tell({ handled: job.id });
  return Promise.resolve();
};

const ROLES = {
  'bare-worker': () => {
    const { Worker } = withBackend(createPostgresBackend);
    // It runs from the moment it is made.
    new Worker('notices', handle, { ...QUEUES.notices, connection: pool }).on('error', () => undefined);
    tell({ state: 'working' });
    return Promise.resolve();
  },
  'guarded-worker': () => {
    const producer = new JobProducer(backend, () => undefined);
    new SupervisedWorker({
      queue: 'notices',
      obstacle: () => obstacleOf('notices', { pool, pauses: new QueuePauses(pool), producer, wallClock: Date.now }),
      make: () => backend.worker('notices', handle, QUEUES.notices),
      onChange: tell,
    }).start();
    return Promise.resolve();
  },
  'bare-producer': async () => {
    const { Queue } = withBackend(createPostgresBackend);
    await new Queue('wakeups', { connection: pool }).add('wake-up', {}, { jobId: 'bare', delay: HOUR });
    tell({ added: 'bare' });
  },
  'guarded-producer': async () => {
    const { rows } = await pool.query('select (extract(epoch from now()) * 1000)::float8 as now');
    const due = { now: Math.floor(rows[0].now), delay: HOUR };
    await new JobProducer(backend, () => undefined).add(WAKE_UP, [{ id: 'guarded', payload: { at: '2026-01-05T01:00:00Z' }, due }]);
    tell({ added: 'guarded' });
  },
};

await ROLES[process.env.ROLE]();
