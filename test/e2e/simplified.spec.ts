import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

interface Row {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
  readonly triggerAt: string;
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

const idOf = (answer: Answer): string => String(answer.body['id']);
const clocksOf = async (id: string): Promise<readonly Row[]> =>
  (await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly Row[];
let petitioners = 0;
/** Of somebody who never came before: another phone each time. */
const first = (): Readonly<Record<string, unknown>> => ({
  procedure: 'simplified',
  parties: [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone: `139000${String(40_000 + ++petitioners)}` }],
});
const accepted = async (now: string): Promise<string> => {
  const registered = await clerk.post('/api/cases', intake(now, { ...first(), simplifiedGround: 'everyday-life' }));
  expect(registered.body).toMatchObject({ procedure: 'simplified', state: 'registered' });
  const lead = String(registered.body['routing']?.['lead']?.['unitId']);
  expect((await clerk.command(idOf(registered), 'FORWARD', { unitId: lead })).status).toBe(200);
  expect((await handler.command(idOf(registered), 'ACCEPT')).status).toBe(200);
  return idOf(registered);
};

it('M027 a matter is sorted by how simple it is: what isn’t eligible is told why, before anything is stored', async () => {
  const now = await product.now();
  const asked = { procedure: 'simplified' };
  const fit = await clerk.post('/api/cases/preview', intake(now, asked));
  expect([fit.status, fit.body['procedure'], fit.body['procedureReason']]).toEqual([200, 'simplified', undefined]);
  const unfit = [
    { ...asked, repeated: true },
    { ...asked, divisionCodes: ['430407', '430421'] },
    { ...asked, route: 'ARBITRATION' },
    { ...asked, class: 'ACCUSATION', route: undefined, categoryCode: '050401' },
  ];
  for (const patch of unfit) {
    const { status, body } = await clerk.post('/api/cases/preview', intake(now, patch));
    expect([status, typeof body['procedureReason']?.['zh']]).toEqual([200, 'string']);
    expect(body['procedure']).not.toBe('simplified');
  }
  expect((await clerk.post('/api/cases', intake(now, { ...asked, simplifiedGround: 'in-a-hurry' }))).status).toBe(400);
});

it('M027 whoever raised the matter before is no first petitioner, whatever the form says; nor is a matter of two organs one of one', async () => {
  const asked = first();
  const now = await product.now();
  expect((await clerk.post('/api/cases', intake(now, asked))).body).toMatchObject({ procedure: 'simplified' });
  const again = await clerk.post('/api/cases', intake(now, asked));
  expect(again.body).toMatchObject({ procedure: 'petition', procedureReason: { en: expect.stringContaining('first time') as string } });
  const preview = await clerk.post('/api/cases/preview', intake(now, asked));
  expect(preview.body).toMatchObject({ procedure: 'petition' });
  // Another matter of the same person is one raised for the first time.
  const other = { ...asked, title: '社保缴费记录查不到', narrative: '个人社保缴费记录在网上查询不到，请核实。', categoryCode: '150305' };
  expect((await clerk.post('/api/cases', intake(now, other))).body).toMatchObject({ procedure: 'simplified' });
  const organs = await Promise.all(
    ['education', 'transport'].map(async (fn) => {
      const found = await clerk.get(`/api/directory/units?function=${fn}&division=430407`);
      return String((found.body['items'] as unknown as readonly { id: string }[])[0]?.id);
    }),
  );
  const respondents = organs.map((unitId) => ({ role: 'respondent', kind: 'organisation', name: '某局', unitId }));
  const parties = [...(first()['parties'] as readonly unknown[]), ...respondents];
  const several = await clerk.post('/api/cases', intake(now, { ...asked, parties }));
  expect(several.body).toMatchObject({ procedure: 'petition' });
});

it('M027 a simple matter is answered within ten working days, with every remedy of a petition', async () => {
  const id = await accepted(await product.now());
  const clock = (await clocksOf(id)).find(({ rule }) => rule === 'PET-SIMPLE');
  expect(clock).toMatchObject({ state: 'armed' });
  const explained = await clerk.post('/api/deadlines/explain', { rule: 'PET-SIMPLE', region: '430407', triggerAt: clock?.triggerAt });
  expect(explained.body).toMatchObject({ dueDate: clock?.dueDate });

  const opinion = { outcome: 'SUPPORT', request: '修复照明', facts: '照明损坏', opinion: '三日内修复', basis: '《物业管理条例》' };
  expect((await handler.command(id, 'ISSUE_OPINION', opinion)).body['state']).toBe('answered');
  const today = (await product.now()).slice(0, 10);
  await handler.command(id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: today });
  const served = await clerk.get(`/api/cases/${id}`);
  expect(served.body).toMatchObject({ procedure: 'simplified', state: 'served' });
  expect((served.body['allowed'] as unknown as { type: string }[]).map(({ type }) => type)).toContain('REQUEST_REVIEW');
  expect((await clocksOf(id)).map(({ rule, state }) => `${rule} ${state}`)).toEqual(
    expect.arrayContaining(['PET-SIMPLE met', 'PET-REVIEW-REQ armed']),
  );
});

it('M027 one that isn’t goes on in the ordinary procedure: its sixty days count from the first acceptance, and its unit is told', async () => {
  const [byHand, byTime] = [await accepted(await product.now()), await accepted(await product.now())];
  const stranger = await product.as('human-resources.430421.handler');
  expect((await stranger.command(byHand, 'CONVERT', { reason: '越权' })).status).toBe(404);
  expect((await clerk.command(byHand, 'CONVERT', { reason: '越权' })).status).toBe(403);
  const converted = await handler.command(byHand, 'CONVERT', { reason: '需实地核查' });
  expect([converted.status, converted.body['state']]).toEqual([200, 'handling']);
  const first = (await clocksOf(byTime)).find(({ rule }) => rule === 'PET-SIMPLE');
  const [y, m, d] = String(first?.dueDate).split('-').map(Number);
  const after = new Date(Date.UTC(y ?? 0, (m ?? 1) - 1, (d ?? 1) + 1, 1)).toISOString();
  expect((await product.moveClock(after)).status).toBe(200);
  for (const id of [byHand, byTime]) {
    expect((await clerk.get(`/api/cases/${id}`)).body).toMatchObject({ procedure: 'petition', state: 'handling' });
    const rows = await clocksOf(id);
    const handle = rows.find(({ rule }) => rule === 'PET-HANDLE');
    const expected = await clerk.post('/api/deadlines/explain', { rule: 'PET-HANDLE', region: '430407', triggerAt: handle?.triggerAt });
    expect(handle).toMatchObject({
      state: 'armed',
      triggerAt: rows.find(({ rule }) => rule === 'PET-SIMPLE')?.triggerAt,
      dueDate: String(expected.body['dueDate']),
    });
  }
  const inbox = (await handler.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  expect(inbox.filter(({ kind }) => kind === 'case.converted').map(({ caseId }) => caseId)).toContain(byTime);
  const history = (await clerk.get(`/api/cases/${byTime}/history`)).body['items'] as unknown as readonly { type: string }[];
  expect(history.map(({ type }) => type)).toContain('deadline.passed');
  expect((await clerk.get(`/api/cases/${byTime}/verify`)).body).toMatchObject({ valid: true });
  expect((await clerk.get(`/api/cases/${byTime}/diagram`)).text).toContain('<svg');
}, 60_000);
