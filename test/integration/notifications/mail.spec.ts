import type { TestingModule } from '@nestjs/testing';
import { MailServer } from '../../support/mail-server.ts';
import { ownQueues, QUEUE_BACKENDS } from '../../support/queue-store.ts';
import { until } from '../../support/until.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { OTHER_UNIT, QueueServer } from '../queues/queue-database.ts';
import { addPerson, allDone, deliveries, makeUnit, startOutward } from './outward.ts';

const LONG = 90_000;

let server: QueueServer;
let database: TestDatabase;
let mail: MailServer;
let running: TestingModule[];

beforeAll(async () => {
  server = await QueueServer.start();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  running = [];
  mail = await MailServer.start();
  database = await server.database();
  await makeUnit(database);
});
afterEach(async () => {
  for (const process of running.reverse()) await process.close();
  await database.close();
  await mail.stop();
}, 60_000);

describe.each(QUEUE_BACKENDS)('mail over %s', (backend) => {
  const { store } = ownQueues(backend);

  async function start(): Promise<void> {
    running.push(
      await startOutward({
        databaseUrl: database.url,
        redisUrl: store().redisUrl,
        env: { SMTP_URL: mail.url, MAIL_FROM: 'jiefen@city.example' },
      }),
    );
  }

  beforeEach(async () => {
    await store().redis?.flush();
  });

  it(
    'reaches who wants it, in his language, with the case’s number and nothing of its content',
    async () => {
      await addPerson(database, { email: 'zh@city.example' });
      await addPerson(database, { email: 'en@city.example', roles: ['head'], language: 'en' });
      await addPerson(database, { email: 'auditor@city.example', roles: ['auditor'] });
      await addPerson(database, { sms: '13900000000' });
      const unwilling = await addPerson(database, { email: 'unwilling@city.example' });
      await database.pool.query('update jiefen.user_contacts set wanted = false where user_id = $1', [unwilling]);
      await database.commitNotices(1);
      await database.pool.query(`update jiefen.cases set title = '某某拖欠工资', case_no = 'JF26-0412-7788'`);
      await start();
      const rows = await allDone(database, 2);
      expect(rows.every(({ state }) => state === 'accepted')).toBe(true);
      expect(mail.received.map(({ to }) => to).sort()).toEqual(['en@city.example', 'zh@city.example']);
      const english = mail.received.find(({ to }) => to.startsWith('en'))?.raw ?? '';
      expect(english).toContain('Subject: [Jiefen] A case was forwarded to your unit: JF26-0412-7788');
      expect(english).toMatch(/^At: 2026-03-06 09:30 \(Beijing time\)\r$/m);
      expect(english).toMatch(/^Auto-Submitted: auto-generated\r$/im);
      expect(mail.received.map(({ messageId }) => messageId).sort()).toEqual(rows.map(({ id }) => `<${id}@city.example>`));
      const words = mail.received.map(({ raw }) => Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8') + raw).join('');
      expect(words).not.toContain('工资');
    },
    LONG,
  );

  it(
    'is given up when the mailbox doesn’t exist, and tried again when it is full',
    async () => {
      await addPerson(database, { email: 'gone@city.example' });
      await addPerson(database, { email: 'full@city.example' });
      mail.conduct = ({ to, nth }) => {
        if (to.startsWith('gone')) return { kind: 'refuse', at: 'recipient', code: 550 };
        return nth < 3 ? { kind: 'refuse', at: nth === 1 ? 'recipient' : 'data', code: 452 } : { kind: 'accept' };
      };
      await database.commitNotices(1);
      await start();
      const rows = await allDone(database, 2);
      expect(rows.map(({ state, tries }) => `${state} ${String(tries)}`).sort()).toEqual(['accepted 3', 'dead 1']);
      expect(await database.one(`select reason from jiefen.dead_letters`)).toBe('email: SMTP 550');
    },
    LONG,
  );

  it(
    'of which nobody knows whether it was taken waits, and goes again under the same Message-ID',
    async () => {
      await addPerson(database, { email: 'somebody@city.example' });
      mail.conduct = ({ nth }) => (nth === 1 ? { kind: 'accept-and-hang-up' } : { kind: 'accept' });
      await database.commitNotices(1);
      await start();
      expect(await allDone(database, 1)).toMatchObject([{ state: 'accepted', accepted: 1, tries: 2 }]);
      expect(await database.one(`select jsonb_agg(state order by no) from jiefen.delivery_attempts`)).toEqual(['unknown', 'accepted']);
      expect(await database.one(`select extract(epoch from max(started_at) - min(started_at)) >= 0.4 from jiefen.delivery_attempts`)).toBe(
        true,
      );
      expect(mail.received).toHaveLength(2);
      expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(1);
    },
    LONG,
  );

  it(
    'waits while the server is away, without losing a try to the wrong side',
    async () => {
      await addPerson(database, { email: 'somebody@city.example' });
      await database.commitNotices(1);
      const { url } = mail;
      await mail.stop();
      running.push(
        await startOutward({ databaseUrl: database.url, redisUrl: store().redisUrl, env: { SMTP_URL: url }, delivery: { maxTries: 1000 } }),
      );
      const [row] = await until(
        'it was tried twice',
        () => deliveries(database),
        (rows) => (rows[0]?.tries ?? 0) >= 2,
      );
      expect(row).toMatchObject({ state: 'waiting' });
      expect(await database.one(`select array_agg(distinct state) from jiefen.delivery_attempts where state <> 'sending'`)).toEqual([
        'failed',
      ]);
      mail = await MailServer.start(Number(new URL(url).port));
      await allDone(database, 1);
      expect(mail.received).toHaveLength(1);
    },
    LONG,
  );
});

it(
  'is written to nobody who has left the unit, was recused or whose case was sealed meanwhile',
  async () => {
    const left = await addPerson(database, { email: 'left@city.example' });
    const recused = await addPerson(database, { email: 'recused@city.example' });
    await addPerson(database, { email: 'stays@city.example' });
    await database.commitNotices(2);
    const quiet = await startOutward({
      databaseUrl: database.url,
      redisUrl: null,
      env: { SMTP_URL: mail.url },
      delivery: { inFlight: 0 },
    });
    running.push(quiet);
    await until(
      'they are written',
      () => deliveries(database),
      (rows) => rows.length === 6,
    );
    await quiet.close();
    running.pop();
    await database.pool.query(
      `insert into jiefen.units (id, code, name, name_en, function, division, level) values ($1, 'other.430421', 'x', 'x', 'other', '430421', 'county')`,
      [OTHER_UNIT],
    );
    await database.pool.query('update jiefen.users set unit_id = $1 where id = $2', [OTHER_UNIT, left]);
    await database.pool.query(`update jiefen.cases set context = jsonb_build_object('recusedUsers', jsonb_build_array($1::text))`, [
      recused,
    ]);
    await database.pool.query(`update jiefen.cases set sealed = true where id = (select min(id::text)::uuid from jiefen.cases)`);
    running.push(await startOutward({ databaseUrl: database.url, redisUrl: null, env: { SMTP_URL: mail.url } }));
    const rows = await allDone(database, 6);
    expect(rows.filter(({ state }) => state === 'withdrawn')).toHaveLength(5);
    expect(mail.received.map(({ to }) => to)).toEqual(['stays@city.example']);
  },
  LONG,
);
