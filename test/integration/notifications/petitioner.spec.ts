import type { TestingModule } from '@nestjs/testing';
import { domainDecisions } from '#libs/engine';
import { MessageGateway } from '../../support/message-gateway.ts';
import type { EngineCity, OpenEngine } from '../../support/engine-city.ts';
import { done, engineCity, intake, openEngine, TEST_MASTER_KEY } from '../../support/engine-city.ts';
import { until } from '../../support/until.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { QueueServer } from '../queues/queue-database.ts';
import { allDone, deliveries, startOutward } from './outward.ts';

const LONG = 90_000;

let server: QueueServer;
let database: TestDatabase;
let gateway: MessageGateway;
let city: EngineCity;
let open: OpenEngine;
let running: TestingModule | undefined;

beforeAll(async () => {
  server = await QueueServer.start();
  city = engineCity();
}, 60_000);
afterAll(async () => {
  await server.stop();
}, 60_000);
beforeEach(async () => {
  gateway = await MessageGateway.start();
  database = await server.database();
  open = await openEngine(database.url, city, { decisions: domainDecisions({ tellPetitioners: true }) });
});
afterEach(async () => {
  await running?.close();
  await open.close();
  await database.close();
  await gateway.stop();
}, 60_000);

async function start(petitioners: '0' | '1'): Promise<void> {
  running = await startOutward({
    databaseUrl: database.url,
    redisUrl: null,
    env: {
      MESSAGE_GATEWAY_URL: gateway.url,
      MESSAGE_GATEWAY_TOKEN: gateway.token,
      JIEFEN_MASTER_KEY: TEST_MASTER_KEY.toString('base64'),
      PETITIONER_SMS: petitioners,
    },
  });
}

/** A claim of two petitioners against an enterprise, accepted by the unit it was forwarded to. */
async function accepted(): Promise<string> {
  const request = intake(city);
  const registered = done(
    await open.engine.register({
      ...request,
      parties: [
        ...request.parties,
        { role: 'representative', kind: 'person', name: '周大明', phone: '13700000001' },
        { role: 'representative', kind: 'person', name: '周二明' },
        { role: 'agent', kind: 'person', name: '律师', phone: '13700000002' },
        { role: 'respondent', kind: 'organisation', name: '某公司', phone: '13700000003' },
      ],
    }),
  );
  const { caseId } = registered;
  done(await open.engine.execute({ caseId, actor: city.clerk, type: 'FORWARD', payload: { unitId: city.lead.id } }));
  done(await open.engine.execute({ caseId, actor: city.handler, type: 'ACCEPT', payload: {} }));
  return caseId;
}

it(
  'reach the petitioning side alone, where it gave a phone, and each reading of one stands in the audit of identity',
  async () => {
    const caseId = await accepted();
    await start('1');
    await allDone(database, 2);
    expect(gateway.log.map(({ to, template }) => ({ to, template })).sort((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
      { to: '13700000001', template: 'petitioner.accepted' },
      { to: '138 1234 5678', template: 'petitioner.accepted' },
    ]);
    const audit = await database.pool.query<{ fields: string[]; purpose: string; user_id: string | null }>(
      'select fields, purpose, user_id from identity.disclosures_of($1)',
      [caseId],
    );
    expect(audit.rows).toEqual([1, 2].map(() => ({ fields: ['phone'], purpose: 'message', user_id: null })));
    await expect(
      open.identity.disclose({ caseId, fields: ['name', 'phone'], userId: null, unitId: null, purpose: 'message' }),
    ).rejects.toThrow('a message needs the phone alone');
  },
  LONG,
);

it(
  'are written for nobody where the installation doesn’t want them',
  async () => {
    await accepted();
    await start('0');
    await until(
      'every outbox row is done',
      () => database.one<number>('select count(*)::int from jiefen.outbox where done_at is null'),
      (undone) => undone === 0,
    );
    expect(await deliveries(database)).toEqual([]);
  },
  LONG,
);
