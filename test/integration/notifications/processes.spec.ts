import type { TestingModule } from '@nestjs/testing';
import { RelayModule } from '#apps/relay';
import { freePort } from '#libs/embedded-postgres';
import { MessageGateway } from '../../support/message-gateway.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { RunningApp } from '../../support/running-app.ts';
import { until } from '../../support/until.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { QueueServer } from '../queues/queue-database.ts';
import { addPerson, allDone, deliveries, makeUnit, startOutward } from './outward.ts';

/** ms: leases and pauses are those of the product here. */
const LONG = 180_000;

let server: QueueServer;
let database: TestDatabase;
let gateway: MessageGateway;
let relay: TestingModule;
let apps: RunningApp[];

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  apps = [];
  gateway = await MessageGateway.start();
  database = await server.database();
  await makeUnit(database);
  await addPerson(database, { sms: '13912345678' });
});
afterEach(async () => {
  for (const app of apps) await app.stop();
  await relay.close();
  await database.close();
  await gateway.stop();
}, 60_000);

/** The notification app of the build, in a process of its own. */
async function notification(redisEnv: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const app = new RunningApp({
    app: 'notification',
    port: await freePort(),
    env: {
      DATABASE_URL: database.url,
      JIEFEN_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      MESSAGE_GATEWAY_URL: gateway.url,
      MESSAGE_GATEWAY_TOKEN: gateway.token,
      QUIET_HOURS: '00:00-00:00',
      ...redisEnv,
      ...env,
    },
  });
  await app.start();
  apps.push(app);
  return app;
}

describe.each(QUEUE_BACKENDS)('processes over %s', (backend) => {
  const { store } = ownQueues(backend);

  beforeEach(async () => {
    await store().redis?.flush();
    relay = await startOutward({
      databaseUrl: database.url,
      redisUrl: store().redisUrl,
      modules: [RelayModule],
      delivery: { lease: 5000 },
    });
  });

  it(
    'killed after the gateway’s yes leave it to the next one to ask, and nothing is sent twice',
    async () => {
      const dying = await notification(store().env, { FAULT_POINT: 'delivery.after-answer:3' });
      await database.commitNotices(6);
      await until(
        'it has died',
        () => dying.deaths.length,
        (deaths) => deaths === 1,
        60_000,
      );
      expect(dying.deaths[0]).toContain('killed at fault point delivery.after-answer');
      await notification(store().env);
      const rows = await allDone(database, 6);
      expect(rows.every(({ state, accepted }) => state === 'accepted' && accepted === 1)).toBe(true);
      expect([...gateway.takenTimes.values()]).toEqual([1, 1, 1, 1, 1, 1]);
      expect(gateway.repeated).toEqual([]);
      expect(gateway.asked.length).toBeGreaterThanOrEqual(1);
    },
    LONG,
  );

  it(
    'killed before the call have sent nothing, and the next one sends it after asking',
    async () => {
      const dying = await notification(store().env, { FAULT_POINT: 'delivery.before-send' });
      await database.commitNotices(1);
      await until(
        'it has died',
        () => dying.deaths.length,
        (deaths) => deaths === 1,
        60_000,
      );
      expect(gateway.log).toEqual([]);
      expect(await deliveries(database)).toMatchObject([{ state: 'waiting', tries: 1 }]);
      await notification(store().env);
      const [row] = await allDone(database, 1);
      expect(row).toMatchObject({ state: 'accepted', tries: 2 });
      expect(gateway.asked).toEqual([row?.id]);
      expect(gateway.log).toHaveLength(1);
    },
    LONG,
  );

  it(
    'keep to the provider’s rate together',
    async () => {
      const rate = 20;
      await Promise.all([1, 2].map(() => notification(store().env, { MESSAGE_GATEWAY_RATE: String(rate) })));
      await database.commitNotices(100);
      await allDone(database, 100);
      const times = gateway.log.map(({ at }) => at).sort((a, b) => a - b);
      expect(times).toHaveLength(100);
      // A bucket gives at most what it holds and what flows in meanwhile; a fifth of a second for calls on their way.
      for (const seconds of [1, 2, 3]) {
        const most = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + seconds * 1000).length));
        expect(most).toBeLessThanOrEqual(rate + rate * (seconds + 0.2));
      }
    },
    LONG,
  );
});
