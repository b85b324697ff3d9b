import type { TestingModule } from '@nestjs/testing';
import { Webhook } from 'standardwebhooks';
import { IdentityService } from '#libs/identity';
import { WebhookStore } from '#libs/notifications';
import { createPool } from '#libs/persistence';
import type { Pool } from 'pg';
import { MailServer } from '../../support/mail-server.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { until } from '../../support/until.ts';
import { WebhookReceiver } from '../../support/webhook-receiver.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { QueueServer, UNIT } from '../queues/queue-database.ts';
import { addPerson, allDone, deliveries, makeUnit, startOutward } from './outward.ts';

const LONG = 90_000;

let server: QueueServer;
let database: TestDatabase;
let receiver: WebhookReceiver;
let pool: Pool;
let store: WebhookStore;
let running: TestingModule[];

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  running = [];
  receiver = await WebhookReceiver.start();
  database = await server.database();
  await makeUnit(database);
  pool = createPool(database.url, { name: 'hooks', max: 2 });
  store = new WebhookStore(pool, await IdentityService.open(pool, Buffer.alloc(32, 7)));
});
afterEach(async () => {
  for (const process of running.reverse()) await process.close();
  await pool.end();
  await database.close();
  await receiver.stop();
}, 60_000);

const start = async (env: Record<string, string>, redisUrl: string | null = null): Promise<void> => {
  running.push(await startOutward({ databaseUrl: database.url, redisUrl, env }));
};
const LOCAL = { WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' };
const subscribe = async (kinds: string[] = [], url = receiver.url) => {
  const made = await store.create(UNIT, { url, description: 'the city’s own register', kinds });
  if (made === null) throw new Error('there are too many webhooks');
  return made;
};
/** Signature headers as a verifier takes them. */
const signature = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]));

describe.each(QUEUE_BACKENDS)('webhooks over %s', (backend) => {
  const { store: queues } = ownQueues(backend);

  it(
    'get a signed CloudEvent for what they subscribed to, with codes and ids alone, under one id however often it is sent',
    async () => {
      await queues().redis?.flush();
      const { id, secret } = await subscribe(['case.forwarded']);
      const other = await subscribe(['deadline.urged']);
      receiver.answer = (nth) => (nth === 1 ? 500 : 204);
      await database.commitNotices(1);
      await database.pool.query(`update jiefen.cases set title = '某某拖欠工资', case_no = 'JF26-0412-7788'`);
      await start(LOCAL, queues().redisUrl);
      const [delivery] = await allDone(database, 1);
      expect(delivery).toMatchObject({ state: 'accepted', tries: 2, accepted: 1 });
      expect(receiver.received).toHaveLength(2);
      for (const { headers, body } of receiver.received) {
        expect(headers['webhook-id']).toBe(delivery?.id);
        expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
        const event = new Webhook(secret).verify(body, signature(headers));
        expect(() => new Webhook(other.secret).verify(body, signature(headers))).toThrow();
        const caseId = await database.one<string>('select id from jiefen.cases');
        expect(event).toEqual({
          specversion: '1.0',
          id: await database.one<string>(`select id || '.1' from jiefen.outbox`),
          source: 'urn:jiefen:430400',
          type: 'jiefen.notice.case.forwarded',
          subject: caseId,
          time: '2026-03-06T01:30:00.000Z',
          datacontenttype: 'application/json',
          data: {
            kind: 'case.forwarded',
            caseId,
            caseNo: 'JF26-0412-7788',
            seq: 1,
            unitId: UNIT,
            roles: ['handler', 'head'],
            rule: null,
          },
        });
      }
      expect((await store.list()).find((hook) => hook.id === id)).toMatchObject({ failures: 0, active: true });
    },
    LONG,
  );
});

it(
  'never hear of a sealed case',
  async () => {
    await subscribe();
    await database.commitNotices(1, { sealed: true, holder: UNIT });
    await database.commitNotices(1);
    await start(LOCAL);
    await allDone(database, 1);
    expect(await database.one('select count(*)::int from jiefen.notices')).toBe(2);
    expect(receiver.received).toHaveLength(1);
  },
  LONG,
);

