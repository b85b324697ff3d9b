import { DEFAULT_ESCALATION_OPTIONS, ESCALATION_OPTIONS, EscalationModule } from '#apps/escalation';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { BacklogReader, QueuePauses } from '#libs/backlog';
import { EngineModule } from '#libs/engine';
import { JobProducer, JobWorkers } from '#libs/queues';
import type { TestingModule } from '@nestjs/testing';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import type { TestDatabase } from './queue-database.ts';
import { QueueServer, UNIT } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { RowFiringModule } from './row-firing.ts';
import { until } from '../../support/until.ts';

/** ms */
const LONG = 120_000;

let server: QueueServer;
let database: TestDatabase;
let process: TestingModule | undefined;
beforeAll(async () => {
  server = await QueueServer.start();
}, LONG);
afterAll(async () => {
  await server.stop();
}, LONG);
beforeEach(async () => {
  database = await server.database();
  await database.pool.query(
    `insert into jiefen.users (id, username, password_hash, display_name, roles) values ($1, 'operator', 'x', '值班员', '{operator}')`,
    [UNIT],
  );
});
afterEach(async () => {
  await process?.close();
  process = undefined;
  await database.close();
}, LONG);

describe.each(QUEUE_BACKENDS)('a pause over %s', (backend) => {
  const queues = ownQueues(backend);
  afterEach(() => queues.store().clear());

  const undone = (): Promise<number> => database.one(`select count(*)::int from jiefen.outbox where done_at is null`);
  const leases = (): Promise<number> => database.one(`select coalesce(max(attempt), 0)::int from jiefen.outbox`);
  const pausedInQueue = async (name: string): Promise<boolean> => {
    const counts = await process?.get(JobProducer, { strict: false }).counts();
    return counts?.find(({ queue }) => queue === name)?.paused ?? false;
  };
  const worker = (name: string): string | undefined =>
    process?.get(JobWorkers, { strict: false }).states.find(({ queue }) => queue === name)?.state;

  it(
    'holds its jobs back, also over a queue that was lost with everything in it, until somebody resumes it',
    async () => {
      const pauses = new QueuePauses(database.pool);
      expect(await pauses.pause('notices', UNIT, 'the inbox is being mended')).toBe(true);
      expect(await pauses.pause('notices', UNIT, 'again')).toBe(false);
      process = await startProcess({
        databaseUrl: database.url,
        redisUrl: queues.store().redisUrl,
        modules: [RelayModule, NotificationModule],
      });
      await until(
        'the queue is paused',
        () => pausedInQueue('notices'),
        (paused) => paused,
      );
      await until(
        'the worker is paused',
        () => worker('notices'),
        (state) => state === 'paused',
      );
      await expect(process.get(JobWorkers, { strict: false }).ensureWorking('notices')).resolves.toBeUndefined();
      await database.commitNotices(5);
      await until('the relay has brought the jobs', leases, (attempt) => attempt >= 1);

      await queues.store().lose(database.url);
      // With its jobs the queue has forgotten that it is paused; the relay tells it again, and brings the jobs again.
      await until(
        'the queue is paused',
        () => pausedInQueue('notices'),
        (paused) => paused,
      );
      await until('the relay has brought the jobs', leases, (attempt) => attempt >= 2);
      expect([await undone(), worker('notices')]).toEqual([5, 'paused']);
      const { queues: shown } = await new BacklogReader(database.pool).read();
      expect(shown.find(({ queue }) => queue === 'notices')).toMatchObject({
        paused: true,
        pause: { reason: 'the inbox is being mended', by: '值班员' },
      });

      expect(await pauses.resume('notices', UNIT, 'mended')).toBe(true);
      await until('the outbox is empty', undone, (count) => count === 0);
      expect(await pausedInQueue('notices')).toBe(false);
      expect(
        await database.one(`select jsonb_agg(jsonb_build_array(action, object, data->>'reason') order by id) from jiefen.audit_log`),
      ).toEqual([
        ['queue.paused', 'queue:notices', 'the inbox is being mended'],
        ['queue.resumed', 'queue:notices', 'mended'],
      ]);
    },
    LONG,
  );

  it(
    'of the wake-ups stops no deadline',
    async () => {
      await new QueuePauses(database.pool).pause('wakeups', UNIT, 'looking into it');
      await database.armDeadlines(20, 1);
      process = await startProcess({
        databaseUrl: database.url,
        redisUrl: queues.store().redisUrl,
        modules: [RelayModule, EscalationModule],
        override: (builder) =>
          builder
            .overrideProvider(ESCALATION_OPTIONS)
            .useValue({ ...DEFAULT_ESCALATION_OPTIONS, lookEvery: null })
            .overrideModule(EngineModule)
            .useModule(RowFiringModule),
      });
      await until(
        'the worker is paused',
        () => worker('wakeups'),
        (state) => state === 'paused',
      );
      await until(
        'every deadline has fired',
        () => database.one<number>(`select count(*)::int from jiefen.deadlines where state = 'armed'`),
        (armed) => armed === 0,
      );
      expect(await database.one(`select count(*)::int from jiefen.deadlines where fired_at < due_at`)).toBe(0);
    },
    LONG,
  );
});
