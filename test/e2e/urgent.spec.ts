import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let clerk: Client;
let housing: Client;
let above: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  housing = await product.as('housing-construction.430407.handler');
  above = await product.as('petition-office.430000.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const idOf = (answer: Answer): string => String(answer.body['id']);
const unitIdOf = async (code: string): Promise<string> => {
  const [unitFunction, division] = code.split('.');
  const answer = await clerk.get(`/api/directory/units?function=${String(unitFunction)}&division=${String(division)}`);
  return String(answer.body['items']?.[0]?.['id']);
};
const matter = async (): Promise<string> => idOf(await clerk.post('/api/cases', intake(await product.now())));
const raise = async (caseId: string, patch: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  clerk.post('/api/urgent-matters', {
    caseId,
    kind: 'domestic-violence',
    learnedAt: await product.now(),
    situation: '邻居报称有人被打',
    ...patch,
  });
const clocksOf = async (who: Client, id: string): Promise<Readonly<Record<string, string>>> => {
  const rows = (await who.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; state: string }[];
  return Object.fromEntries(rows.map(({ rule, state }) => [rule, state]));
};
const noticesOf = async (who: Client, caseId: string): Promise<readonly string[]> => {
  const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  return items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
};
const passMinutes = async (minutes: number): Promise<void> => {
  expect((await product.moveClock(new Date(Date.parse(await product.now()) + minutes * 60_000).toISOString())).status).toBe(200);
};
const report = async (id: string, reportTo: string, unit?: string): Promise<Answer> =>
  clerk.command(id, 'REPORT_UP', {
    reportTo,
    report: '情况报告',
    ...(unit === undefined ? {} : { unitId: await unitIdOf(unit) }),
  });

it('M032 the tiers of a fast response run in minutes, each on its own, and what is late is supervised at once', async () => {
  const raised = await raise(await matter());
  const id = idOf(raised);
  expect([raised.status, raised.body['state']]).toEqual([200, 'registered']);
  expect(await clocksOf(clerk, id)).toMatchObject({ 'URG-RESPOND': 'armed', 'URG-ASSEMBLE': 'armed', 'URG-ACT': 'armed' });
  expect((await clerk.command(id, 'RESPOND')).body['state']).toBe('responded');
  await passMinutes(3);
  expect(await clocksOf(clerk, id)).toMatchObject({ 'URG-RESPOND': 'met', 'URG-ASSEMBLE': 'fired', 'URG-ACT': 'armed' });
  expect(await noticesOf(clerk, id)).toEqual(
    expect.arrayContaining(['deadline.passed', 'deadline.urged', 'supervision.opened']) as unknown,
  );
  expect((await clerk.command(id, 'ASSEMBLE')).status).toBe(200);
  expect((await clerk.command(id, 'BEGIN_HANDLING', { measures: '已到现场' })).body['state']).toBe('acting');
  expect(await clocksOf(clerk, id)).toMatchObject({ 'URG-ACT': 'met' });
  // The figures are data: explained by the same code, marked as a default of ours.
  const explained = await clerk.post('/api/deadlines/explain', {
    rule: 'URG-ACT',
    region: '430000',
    triggerAt: '2026-03-06T23:58:00+08:00',
  });
  expect(explained.body).toMatchObject({ dueDate: '2026-03-07', dueAt: '2026-03-06T16:03:00.000Z', provisional: false });
});

it('M033 an alert reaches whoever has to act at once; nobody else learns that there is one', async () => {
  const caseId = await matter();
  const id = idOf(await raise(caseId));
  await passMinutes(0.5);
  expect(await noticesOf(await product.as('supervisor'), id)).toContain('urgent.raised');
  expect(await noticesOf(await product.as('leader'), id)).toContain('urgent.raised');
  expect((await housing.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await housing.get('/api/urgent-matters')).body['items']).toEqual([]);
  expect(
    (await housing.post('/api/urgent-matters', { caseId, kind: 'other', learnedAt: await product.now(), situation: 'x' })).status,
  ).toBe(400);
  expect((await clerk.get(`/api/cases/${caseId}/related`)).body['records'] as unknown).toHaveLength(1);
});

it('M034 units are called in to act together, the police only where a law needs them', async () => {
  const id = idOf(await raise(await matter()));
  expect((await clerk.command(id, 'CALL_IN_UNIT', { unitId: await unitIdOf('housing-construction.430407') })).status).toBe(200);
  const police = { unitId: await unitIdOf('public-security.430407') };
  expect((await clerk.command(id, 'CALL_IN_UNIT', police)).status).toBe(400);
  expect((await clerk.command(id, 'CALL_IN_UNIT', { ...police, lawBasis: '《反家庭暴力法》第十五条' })).status).toBe(200);
  await passMinutes(0.5);
  expect(await noticesOf(housing, id)).toContain('urgent.raised');
  expect((await housing.get(`/api/cases/${id}`)).body['urgentMatter']?.['coHandlers'] as unknown).toHaveLength(2);
  expect((await housing.command(id, 'RESPOND')).status).toBe(403);
});

it('M038 a report that comes late is late by the recorded times, however quickly it was typed', async () => {
  const caseId = await matter();
  const learnedAt = new Date(Date.parse(await product.now()) - 31 * 60_000).toISOString();
  const id = idOf(await raise(caseId, { learnedAt }));
  expect((await raise(caseId, { learnedAt: new Date(Date.parse(await product.now()) + 60_000).toISOString() })).status).toBe(400);
  const told = await report(id, 'own-level', 'government-office.430400');
  expect((told.body['facts'] as unknown as readonly unknown[])[0]).toMatchObject({
    type: 'urgent.reported',
    data: { late: true, minutes: 31, reportTo: 'own-level' },
  });
  expect((await report(id, 'next-level', 'petition-office.430000')).status).toBe(200);
  const late = (await clerk.get('/api/urgent-matters?late=true')).body['items'] as unknown as readonly { id: string }[];
  expect(late.map((one) => one.id)).toContain(id);
  const seen = (await clerk.get(`/api/cases/${id}`)).body['urgentMatter']?.['reports'];
  expect(seen as unknown).toMatchObject([
    { to: 'own-level', late: true },
    { to: 'next-level', late: false },
  ]);
});

it('M039 reports go to the own level, the next and the national office, each with its receipt, into one register', async () => {
  const id = idOf(await raise(await matter()));
  expect((await report(id, 'next-level', 'petition-office.430407')).status).toBe(400);
  expect((await above.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await report(id, 'own-level', 'government-office.430400')).status).toBe(200);
  expect((await report(id, 'next-level', 'petition-office.430000')).status).toBe(200);
  expect((await report(id, 'national')).status).toBe(200);
  expect((await report(id, 'national')).status).toBe(409);
  await passMinutes(0.5);
  expect(await noticesOf(above, id)).toEqual(['urgent.reported']);
  expect((await clerk.command(id, 'CONFIRM_REPORT', { reportTo: 'next-level' })).status).toBe(403);
  expect((await above.command(id, 'CONFIRM_REPORT', { reportTo: 'next-level', receiptNo: 'HN-2026-1' })).status).toBe(200);
  expect((await clerk.command(id, 'CONFIRM_REPORT', { reportTo: 'national', receiptNo: 'G-7' })).status).toBe(200);
  expect(await clocksOf(clerk, id)).toMatchObject({ 'URG-OWN': 'met', 'URG-UP': 'met', 'URG-NATIONAL': 'met' });
  const register = (await above.get('/api/urgent-matters')).body['items'] as unknown as readonly { id: string; urgentMatter: unknown }[];
  // What was not reported there is not in its register.
  expect(register[0]?.id).toBe(id);
  const unreported = idOf(await raise(await matter()));
  const again = (await above.get('/api/urgent-matters')).body['items'] as unknown as readonly { id: string }[];
  expect(again.map((one) => one.id)).not.toContain(unreported);
  expect(register[0]?.urgentMatter).toMatchObject({
    reports: [
      { to: 'own-level', late: false, receivedAt: null },
      { to: 'next-level', late: false, receivedAt: expect.any(String) as string },
      { to: 'national', unit: null, receivedAt: expect.any(String) as string },
    ],
  });
});

it('M079 a contingency plan is put to use by its code, and stands in the record', async () => {
  const id = idOf(await raise(await matter(), { kind: 'crowd-on-site' }));
  expect((await clerk.command(id, 'LINK_PLAN', { plan: '不合规 编号' })).status).toBe(400);
  expect((await clerk.command(id, 'LINK_PLAN', { plan: 'HY-2026-03' })).status).toBe(200);
  expect((await clerk.get(`/api/cases/${id}`)).body['urgentMatter']?.['plan']).toBe('HY-2026-03');
});

it('M082 danger is handed to 110 with a receipt and a protection order is referred; nothing ends before both are kept', async () => {
  const id = idOf(await raise(await matter()));
  for (const [type, payload] of [
    ['RESPOND', {}],
    ['ASSEMBLE', {}],
    ['BEGIN_HANDLING', { measures: '劝离' }],
  ] as const)
    expect((await clerk.command(id, type, payload)).status).toBe(200);
  await report(id, 'own-level', 'government-office.430400');
  await report(id, 'next-level', 'petition-office.430000');
  await report(id, 'national');
  expect((await clerk.command(id, 'CALL_SERVICE', { platform: '110', reason: '有人受伤' })).status).toBe(200);
  expect((await clerk.command(id, 'REFER_PROTECTION', { organ: '雁峰区人民法院', reason: '本人愿意申请' })).status).toBe(200);
  expect((await clerk.command(id, 'REFER_PROTECTION', { organ: '雁峰区人民法院', reason: '再次' })).status).toBe(409);
  expect((await clerk.command(id, 'CONCLUDE_URGENT', { summary: '已平息' })).status).toBe(409);
  await passMinutes(30);
  expect(await clocksOf(clerk, id)).toMatchObject({ 'URG-RECEIPT': 'fired' });
  expect((await clerk.command(id, 'KEEP_SERVICE_RECEIPT', { platform: '110', receiptNo: '110-99' })).status).toBe(200);
  expect((await clerk.command(id, 'CONCLUDE_URGENT', { summary: '已平息' })).body['state']).toBe('concluded');
  expect((await clerk.get(`/api/cases/${id}/verify`)).body).toMatchObject({ valid: true });
});

it('hides what was raised beside a case once the case is sealed: no page, no list, no notice', async () => {
  const caseId = await matter();
  const id = idOf(await raise(caseId));
  const supervisor = await product.as('supervisor');
  expect((await supervisor.get(`/api/cases/${id}`)).status).toBe(200);
  const sealing = await clerk.command(caseId, 'RECLASSIFY', { class: 'ACCUSATION', reason: '实为检举工作人员' });
  expect([sealing.status, sealing.status === 200 ? '' : sealing.text]).toEqual([200, '']);
  const before = await noticesOf(supervisor, id);
  await passMinutes(10);
  for (const who of [supervisor, await product.as('leader'), above]) {
    expect((await who.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await who.get('/api/urgent-matters')).text).not.toContain(id);
    expect((await who.get('/api/cases?limit=200')).text).not.toContain(id);
    expect((await noticesOf(who, id)).length).toBeLessThanOrEqual(before.length);
  }
});