it(
  'are signed with both secrets for a day after a rotation',
  async () => {
    const { id, secret } = await subscribe();
    const rotated = await store.rotate(UNIT, id);
    expect(rotated?.secret).not.toBe(secret);
    await database.commitNotices(1);
    await start(LOCAL);
    await allDone(database, 1);
    const sent = receiver.received.at(-1);
    for (const one of [secret, rotated?.secret ?? '']) new Webhook(one).verify(sent?.body ?? '', signature(sent?.headers ?? {}));
    await database.pool.query(`update jiefen.webhooks set previous_until = now() - interval '1 second'`);
    await database.commitNotices(1);
    await allDone(database, 2);
    const later = receiver.received.at(-1);
    new Webhook(rotated?.secret ?? '').verify(later?.body ?? '', signature(later?.headers ?? {}));
    expect(() => new Webhook(secret).verify(later?.body ?? '', signature(later?.headers ?? {}))).toThrow();
    expect(await database.one(`select array_agg(action order by id) from jiefen.audit_log`)).toEqual([
      'webhook.created',
      'webhook.rotated',
    ]);
  },
  LONG,
);

it.each([
  ['an address of ours', () => receiver.url, {}],
  ['a name that leads to one', () => receiver.url.replace('127.0.0.1', 'localhost'), {}],
  ['what they redirect to', () => receiver.url, LOCAL],
] satisfies [string, () => string, Record<string, string>][])(
  'are never called at %s',
  async (what: string, url: () => string, env: Record<string, string>) => {
    const redirects = what.startsWith('what');
    receiver.answer = () => 302;
    await subscribe([], url());
    await database.commitNotices(1);
    await start(env);
    const [row] = await until(
      'it is given up, or the webhook is',
      () => deliveries(database),
      (rows) => rows.length === 1 && rows[0]?.state !== 'waiting',
      60_000,
    );
    expect(['dead', 'withdrawn']).toContain(row?.state);
    expect(receiver.received.length === 0).toBe(!redirects);
    expect((await store.list())[0]).toMatchObject({ active: false, disabledReason: redirects ? 'HTTP 302' : 'EPRIVATE' });
  },
  LONG,
);

it(
  'that fail again and again are switched off, the administrators told, and start afresh when they are switched on',
  async () => {
    const mail = await MailServer.start();
    try {
      await addPerson(database, { email: 'admin@city.example', roles: ['admin'] });
      const { id } = await subscribe();
      receiver.answer = () => 500;
      await database.commitNotices(1);
      await start({ ...LOCAL, SMTP_URL: mail.url });
      await allDone(database, 2);
      const [off] = await store.list();
      expect(off).toMatchObject({ active: false, failures: 3, disabledReason: 'HTTP 500' });
      expect(receiver.received).toHaveLength(3);
      expect(mail.received).toHaveLength(1);
      expect(mail.received[0]?.to).toBe('admin@city.example');
      await database.commitNotices(1);
      await until(
        'the notice is written',
        () => database.one<number>('select count(*)::int from jiefen.notices'),
        (count) => count === 2,
      );
      expect(await deliveries(database)).toHaveLength(2);
      receiver.answer = () => 200;
      expect(await store.change(UNIT, id, { active: true })).toMatchObject({ active: true, failures: 0, disabledAt: null });
      await database.commitNotices(1);
      await allDone(database, 3);
      expect(receiver.received).toHaveLength(4);
    } finally {
      await mail.stop();
    }
  },
  LONG,
);

it(
  'that say they are gone are switched off at once',
  async () => {
    await subscribe();
    receiver.answer = () => 410;
    await database.commitNotices(1);
    await start(LOCAL);
    expect(await allDone(database, 1)).toMatchObject([{ state: 'dead', tries: 1, error: 'HTTP 410' }]);
    const hook = await until(
      'it is switched off',
      async () => (await store.list())[0],
      (one) => one?.active === false,
    );
    expect(hook).toMatchObject({ disabledReason: 'HTTP 410' });
  },
  LONG,
);
