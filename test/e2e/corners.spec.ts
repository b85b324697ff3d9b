import type { Body } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let now: string;
beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

async function registered(patch: Readonly<Record<string, unknown>> = {}): Promise<Body> {
  const { status, body } = await (await product.as('clerk')).post('/api/cases', intake(now, patch));
  expect(status).toBe(201);
  return body;
}
const idOf = (one: Body): string => String(one['id']);
const leadOf = (one: Body): string => String(one['routing']?.['lead']?.['unitId']);
const running = (one: Body): string[] =>
  (one['deadlines'] as unknown as { state: string; rule: string }[]).filter((each) => each.state === 'armed').map((each) => each.rule);
const today = (): string => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

describe('the board of the queues', () => {
  it('is for operators: the login page, 401 or 403 for everybody else', async () => {
    const asked = await fetch(`${product.app.url}/queues`, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([asked.status, asked.headers.get('location')]).toEqual([302, '/login?next=%2Fqueues']);
    expect((await product.nobody.get('/queues')).status).toBe(401);
    expect((await (await product.as('clerk')).get('/queues')).status).toBe(403);
    const board = await (await product.as('operator')).get('/queues');
    expect([board.status, board.type]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('a matter without a name', () => {
  it('owes nobody a notice', async () => {
    const matter = await registered({ parties: [] });
    expect(running(matter)).toEqual(['PET-FWD']);
    const forwarded = await (await product.as('clerk')).command(idOf(matter), 'FORWARD', { unitId: leadOf(matter) });
    expect(running(forwarded.body)).toEqual(['PET-OBJECT']);
    const direct = await (await product.as('housing-construction.430407.handler')).post('/api/cases', intake(now, { parties: [] }));
    expect([direct.status, running(direct.body)]).toEqual([201, []]);
  });
});

describe('a case that becomes an accusation', () => {
  it('tells who had read it, and is its registering clerk’s until he passes it on', async () => {
    const clerk = await product.as('clerk');
    const supervisor = await product.as('supervisor');
    const handler = await product.as('housing-construction.430407.handler');
    const matter = await registered();
    await clerk.command(idOf(matter), 'FORWARD', { unitId: leadOf(matter) });
    expect((await handler.get(`/api/cases/${idOf(matter)}`)).status).toBe(200);
    const sealed = await supervisor.command(idOf(matter), 'RECLASSIFY', { class: 'ACCUSATION', reason: '反映的是干部' });
    expect([sealed.status, sealed.body['deadlines']]).toEqual([200, []]);
    expect((sealed.body['readBy'] as unknown as { username: string }[]).map((reader) => reader.username)).toContain(
      'housing-construction.430407.handler',
    );
    const seen = await Promise.all([clerk, supervisor, handler].map((who) => who.get(`/api/cases/${idOf(matter)}`)));
    expect(seen.map((answer) => answer.status)).toEqual([200, 404, 404]);
  });
});

it('a procedure that contradicts class and route is replaced on reclassifying too, with the reason', async () => {
  const clerk = await product.as('clerk');
  const [asked, fitting] = [await registered(), await registered()];
  const replaced = await clerk.command(idOf(asked), 'RECLASSIFY', { procedure: 'accusation', reason: '改为检举控告程序' });
  expect([replaced.status, replaced.body['procedureReason']]).toEqual([
    200,
    { zh: expect.any(String) as string, en: expect.any(String) as string },
  ]);
  const kept = await clerk.command(idOf(fitting), 'RECLASSIFY', { procedure: 'petition', reason: '维持' });
  expect([kept.status, kept.body['procedureReason']]).toEqual([200, undefined]);
});

it('what is sent online was posted on no earlier day', async () => {
  const matter = await registered();
  const asked = (payload: unknown) =>
    product.nobody.post('/api/public/commands', {
      queryCode: String(matter['queryCode']),
      phoneLast4: '4321',
      type: 'REQUEST_REVIEW',
      payload,
    });
  expect((await asked({ reason: '不服', postedOn: '2026-01-04' })).status).toBe(400);
  // Of its own day it is a question of the state.
  expect((await asked({ reason: '不服', postedOn: today() })).status).toBe(409);
});

it('a report that nobody asked for is refused, not forbidden', async () => {
  const matter = await registered();
  await (await product.as('clerk')).command(idOf(matter), 'FORWARD', { unitId: leadOf(matter) });
  const answer = await (await product.as('housing-construction.430407.handler')).command(idOf(matter), 'REPORT_BACK', { report: '已办' });
  expect([answer.status, answer.body['code']]).toEqual([409, 'case.command_refused']);
});
