import type { BacklogReport, QueueFigures } from '#libs/contracts';
import { QUEUE_BACKENDS, QueueStore } from '../../support/queue-store.ts';
import { until } from '../../support/until.ts';
import type { Answer } from '../product.ts';
import { intake, Product } from '../product.ts';

/** ms */
const LONG = 240_000;

/** Type only: what a client makes of the JSON. */
const reportIn = (answer: Answer): BacklogReport => answer.body as unknown as BacklogReport;

describe.each(QUEUE_BACKENDS)('the queues over %s', (backend) => {
  let product: Product;
  let store: QueueStore;
  beforeAll(async () => {
    store = await QueueStore.start(backend);
    product = await Product.start(store.env);
  }, LONG);
  afterAll(async () => {
    expect(await product.stop()).toBe(0);
    await store.stop();
  }, LONG);

  const report = async (): Promise<BacklogReport> => reportIn(await (await product.as('operator')).get('/api/queues'));
  const queue = async (name: string): Promise<QueueFigures | undefined> => (await report()).queues.find((one) => one.queue === name);
  const order = async (name: string, act: 'pause' | 'resume', reason: string): Promise<Answer> =>
    (await product.as('operator')).post(`/api/queues/${name}/${act}`, { reason });

  it(
    'are shown with where they live, and the process is ready',
    async () => {
      const shown = await until('the relay has reported', report, ({ backend: place }) => place.state === 'up');
      expect(shown.backend).toEqual({ kind: backend, state: 'up', reason: null, since: null });
      expect(shown.queues.map((one) => [one.queue, one.paused, one.pause])).toEqual([
        ['deliveries', false, null],
        ['notices', false, null],
        ['wakeups', false, null],
      ]);
      const ready = await until(
        'everything answers',
        () => product.nobody.get('/api/health/ready'),
        ({ body }) => String(body['status']) === 'ok',
      );
      expect(ready.body['checks']).toMatchObject({ database: 'up', queues: 'up' });
    },
    LONG,
  );

  it(
    'are paused and resumed by operators, with a reason that is shown and kept; deadlines fire all the same',
    async () => {
      const clerk = await product.as('clerk');
      expect((await clerk.post('/api/queues/wakeups/pause', { reason: 'x' })).status).toBe(403);
      expect((await order('nothing', 'pause', 'x')).body['code']).toBe('queue.not_found');
      expect((await (await product.as('operator')).post('/api/queues/wakeups/pause', {})).status).toBe(400);
      expect((await order('wakeups', 'resume', 'x')).body['code']).toBe('queue.running');

      const paused = await order('wakeups', 'pause', 'maintenance until noon');
      expect(paused.status).toBe(200);
      expect((await queue('wakeups'))?.pause).toEqual({
        reason: 'maintenance until noon',
        by: expect.any(String) as string,
        at: expect.any(String) as string,
      });
      expect((await order('wakeups', 'pause', 'again')).body['code']).toBe('queue.paused');

      const registered = await clerk.post('/api/cases', intake(await product.now()));
      expect(registered.status).toBe(201);
      const due = String(registered.body['deadlines']?.[0]?.['dueAt']);
      const moved = await product.moveClock(due);
      expect(moved.body['fired']).toBeGreaterThanOrEqual(1);
      expect((await report()).deadlines.fired).toMatchObject({ max: 0 });

      expect((await order('wakeups', 'resume', 'done')).status).toBe(200);
      expect((await queue('wakeups'))?.paused).toBe(false);
      const audit = await (await product.as('auditor')).get('/api/admin/audit?action=queue.paused');
      expect(audit.body['items']).toHaveLength(1);
      expect(audit.body['items']?.[0]?.['data']).toEqual({ reason: 'maintenance until noon' });
    },
    LONG,
  );
});

it(
  'Redis that is away takes nothing out of service: said so, and caught up with',
  async () => {
    const store = await QueueStore.start('redis');
    const product = await Product.start(store.env);
    try {
      const readiness = (status: string): Promise<Answer> =>
        until(
          `readiness is ${status}`,
          () => product.nobody.get('/api/health/ready'),
          ({ body }) => String(body['status']) === status,
        );
      await readiness('ok');
      await store.redis?.kill();
      const degraded = await until(
        'readiness names the queues',
        () => product.nobody.get('/api/health/ready'),
        ({ body }) => String(body['checks']?.['queues']) === 'down',
      );
      expect([degraded.status, degraded.body['status'], degraded.body['checks']?.['database']]).toEqual([200, 'degraded', 'up']);
      expect(degraded.body['reasons']?.['queues']).toBe('redis does not answer: notices wait, deadlines fall due by the sweep');

      const clerk = await product.as('clerk');
      const registered = await clerk.post('/api/cases', intake(await product.now()));
      expect(registered.status).toBe(201);
      const operator = await product.as('operator');
      const report = async (): Promise<BacklogReport> => reportIn(await operator.get('/api/queues'));
      expect((await report()).backend).toMatchObject({ kind: 'redis', state: 'away', reason: 'unreachable' });
      await clerk.command(String(registered.body['id']), 'FORWARD', { unitId: registered.body['routing']?.['lead']?.['unitId'] });
      await until('the notice waits', report, ({ outbox }) => outbox.undone > 0);

      await store.redis?.again();
      await readiness('ok');
      await until('the notice is delivered', report, ({ outbox }) => outbox.undone === 0);
    } finally {
      await product.stop();
      await store.stop();
    }
  },
  LONG,
);
