import { until } from '../support/until.ts';
import type { Answer, Client } from './product.ts';
import { intake, PASSWORD, Product } from './product.ts';

const HANDLER = 'housing-construction.430407.handler';
/** What people say of a matter themselves. */
const FILED = {
  title: '小区门前道路积水',
  narrative: '下雨即积水，多次反映没有处理。',
  divisionCode: '430407',
  parties: [{ role: 'petitioner', kind: 'person', name: '测试人乙', phone: '13900004321' }],
};

let product: Product;
let now: string;
let clerk: Client;
let supervisor: Client;
let leader: Client;
let handler: Client;
/** Register entries and accounts by what they are called here. */
const ids: Record<string, string> = {};

const must = async (sent: Promise<Answer>): Promise<Answer> => {
  const answer = await sent;
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer;
};
const userIdOf = async (username: string): Promise<string> =>
  String((await product.nobody.post('/api/auth/login', { username, password: PASSWORD })).body['user']?.['id']);

/** A leader in the register, by the supervisor of his place. */
async function entered(name: string, rank: string, division: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await must(supervisor.post('/api/registers/leaders', { name, title: '领导', rank, division, ...more }));
  return String(answer.body['id']);
}

interface Clock {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
}
const clock = (one: Answer, rule: string): Clock | undefined =>
  (one.body['deadlines'] as unknown as readonly Clock[]).findLast((each) => each.rule === rule);

beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
  [clerk, supervisor, leader, handler] = (await Promise.all(
    ['clerk', 'supervisor', 'leader', HANDLER].map((name) => product.as(name)),
  )) as [Client, Client, Client, Client];
  ids['handler'] = await userIdOf(HANDLER);
  ids['principal'] = await entered('测试领导甲', 'principal', '430400', { userId: await userIdOf('leader') });
  ids['deputy'] = await entered('测试领导乙', 'deputy', '430407');
  ids['other-principal'] = await entered('测试领导丙', 'principal', '430407');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

/** A petition in the hands of the district's housing bureau. */
async function petition(receivedAt = now, patch: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const registered = await clerk.post('/api/cases', intake(receivedAt, patch));
  expect(registered.status).toBe(201);
  const id = String(registered.body['id']);
  await must(clerk.command(id, 'FORWARD', { unitId: String(registered.body['routing']?.['lead']?.['unitId']) }));
  return id;
}
const naming = (patch: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  procedure: 'leader-case',
  kind: 'single',
  grade: 'major',
  leaderId: ids['principal'],
  handlerId: ids['handler'],
  dueDate: '2026-06-01',
  reason: '群众反映集中，明确领导包案。',
  ...patch,
});
const duty = (who: Client, id: string, one: string): Promise<Answer> =>
  who.command(id, 'RECORD_DUTY', { duty: one, note: '已完成，详见记录。' });

