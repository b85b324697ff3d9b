import { Webhook } from 'standardwebhooks';
import { MailServer } from '../support/mail-server.ts';
import { MessageGateway } from '../support/message-gateway.ts';
import { until } from '../support/until.ts';
import { WebhookReceiver } from '../support/webhook-receiver.ts';
import type { Body } from './product.ts';
import { intake, Product } from './product.ts';

const PETITIONER = '13900004321';
const HANDLER = 'handler@unit.example';

let product: Product;
let gateway: MessageGateway;
let mail: MailServer;
let receiver: WebhookReceiver;
beforeAll(async () => {
  [gateway, mail, receiver] = await Promise.all([MessageGateway.start(), MailServer.start(), WebhookReceiver.start()]);
  product = await Product.start({
    MESSAGE_GATEWAY_URL: gateway.url,
    MESSAGE_GATEWAY_TOKEN: gateway.token,
    SMTP_URL: mail.url,
    PETITIONER_SMS: '1',
    QUIET_HOURS: '00:00-00:00',
    WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
  });
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
  await Promise.all([gateway.stop(), mail.stop(), receiver.stop()]);
}, 60_000);

interface Registered {
  readonly id: string;
  readonly caseNo: string;
  readonly queryCode: string;
  readonly handler: string;
  readonly unitId: string;
}

async function register(patch: Readonly<Record<string, unknown>> = {}): Promise<Registered> {
  const clerk = await product.as('clerk');
  const { body } = await clerk.post('/api/cases', intake(await product.now(), patch));
  return {
    id: String(body['id']),
    caseNo: String(body['caseNo']),
    queryCode: String(body['queryCode']),
    handler: `${String(body['routing']?.['lead']?.['function'])}.${String(body['routing']?.['lead']?.['division'])}.handler`,
    unitId: String(body['routing']?.['lead']?.['unitId']),
  };
}

const contact = (channel: string, address: string, language = 'zh') => ({ channel, address, wanted: true, language });

it('tells staff, subscribers and the petitioner of one case, each what he may know', async () => {
  const [admin, clerk] = await Promise.all([product.as('admin'), product.as('clerk')]);
  const hook = await admin.post('/api/webhooks', { url: receiver.url, description: '登记平台' });
  expect(hook.status).toBe(200);
  const made = await register();
  const handler = await product.as(made.handler);
  const wanted = [contact('email', HANDLER, 'en'), contact('im', 'handler.im')];
  expect((await handler.send('PUT', '/api/me/contacts', { items: wanted })).body).toEqual({
    items: wanted,
    available: ['email', 'sms', 'im'],
  });
  expect((await handler.get('/api/me/contacts')).body['items']).toEqual(wanted);
  expect((await clerk.get('/api/me/contacts')).body['items']).toEqual([]);

  expect((await clerk.command(made.id, 'FORWARD', { unitId: made.unitId })).status).toBe(200);
  expect((await handler.command(made.id, 'ACCEPT')).status).toBe(200);
  await until(
    'the petitioner has his message',
    () => gateway.log.map(({ to }) => to),
    (numbers) => numbers.includes(PETITIONER) && numbers.includes('handler.im'),
  );
  await until(
    'mail and webhook have come',
    () => Math.min(mail.received.length, receiver.received.length),
    (least) => least >= 1,
  );
  const toPetitioner = gateway.log.filter(({ to }) => to === PETITIONER);
  expect(toPetitioner).toHaveLength(1);
  expect(toPetitioner[0]).toMatchObject({
    channel: 'sms',
    template: 'petitioner.accepted',
    text: '【解纷】您提交的事项已受理，可凭回执查询进展。',
  });
  const toHandler = gateway.log.find(({ to }) => to === 'handler.im');
  expect(toHandler?.text).toBe(`【解纷】有案件转送到本单位（${made.caseNo}），请登录办理。`);
  expect(mail.received[0]?.raw).toContain(`Subject: [Jiefen] A case was forwarded to your unit: ${made.caseNo}`);
  const event = receiver.received[0];
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(event?.headers[name])]),
  );
  expect(new Webhook(String(hook.body['secret'])).verify(event?.body ?? '', signed)).toMatchObject({
    specversion: '1.0',
    type: 'jiefen.notice.case.forwarded',
    subject: made.id,
    data: { caseNo: made.caseNo },
  });
  const everything = JSON.stringify([gateway.log.map(({ text }) => text), mail.received, receiver.received]);
  for (const secret of ['测试人甲', '照明', made.queryCode]) expect(everything).not.toContain(secret);
  expect(product.app.output).not.toContain(PETITIONER);
  expect(product.app.output).not.toContain(HANDLER);
}, 120_000);

