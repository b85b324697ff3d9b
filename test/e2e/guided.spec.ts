import type { Client } from './product.ts';
import { intake, Product } from './product.ts';

interface Row {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly keptElsewhere?: boolean;
}

let product: Product;
let clerk: Client;
let handler: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  handler = await product.as('housing-construction.430407.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const guided = async (): Promise<string> => {
  const registered = await clerk.post('/api/cases', intake(await product.now(), { route: 'ARBITRATION', procedure: undefined }));
  expect(registered.body).toMatchObject({ procedure: 'guided' });
  const id = String(registered.body['id']);
  await clerk.command(id, 'FORWARD', { unitId: String(registered.body['routing']?.['lead']?.['unitId']) });
  const led = await handler.command(id, 'GUIDE', { route: 'ARBITRATION', organ: '劳动人事争议仲裁委员会', reason: '劳动争议' });
  expect(led.body['state']).toBe('guided');
  return id;
};
const clockOf = async (id: string, rule: string): Promise<Row | undefined> =>
  ((await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly Row[]).find((one) => one.rule === rule);
const today = async (): Promise<string> => (await product.now()).slice(0, 10);

it('M005 a claim is led to its legal route, whose own clock is followed and shown: 45 days, 15 more, receipt and result kept', async () => {
  const id = await guided();
  const acceptedOn = await today();
  const filing = { legalProcedure: 'labour-arbitration', acceptedOn, receiptNo: 'LA-2026-7' };
  expect((await (await product.as('human-resources.430421.handler')).command(id, 'RECORD_FILING', filing)).status).toBe(404);
  expect((await handler.command(id, 'RECORD_FILING', { ...filing, acceptedOn: '2099-01-01' })).status).toBe(400);
  expect((await handler.command(id, 'RECORD_FILING', filing)).status).toBe(200);
  const explain = async (extensionDays: number): Promise<string> => {
    const question = { rule: 'LAB-ARB', region: '430407', triggerAt: `${acceptedOn}T00:00:00+08:00`, extensionDays };
    return String((await clerk.post('/api/deadlines/explain', question)).body['dueDate']);
  };
  expect(await clockOf(id, 'LAB-ARB')).toMatchObject({ state: 'armed', keptElsewhere: true, dueDate: await explain(0) });
  expect((await handler.command(id, 'RECORD_EXTENSION', { days: 16, reason: '案情复杂' })).status).toBe(400);
  expect((await handler.command(id, 'RECORD_EXTENSION', { days: 15, reason: '案情复杂' })).status).toBe(200);
  expect(await clockOf(id, 'LAB-ARB')).toMatchObject({ state: 'armed', dueDate: await explain(15) });
  expect((await clerk.command(id, 'ARCHIVE')).status).toBe(409);
  expect((await handler.command(id, 'RECORD_RESULT', { result: '裁决支付工资' })).status).toBe(200);
  expect(await clockOf(id, 'LAB-ARB')).toMatchObject({ state: 'met' });
  const history = (await clerk.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly { type: string; data: unknown }[];
  expect(history.find(({ type }) => type === 'filing.recorded')).toMatchObject({ data: { receiptNo: 'LA-2026-7' } });
  expect((await clerk.command(id, 'ARCHIVE')).body['state']).toBe('archived');
});

it('M027 the person’s windows are shown before and after the procedure elsewhere, and run out without anybody being late', async () => {
  const id = await guided();
  const knewOn = await today();
  const labour = { legalProcedure: 'labour-arbitration' };
  expect((await handler.command(id, 'OPEN_WINDOW', { ...labour, knewOn: '2099-01-01' })).status).toBe(400);
  expect((await handler.command(id, 'OPEN_WINDOW', { ...labour, knewOn })).status).toBe(200);
  expect(await clockOf(id, 'LAB-APPLY')).toMatchObject({
    state: 'armed',
    dueDate: `${String(Number(knewOn.slice(0, 4)) + 1)}${knewOn.slice(4)}`,
  });
  expect((await handler.command(id, 'RECORD_LODGING', { ...labour, lodgedOn: knewOn })).status).toBe(200);
  expect([(await clockOf(id, 'LAB-APPLY'))?.state, (await clockOf(id, 'LAB-ACCEPT'))?.state]).toEqual(['met', 'armed']);
  expect((await handler.command(id, 'RECORD_FILING', { ...labour, acceptedOn: knewOn })).status).toBe(200);
  expect([(await clockOf(id, 'LAB-ACCEPT'))?.state, (await clockOf(id, 'LAB-DEFENCE'))?.state]).toEqual(['met', 'armed']);
  expect((await handler.command(id, 'RECORD_RESULT', { result: '裁决支付工资', servedOn: knewOn })).status).toBe(200);
  const sue = await clockOf(id, 'LAB-SUE');
  expect(sue).toMatchObject({ state: 'armed' });
  expect((await product.moveClock(new Date(Date.parse(String(sue?.dueAt)) + 86_400_000).toISOString())).status).toBe(200);
  expect(await clockOf(id, 'LAB-SUE')).toMatchObject({ state: 'fired' });
  const page = await clerk.get(`/api/cases/${id}`);
  expect(page.body).toMatchObject({ overdue: false });
  const history = (await clerk.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly { type: string; rule?: string }[];
  expect(history.filter(({ rule }) => rule === 'LAB-SUE').map(({ type }) => type)).not.toContain('deadline.urged');
});

it('M027 every route has its own limit, and the delay of another organ reminds its follower and supervises nobody', async () => {
  const id = await guided();
  const filing = { legalProcedure: 'reconsideration', acceptedOn: await today() };
  expect((await handler.command(id, 'RECORD_FILING', filing)).status).toBe(200);
  const clock = await clockOf(id, 'RECON-DECIDE');
  expect((await product.moveClock(new Date(Date.parse(String(clock?.dueAt)) + 40 * 86_400_000).toISOString())).status).toBe(200);
  expect(await clockOf(id, 'RECON-DECIDE')).toMatchObject({ state: 'fired', overdue: false });
  const history = (await clerk.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly { type: string; rule?: string }[];
  expect(history.filter(({ rule }) => rule === 'RECON-DECIDE').map(({ type }) => type)).toEqual(['deadline.reminded', 'deadline.passed']);
  const about = async (who: Client): Promise<readonly string[]> => {
    const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
    return items.filter((one) => one.caseId === id && one.kind.startsWith('deadline.')).map(({ kind }) => kind);
  };
  expect([...(await about(handler))].sort()).toEqual(['deadline.passed', 'deadline.reminded']);
  expect(await about(await product.as('supervisor'))).toEqual([]);
  const late = await clerk.get('/api/cases?overdue=true&limit=200');
  expect(late.text).not.toContain(id);
}, 60_000);
