import type { TestingModule } from '@nestjs/testing';
import { createLog } from '#libs/observability';
import { MessageGateway } from '../../support/message-gateway.ts';
import type { GatewayConduct } from '../../support/message-gateway.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { until } from '../../support/until.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { QueueServer } from '../queues/queue-database.ts';
import { addPerson, allDone, allText, deliveries, makeUnit, startOutward } from './outward.ts';

/** ms; most take a few seconds. */
const LONG = 90_000;
const PHONE = '13912345678';

let server: QueueServer;
let database: TestDatabase;
let gateway: MessageGateway;
let running: TestingModule[];

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  running = [];
  gateway = await MessageGateway.start();
  database = await server.database();
  await makeUnit(database);
});
afterEach(async () => {
  for (const process of running.reverse()) await process.close();
  await database.close();
  await gateway.stop();
}, 60_000);

type Start = Omit<Parameters<typeof startOutward>[0], 'databaseUrl' | 'redisUrl'>;

describe.each(QUEUE_BACKENDS)('the gateway over %s', (backend) => {
  const { store } = ownQueues(backend);

  async function start({ env, ...rest }: Start = {}): Promise<TestingModule> {
    const process = await startOutward({
      databaseUrl: database.url,
      redisUrl: store().redisUrl,
      env: { MESSAGE_GATEWAY_URL: gateway.url, MESSAGE_GATEWAY_TOKEN: gateway.token, ...env },
      ...rest,
    });
    running.push(process);
    return process;
  }

  beforeEach(async () => {
    await store().redis?.flush();
  });

  it(
    'takes every message exactly once, however it behaves, and is asked before anything is repeated',
    async () => {
      const conducts: readonly GatewayConduct[] = [
        { kind: 'accept' },
        { kind: 'accept', afterMs: 250 },
        { kind: 'answer', status: 429, retryAfter: 1 },
        { kind: 'answer', status: 503 },
        { kind: 'answer', status: 500 },
        { kind: 'accept-in-silence' },
        { kind: 'accept-and-reset' },
        { kind: 'accept-and-answer-twice' },
        { kind: 'swallow' },
      ];
      const first = new Map<string, GatewayConduct>();
      gateway.conduct = ({ key, nth }) => {
        if (nth > 1) return { kind: 'accept' };
        const conduct = conducts[first.size % conducts.length] ?? { kind: 'accept' };
        first.set(key, conduct);
        return conduct;
      };
      await addPerson(database, { sms: PHONE });
      await database.commitNotices(conducts.length * 3);
      await start();
      const rows = await allDone(database, conducts.length * 3);
      expect(rows.map(({ state, accepted }) => ({ state, accepted }))).toEqual(rows.map(() => ({ state: 'accepted', accepted: 1 })));
      expect([...gateway.takenTimes.keys()].sort()).toEqual(rows.map(({ id }) => id));
      expect([...gateway.takenTimes.values()].every((times) => times === 1)).toBe(true);
      // What was taken in silence, or with a broken answer, was found out by asking: nothing was sent again.
      expect(gateway.repeated).toEqual([]);
      const unclear = [...first].filter(([, { kind }]) => ['accept-in-silence', 'accept-and-reset', 'swallow'].includes(kind));
      for (const [key] of unclear) expect(gateway.asked).toContain(key);
      expect(new Set(gateway.log.map(({ to }) => to))).toEqual(new Set([PHONE]));
    },
    LONG,
  );

  it(
    'ends in a dead letter for what it refuses at once, and for what it never takes after the last try',
    async () => {
      await addPerson(database, { sms: PHONE });
      await database.commitNotices(2);
      const keys: string[] = [];
      gateway.conduct = ({ key }) => {
        if (!keys.includes(key)) keys.push(key);
        return { kind: 'answer', status: key === keys[0] ? 422 : 503 };
      };
      await start();
      const rows = await allDone(database, 2);
      expect(rows.map(({ state }) => state)).toEqual(['dead', 'dead']);
      const of = (key: string | undefined) => rows.find(({ id }) => id === key);
      expect(of(keys[0])).toMatchObject({ tries: 1, error: 'HTTP 422' });
      expect(of(keys[1])).toMatchObject({ tries: 4, error: 'HTTP 503' });
      expect(await database.one(`select jsonb_agg(reason order by attempts) from jiefen.dead_letters where source = 'delivery'`)).toEqual([
        'sms: HTTP 422',
        'sms: HTTP 503',
      ]);
    },
    LONG,
  );

  it(
    'gives up what it can say nothing about, and asks again when it is sent again',
    async () => {
      await addPerson(database, { sms: PHONE });
      await database.commitNotices(1);
      gateway.conduct = () => ({ kind: 'accept-in-silence' });
      gateway.askConduct = () => ({ status: 500 });
      await start();
      expect(await allDone(database, 1)).toMatchObject([{ state: 'dead', error: 'its outcome is unknown: HTTP 500' }]);
      expect(gateway.log).toHaveLength(1);
      gateway.askConduct = null;
      await database.pool.query(`update jiefen.deliveries set state = 'waiting', tries = 0, not_before = now(), done_at = null`);
      expect(await allDone(database, 1)).toMatchObject([{ state: 'accepted', accepted: 1 }]);
      expect(gateway.log).toHaveLength(1);
    },
    LONG,
  );

  it(
    'is called once for each message by two processes that race',
    async () => {
      await addPerson(database, { sms: PHONE, im: 'im-handle' });
      await Promise.all([start(), start()]);
      await database.commitNotices(120);
      const rows = await allDone(database, 240);
      // An answer that a busy machine was too slow for is asked about, which is another try, but no other call.
      expect(rows.filter(({ state, accepted }) => state !== 'accepted' || accepted !== 1)).toEqual([]);
      expect([gateway.log.length, gateway.takenTimes.size, gateway.repeated]).toEqual([240, 240, []]);
    },
    LONG,
  );

  it(
    'gets nothing for a person in quiet hours but what is urgent, and everything else afterwards',
    async () => {
      const wall = (ms: number): string => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(11, 16);
      await addPerson(database, { sms: PHONE });
      await database.commitNotices(3);
      const [urgent] = await database.commitNotices(1);
      await database.pool.query(
        `update jiefen.outbox set payload = jsonb_set(payload, '{notices,0,kind}', '"case.urgent"') where id = $1`,
        [urgent],
      );
      const first = await start({ env: { QUIET_HOURS: `${wall(-3_600_000)}-${wall(3_600_000)}` } });
      const ofKind = async (kind: string) => (await deliveries(database)).filter((row) => row.kind === kind);
      await until(
        'the urgent one is sent',
        () => ofKind('case.urgent'),
        (rows) => rows[0]?.state === 'accepted',
      );
      const early = `select count(*)::int from jiefen.deliveries where state = 'waiting' and not_before > now() + interval '30 minutes'`;
      expect(await database.one(early)).toBe(3);
      // Due by an older reckoning, or after a failure: it is still night.
      await database.pool.query(`update jiefen.deliveries set not_before = now() where state = 'waiting'`);
      await until(
        'they are put off again',
        () => database.one<number>(early),
        (count) => count === 3,
      );
      expect(gateway.log).toHaveLength(1);
      await first.close();
      running.pop();
      await start();
      await database.pool.query(`update jiefen.deliveries set not_before = now() where state = 'waiting'`);
      await allDone(database, 4);
      expect(gateway.takenTimes.size).toBe(4);
    },
    LONG,
  );

  it(
    'is the only one that learns an address: no table, job or log line holds it',
    async () => {
      const lines: string[] = [];
      const log = createLog({ app: 'test', level: 'debug' }, { write: (line: string) => lines.push(line) });
      await addPerson(database, { sms: PHONE, im: 'handle-of-somebody' });
      await database.commitNotices(8);
      let seen = '';
      gateway.conduct = ({ nth }) =>
        nth === 1 ? { kind: 'answer', status: 503 } : nth === 2 ? { kind: 'answer', status: 422 } : { kind: 'accept' };
      await start({ log });
      await until(
        'jobs were seen',
        async () => {
          seen += await allText(database);
          // Jobs are hashes; the other keys hold their ids.
          seen += String(
            await store().redis?.ask(async (client) => {
              const hashes = await Promise.all((await client.keys('*:d-*')).map((key) => client.hgetall(key).catch(() => ({}))));
              return JSON.stringify(hashes);
            }),
          );
          return deliveries(database);
        },
        (rows) => rows.length === 16 && rows.every(({ state }) => state === 'dead'),
        60_000,
      );
      seen += await allText(database);
      expect(seen).toContain('deliver-message');
      for (const secret of [PHONE, 'handle-of-somebody']) {
        expect(gateway.log.some(({ to }) => to === secret)).toBe(true);
        expect(seen).not.toContain(secret);
        expect(lines.join('')).not.toContain(secret);
      }
    },
    LONG,
  );
});

it(
  'leaves everything in the house where no channel is on, and what waits is withdrawn when one is switched off',
  async () => {
    const person = await addPerson(database, { sms: PHONE });
    await database.commitNotices(2);
    running.push(await startOutward({ databaseUrl: database.url, redisUrl: null }));
    await until(
      'the notices are written',
      () => database.one<number>('select count(*)::int from jiefen.notices'),
      (count) => count === 2,
    );
    expect(await deliveries(database)).toEqual([]);
    await database.pool.query(
      `insert into jiefen.deliveries (id, message, channel, recipient_kind, recipient_id, roles, kind, at, not_before)
       values (gen_random_uuid(), 'm', 'sms', 'user', $1, '{handler}', 'case.forwarded', now(), now())`,
      [person],
    );
    expect(await allDone(database, 1)).toMatchObject([{ state: 'withdrawn', error: 'the channel is off' }]);
  },
  LONG,
);