it('tells nobody outside of an accusation', async () => {
  const before = [gateway.log.length, mail.received.length, receiver.received.length];
  const made = await register({ class: 'ACCUSATION', route: undefined, procedure: undefined });
  const clerk = await product.as('clerk');
  expect((await clerk.command(made.id, 'FORWARD', { unitId: made.unitId })).status).toBe(200);
  // What comes after it is told: so the one before it was not.
  const ordinary = await register();
  await clerk.command(ordinary.id, 'FORWARD', { unitId: ordinary.unitId });
  const events = (): string[] => receiver.received.slice(before[2]).map(({ body }) => body);
  await until('the ordinary case is told', events, (bodies) => bodies.some((body) => body.includes(ordinary.id)));
  expect(events().some((body) => body.includes(made.id) || body.includes(made.caseNo))).toBe(false);
}, 120_000);

it('lists a message that was given up among the dead letters, and sends it again when an operator says why', async () => {
  const operator = await product.as('operator');
  const made = await register();
  const handler = await product.as(made.handler);
  await handler.send('PUT', '/api/me/contacts', { items: [contact('sms', '13700000000')] });
  gateway.conduct = () => ({ kind: 'answer', status: 422 });
  await (await product.as('clerk')).command(made.id, 'FORWARD', { unitId: made.unitId });
  const letters = async (): Promise<readonly Body[]> =>
    (await operator.get('/api/dead-letters')).body['items'] as unknown as readonly Body[];
  const [letter] = await until('it is given up', letters, (items) => items.length === 1);
  expect(letter).toMatchObject({ source: 'delivery', reason: 'sms: HTTP 422', attempts: 1 });
  const channels = (await operator.get('/api/channels')).body['items'] as unknown as readonly Body[];
  expect(channels.find((one) => String(one['channel']) === 'sms')).toMatchObject({ configured: true, dead: 1 });

  gateway.conduct = () => ({ kind: 'accept' });
  const redrive = `/api/dead-letters/${String(letter?.['id'])}/redrive`;
  expect((await operator.post(redrive, { reason: '号码已在运营商处恢复' })).status).toBe(200);
  await until(
    'it is taken',
    () => gateway.log.filter(({ to, taken }) => to === '13700000000' && taken).length,
    (count) => count === 1,
  );
  expect(await letters()).toEqual([]);
  expect((await operator.post(redrive, { reason: 'again' })).status).toBe(409);
  const audit = (await (await product.as('auditor')).get('/api/admin/audit?action=dead-letter.redriven')).body['items'];
  expect(audit).toMatchObject([{ data: { reason: '号码已在运营商处恢复' } }]);
}, 120_000);

describe('webhooks', () => {
  it('are the administrators’ alone', async () => {
    for (const name of ['clerk', 'operator', 'auditor']) {
      const other = await product.as(name);
      expect((await other.get('/api/webhooks')).status).toBe(403);
      expect((await other.post('/api/webhooks', { url: receiver.url, description: 'x' })).status).toBe(403);
    }
    expect((await product.nobody.get('/api/webhooks')).status).toBe(401);
    expect((await (await product.as('clerk')).get('/api/channels')).status).toBe(403);
  });

  it.each([
    [{ url: 'ftp://x.example', description: 'x' }],
    [{ url: 'https://user:secret@x.example/', description: 'x' }],
    [{ url: 'https://x.example/#part', description: 'x' }],
    [{ url: 'nonsense', description: 'x' }],
    [{ url: 'https://x.example', description: '' }],
    [{ url: 'https://x.example', description: 'x', kinds: ['no.such-kind'] }],
    [{ url: 'https://x.example', description: 'x', secret: 'mine' }],
  ])('refuse %j', async (body) => {
    expect((await (await product.as('admin')).post('/api/webhooks', body)).status).toBe(400);
  });

  it('are changed, given a new secret and removed; a secret is shown once', async () => {
    const admin = await product.as('admin');
    const { body: made } = await admin.post('/api/webhooks', { url: 'https://hooks.example/a', description: 'a', kinds: ['case.urgent'] });
    const path = `/api/webhooks/${String(made['id'])}`;
    expect(String(made['secret'])).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const list = await admin.get('/api/webhooks');
    expect(list.text).not.toContain('whsec_');
    expect((await admin.send('PUT', path, { active: false, kinds: [] })).body).toMatchObject({ active: false, kinds: [] });
    const rotated = (await admin.post(`${path}/rotate`, {})).body;
    expect(rotated['secret']).not.toBe(made['secret']);
    expect(rotated['previousSecretUntil']).not.toBeNull();
    expect((await admin.send('DELETE', path)).status).toBe(200);
    expect((await admin.send('DELETE', path)).status).toBe(404);
    expect((await admin.send('PUT', path, { active: true })).status).toBe(404);
    expect((await admin.send('PUT', '/api/webhooks/nonsense', { active: true })).status).toBe(404);
  });
});

it.each([
  [{ items: [{ channel: 'email', address: 'no address', wanted: true, language: 'zh' }] }],
  [{ items: [{ channel: 'sms', address: 'call me', wanted: true, language: 'zh' }] }],
  [{ items: [contact('im', 'a'), contact('im', 'b')] }],
  [{ items: [{ channel: 'webhook', address: 'x', wanted: true, language: 'zh' }] }],
])('refuses the contacts %j', async (body) => {
  expect((await (await product.as('clerk2')).send('PUT', '/api/me/contacts', body)).status).toBe(400);
});