/** Waits for the notice of a record in somebody’s inbox. */
async function told(who: Client, id: string, kind: string): Promise<void> {
  await until(
    `${kind} is in the inbox`,
    async () => (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { caseId: string; kind: string }[],
    (items) => items.some((one) => one.caseId === id && one.kind === kind),
  );
}

it('M009 one leader and one handler have a case: a second naming is refused, a change keeps its reason, and its clocks run', async () => {
  const main = await petition();
  const opened = await must(supervisor.post(`/api/cases/${main}/linked`, naming()));
  const id = String(opened.body['id']);
  expect([
    opened.body['procedure'],
    opened.body['state'],
    clock(opened, 'LEAD-REPORT')?.state,
    clock(opened, 'LEAD-TERM')?.dueDate,
  ]).toEqual(['leader-case', 'registered', 'armed', '2026-06-01']);
  const second = await supervisor.post(`/api/cases/${main}/linked`, naming({ leaderId: ids['other-principal'] }));
  expect([second.status, second.body['code']]).toEqual([409, 'case.already_linked']);
  await until(
    'the leader is told',
    async () => (await leader.get('/api/inbox')).text,
    (text) => text.includes(id),
  );
  // The leader himself takes charge; nobody does it for him.
  expect((await supervisor.command(id, 'TAKE_CHARGE')).status).toBe(403);
  expect((await must(leader.command(id, 'TAKE_CHARGE'))).body['state']).toBe('leading');
  expect((await clerk.command(id, 'CHANGE_LEADER', { leaderId: ids['other-principal'], reason: 'x' })).status).toBe(403);
  await must(supervisor.command(id, 'CHANGE_LEADER', { leaderId: ids['other-principal'], reason: '分工调整。' }));
  const page = await supervisor.get(`/api/cases/${id}`);
  expect([page.body['leaderCase']?.['leader']?.['name'], page.body['mainCaseId'], page.text.includes('分工调整')]).toEqual([
    '测试领导丙（领导）',
    main,
    true,
  ]);
  expect((await leader.command(id, 'REPORT_PROGRESS', { report: 'x' })).status).toBe(403);
  await product.moveClock('2026-02-25T09:00:00+08:00');
  now = await product.now();
  const late = await supervisor.get(`/api/cases/${id}`);
  expect([clock(late, 'LEAD-REPORT')?.state, late.body['overdue']]).toEqual(['fired', true]);
  const reported = await must(handler.command(id, 'REPORT_PROGRESS', { report: '已约谈物业公司，正在协调维修资金。' }));
  expect([clock(reported, 'LEAD-REPORT')?.state, clock(reported, 'LEAD-REPORT')?.dueDate]).toEqual(['armed', '2026-03-27']);
});

it('M009 two who name a leader at the same moment name one', async () => {
  const main = await petition();
  const answers = await Promise.all(
    ['principal', 'other-principal', 'principal'].map((name) =>
      supervisor.post(`/api/cases/${main}/linked`, naming({ leaderId: ids[name] })),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const linked = await supervisor.get(`/api/cases/${main}/linked`);
  expect((linked.body['items'] as unknown as readonly unknown[]).length).toBe(1);
});

it('M009 whoever may not know of the case learns nothing of its record by number, list, search or totals, and nobody once it is sealed', async () => {
  const main = await petition();
  const opened = await must(supervisor.post(`/api/cases/${main}/linked`, naming()));
  const [id, caseNo] = [String(opened.body['id']), String(opened.body['caseNo'])];
  const stranger = await product.as('education.430407.head');
  expect((await stranger.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await stranger.get(`/api/cases/${main}/linked`)).status).toBe(404);
  expect((await stranger.get(`/api/cases?q=${caseNo}`)).body['items']).toEqual([]);
  const total = async (who: Client): Promise<unknown> => (await who.get('/api/indicators')).body['total']?.['registered'];
  const before = await total(supervisor);
  const other = await petition();
  await must(supervisor.post(`/api/cases/${other}/linked`, naming()));
  // One more matter, not two.
  expect(await total(supervisor)).toBe(Number(before) + 1);
  expect((await handler.get(`/api/cases/${id}`)).status).toBe(200);
  const asAccusation = { class: 'ACCUSATION', categoryCode: '050401', reason: '实为检举控告。' };
  await must(clerk.command(main, 'RECLASSIFY', asAccusation));
  for (const who of [handler, supervisor, leader]) {
    expect((await who.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await who.get(`/api/cases?q=${caseNo}`)).body['items']).toEqual([]);
    expect((await who.command(id, 'REPORT_PROGRESS', { report: 'x' })).status).toBe(404);
  }
});

it('M010 the grade of a case decides the rank of its leader', async () => {
  const main = await petition();
  const low = await supervisor.post(`/api/cases/${main}/linked`, naming({ leaderId: ids['deputy'] }));
  expect([low.status, low.body['code']]).toEqual([409, 'leader.rank_mismatch']);
  const elsewhere = await entered('测试领导丁', 'deputy', '430421');
  const far = await supervisor.post(`/api/cases/${main}/linked`, naming({ grade: 'ordinary', leaderId: elsewhere }));
  expect([far.status, far.body['code']]).toEqual([409, 'leader.of_another_place']);
  const opened = await must(supervisor.post(`/api/cases/${main}/linked`, naming({ grade: 'ordinary', leaderId: ids['deputy'] })));
  const id = String(opened.body['id']);
  const raised = await supervisor.command(id, 'REGRADE', { grade: 'major', reason: '涉及人数增加。' });
  expect([raised.status, raised.body['code']]).toEqual([409, 'leader.rank_mismatch']);
  await must(supervisor.command(id, 'REGRADE', { grade: 'major', leaderId: ids['principal'], reason: '涉及人数增加。' }));
  await until(
    'the higher leader is told',
    async () => (await leader.get('/api/inbox')).text,
    (text) => text.includes(id),
  );
});

it('M011 a led case is concluded when its duties are done, and has none that is aimed at a person', async () => {
  const main = await petition();
  const id = String((await must(supervisor.post(`/api/cases/${main}/linked`, naming()))).body['id']);
  await must(leader.command(id, 'TAKE_CHARGE'));
  for (const one of ['教育转化', '稳控管理', 'stabilise']) expect((await duty(leader, id, one)).status).toBe(400);
  for (const one of ['know-facts', 'act-lawfully', 'solve', 'reply']) await must(duty(handler, id, one));
  const early = await leader.command(id, 'CONCLUDE_LEADER_CASE', { result: 'solved', summary: '已修复。' });
  expect([early.status, early.body['code'], early.body['reason']?.['zh']]).toEqual([409, 'leader.duties_left', '还有职责未履行：回访。']);
  const own = await duty(handler, id, 'return-visit');
  expect([own.status, own.body['code']]).toEqual([409, 'visit.by_handler']);
  await must(duty(leader, id, 'return-visit'));
  const unexplained = await leader.command(id, 'CONCLUDE_LEADER_CASE', { result: 'explained', summary: 'x' });
  expect(unexplained.body['code']).toBe('leader.duties_left');
  const done = await must(leader.command(id, 'CONCLUDE_LEADER_CASE', { result: 'solved', summary: '已修复，住户已确认。' }));
  expect([done.body['state'], clock(done, 'LEAD-TERM')?.state]).toEqual(['concluded', 'met']);
  expect((await leader.get(`/api/cases/${id}/verify`)).body['valid']).toBe(true);
});

it('M012 a matter of the backlog has a lead at each of four levels before it is concluded', async () => {
  const young = await petition();
  const refused = await supervisor.post(`/api/cases/${young}/linked`, naming({ kind: 'backlog' }));
  expect([refused.status, refused.body['code']]).toEqual([409, 'leader.no_backlog']);
  const divisions = async (parent: string): Promise<string> =>
    String((await clerk.get(`/api/directory/divisions?parent=${parent}`)).body['items']?.[0]?.['code']);
  const township = await divisions('430407');
  const village = await divisions(township);
  const old = await petition('2025-05-06T09:00:00+08:00', { divisionCode: village });
  const id = String((await must(supervisor.post(`/api/cases/${old}/linked`, naming({ kind: 'backlog' })))).body['id']);
  await must(leader.command(id, 'TAKE_CHARGE'));
  for (const one of ['know-facts', 'act-lawfully', 'explain', 'reply']) await must(duty(handler, id, one));
  const conclude = { result: 'explained', summary: '政策已逐条解释。' };
  expect((await leader.command(id, 'CONCLUDE_LEADER_CASE', conclude)).body['code']).toBe('leader.team_incomplete');
  const leads = { city: ids['principal'], county: ids['deputy'], township: await entered('乡镇书记', 'department', township) };
  for (const [level, leaderId] of Object.entries(leads)) await must(supervisor.command(id, 'SEAT_TEAM_LEAD', { level, leaderId }));
  expect((await leader.command(id, 'CONCLUDE_LEADER_CASE', conclude)).body['code']).toBe('leader.team_incomplete');
  const wrong = await supervisor.command(id, 'SEAT_TEAM_LEAD', { level: 'village', leaderId: leads.township });
  expect([wrong.status, (wrong.body['errors'] as unknown as readonly { code: string }[])[0]?.code]).toEqual([
    400,
    'leader.of_another_level',
  ]);
  await must(supervisor.command(id, 'SEAT_TEAM_LEAD', { level: 'village', leaderId: await entered('村支部书记', 'department', village) }));
  const second = await supervisor.command(id, 'SEAT_TEAM_LEAD', { level: 'city', leaderId: ids['principal'] });
  expect([second.status, second.body['code']]).toEqual([409, 'leader.already_named']);
  expect((await must(leader.command(id, 'CONCLUDE_LEADER_CASE', conclude))).body['state']).toBe('concluded');
});

it('M037 a leader’s day of reception is owed, published ahead, booked, held, and what is late is late of the place', async () => {
  const leaderId = ids['other-principal'] ?? '';
  const office = await product.as('petition-office.430407.handler');
  // Two who begin it at the same moment begin one; somebody else’s office arranges nothing here.
  const begun = await Promise.all([1, 2].map(() => office.post('/api/receptions', { leaderId })));
  expect(begun.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await handler.post('/api/receptions', { leaderId })).status).toBe(403);
  const opened = begun.find(({ status }) => status === 200) as Answer;
  const id = String(opened.body['id']);
  expect(clock(opened, 'RECEPT-COUNTY')).toMatchObject({ state: 'armed' });
  const today = (await product.now()).slice(0, 10);
  const soon = await office.command(id, 'SCHEDULE_RECEPTION', { date: today, seats: 1 });
  expect([soon.status, soon.body['errors']?.[0]]).toEqual([400, expect.objectContaining({ code: 'reception.too_soon' })]);
  // The month goes by without a day: it is urged, and counted for the place.
  const owed = clock(opened, 'RECEPT-COUNTY')?.dueDate ?? '';
  const dayAfter = new Date(Date.parse(owed) + 86_400_000).toISOString().slice(0, 10);
  expect((await product.moveClock(`${dayAfter}T09:00:00+08:00`)).status).toBe(200);
  const late = await supervisor.get('/api/receptions/figures');
  expect(late.body['items']).toEqual([{ division: '430407', level: 'county', owing: 1, held: 0, late: 1, cases: 0 }]);
  expect((await office.get('/api/receptions/figures')).status).toBe(403);
  await told(office, id, 'deadline.urged');

  const day = new Date(Date.parse(await product.now()) + 10 * 86_400_000).toISOString().slice(0, 10);
  const scheduled = await must(office.command(id, 'SCHEDULE_RECEPTION', { date: day, seats: 1 }));
  const on = String((await office.get(`/api/cases/${id}`)).body['reception']?.['day']?.['on']);
  expect([clock(scheduled, 'RECEPT-HOLD')?.dueDate, on >= day]).toEqual([on, true]);
  const days = async (): Promise<readonly { readonly id: string; readonly free: number }[]> =>
    (await product.nobody.get('/api/public/receptions')).body['items'] as unknown as readonly { id: string; free: number }[];
  expect(await days()).toEqual([]);
  await must(office.command(id, 'PUBLISH_RECEPTION'));
  expect(await days()).toMatchObject([{ id, on, leader: '测试领导丙（领导）', free: 1 }]);

  const filed = await product.nobody.post('/api/public/cases', { channel: 'online', ...FILED });
  expect([filed.status, filed.status === 201 ? '' : filed.text]).toEqual([201, '']);
  const code = { queryCode: filed.body['queryCode'], phoneLast4: '4321', receptionId: id };
  const book = (path: string, body: unknown): Promise<Answer> => product.nobody.post(`/api/public/receptions/${path}`, body);
  expect((await book('bookings', { ...code, phoneLast4: '0000' })).status).toBe(404);
  expect((await must(book('bookings', code))).body['day']).toMatchObject({ free: 0 });
  const other = await petition(await product.now());
  const full = await clerk.command(id, 'BOOK_RECEPTION', { caseId: other });
  expect([full.status, full.body['code']]).toEqual([409, 'reception.full']);
  // Who is booked is known to whoever may know of the case.
  const beside = async (who: Client): Promise<unknown> =>
    ((await who.get(`/api/cases/${id}/related`)).body['about'] as unknown as readonly { id: string }[]).map((one) => one.id);
  expect([await beside(clerk), await beside(office)]).toEqual([[String(filed.body['id'])], []]);
  await must(book('cancellations', code));
  await must(clerk.command(id, 'BOOK_RECEPTION', { caseId: other }));
  await told(handler, id, 'reception.booked');

  expect((await office.command(id, 'RECORD_RECEPTION', { received: 2 })).status).toBe(409);
  await product.moveClock(`${on}T09:00:00+08:00`);
  const matter = { ...FILED, title: '接访现场反映', narrative: '现场反映道路积水。', parties: [] };
  const table = (key: string, body: unknown): Promise<Answer> => clerk.post(`/api/receptions/${id}/cases`, body, { key });
  const [first, second] = [await table('table-1', matter), await table('table-1', matter)];
  expect([first.status, second.status, second.body['id']]).toEqual([201, 201, first.body['id']]);
  expect((await clerk.get(`/api/cases/${String(first.body['id'])}`)).body['channel']).toBe('leader-reception');
  const accusation = await table('table-2', { ...matter, class: 'ACCUSATION', categoryCode: '050401' });
  expect([accusation.status, await beside(clerk)]).toEqual([201, expect.not.arrayContaining([accusation.body['id']])]);
  expect(await beside(clerk)).toEqual(expect.arrayContaining([first.body['id']]) as unknown);
  const held = await must(office.command(id, 'RECORD_RECEPTION', { received: 2, note: '接待群众两批。' }));
  expect([held.body['state'], clock(held, 'RECEPT-COUNTY')?.state]).toEqual(['registered', 'armed']);
  expect((await supervisor.get('/api/receptions/figures')).body['items']).toEqual([
    { division: '430407', level: 'county', owing: 1, held: 1, late: 0, cases: 1 },
  ]);
  // The list outlives the seal of one of its cases, which is then found in it by nobody.
  expect(await beside(supervisor)).toContain(other);
  await must(clerk.command(other, 'RECLASSIFY', { class: 'ACCUSATION', categoryCode: '050401', reason: '实为检举控告。' }));
  expect((await office.get(`/api/cases/${id}`)).status).toBe(200);
  expect(await beside(supervisor)).not.toContain(other);
});
