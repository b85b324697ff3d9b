import { createHash } from 'node:crypto';
import { until } from '../support/until.ts';
import type { Answer } from './product.ts';
import { Client, intake, PASSWORD, Product } from './product.ts';

let product: Product;
let now: string;
let clerk: Client;
let supervisor: Client;
let handler: Client;

const must = async (sent: Promise<Answer>, status = 200): Promise<Answer> => {
  const answer = await sent;
  expect([answer.status, answer.status === status ? '' : answer.text]).toEqual([status, '']);
  return answer;
};

const PARTY = { role: 'petitioner', kind: 'person', name: '测试人甲' };
interface Drawn {
  readonly caseId: string;
  readonly outcome: string | null;
  readonly dueDate: string | null;
  readonly overdue: boolean;
}
const clockOf = ({ body }: Answer): unknown =>
  (body['deadlines'] as unknown as readonly { rule: string }[]).find(({ rule }) => rule === 'VISIT-DRAWN');
const isTold = (who: Client, caseId: string, kind: string): Promise<unknown> =>
  until(
    `${kind} of ${caseId}`,
    async () => (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { caseId: string; kind: string }[],
    (items) => items.some((one) => one.caseId === caseId && one.kind === kind),
  );

beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
  [clerk, supervisor, handler] = (await Promise.all(
    ['clerk', 'supervisor', 'housing-construction.430407.handler'].map((name) => product.as(name)),
  )) as [Client, Client, Client];
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

/** Registered and refused, so that it is closed at once. */
async function closed(phone: string, patch: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const parties = [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone }];
  const id = String((await must(clerk.post('/api/cases', intake(now, { parties, ...patch })), 201)).body['id']);
  await must(clerk.command(id, 'REFUSE', { reason: 'no-concrete-claim' }));
  return id;
}
const move = async (day: string): Promise<void> => {
  await must(product.moveClock(`${day}T09:00:00+08:00`));
  now = await product.now();
};

it('M042 nothing is archived unvisited; what is unsolved is explained; whom to visit is drawn before the cases close, and anybody can check it', async () => {
  const plan = { division: '430407', closedFrom: '2026-01-06', closedTo: '2026-01-31', percent: 50 };
  const begun = await supervisor.post('/api/visit-plans', { ...plan, closedFrom: '2026-01-05' });
  expect([begun.status, begun.body['code']]).toEqual([409, 'visit_plan.too_late']);
  expect((await clerk.post('/api/visit-plans', plan)).status).toBe(403);
  const fixed = await must(supervisor.post('/api/visit-plans', plan));
  const id = String(fixed.body['id']);
  expect([fixed.body['seed'], String(fixed.body['seedDigest']).length]).toEqual([null, 64]);
  // Two that overlap, at the same moment: one is fixed.
  const february = { ...plan, closedFrom: '2026-02-01', closedTo: '2026-02-28' };
  const twice = await Promise.all(
    [february, { ...february, closedFrom: '2026-02-10' }].map((one) => supervisor.post('/api/visit-plans', one)),
  );
  expect(twice.map(({ status, body }) => [status, body['code']]).sort()).toEqual([
    [200, undefined],
    [409, 'visit_plan.exists'],
  ]);
  await move('2026-01-12');
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) ids.push(await closed(`1390000${String(1000 + n)}`));
  expect((await handler.get(`/api/visit-plans/${id}/sample`)).status).toBe(403);
  // A case that the unit has handled: its handler doesn't visit, and nothing is archived before somebody else has.
  const [first = ''] = ids;
  const unvisited = await clerk.command(first, 'ARCHIVE');
  expect([unvisited.status, unvisited.body['code']]).toEqual([409, 'case.command_refused']);
  expect((await handler.command(first, 'RETURN_VISIT', { outcome: 'solved', note: 'x' })).status).toBe(404);
  await must(clerk.command(first, 'RETURN_VISIT', { outcome: 'unresolved', note: '信访人仍有异议。' }));
  const unexplained = await clerk.command(first, 'ARCHIVE');
  expect([unexplained.status, String(unexplained.body['reason']?.['zh']).includes('尚未作解释说明')]).toEqual([409, true]);
  await must(clerk.command(first, 'RETURN_VISIT', { outcome: 'explained', note: '已逐条解释。' }));
  expect((await must(clerk.command(first, 'ARCHIVE'))).body['state']).toBe('archived');
  const sampled = (): Promise<Answer> => must(supervisor.get(`/api/visit-plans/${id}/sample`));
  const sample = await sampled();
  expect([sample.body['closed'], sample.body['plan']?.['seed']]).toEqual([12, null]);
  // Who is drawn is owed a visit, by a clock of the centre's; whom nobody visits the centre is urged about.
  const owed = (sample.body['items'] as unknown as readonly Drawn[]).filter(({ outcome }) => outcome === null).map(({ caseId }) => caseId);
  const clocks = (): Promise<unknown[]> => Promise.all(owed.map(async (one) => clockOf(await clerk.get(`/api/cases/${one}`))));
  const armed = { state: 'armed', dueDate: '2026-01-26', owner: expect.objectContaining({ role: 'clerk' }) as unknown };
  await until('every drawn case has its clock', clocks, (found) => found.every((one) => one !== undefined));
  expect(await clocks()).toEqual(owed.map(() => expect.objectContaining(armed) as unknown));
  const [late = '', visited = ''] = owed;
  await isTold(clerk, late, 'visit.drawn');
  await must(clerk.command(visited, 'RETURN_VISIT', { outcome: 'explained', note: '已上门说明。' }));
  expect(clockOf(await clerk.get(`/api/cases/${visited}`))).toMatchObject({ state: 'met' });
  await move('2026-02-02');
  await isTold(clerk, late, 'deadline.urged');
  const shown = (await sampled()).body['items'] as unknown as readonly Drawn[];
  expect(
    shown
      .filter(({ caseId }) => [late, visited].includes(caseId))
      .map((one) => [one.caseId === late, one.overdue, one.dueDate])
      .sort(),
  ).toEqual([
    [false, false, '2026-01-26'],
    [true, true, '2026-01-26'],
  ]);
  const told = await must(supervisor.get(`/api/visit-plans/${id}/sample`));
  const seed = String(told.body['plan']?.['seed']);
  const sha = (words: string): string => createHash('sha256').update(words).digest('hex');
  expect(sha(seed)).toBe(fixed.body['seedDigest']);
  const drawn = ids.filter((one) => Number.parseInt(sha(`${seed}:${one}`).slice(0, 8), 16) % 100 < 50);
  const items = told.body['items'] as unknown as readonly Drawn[];
  expect(items.map(({ caseId }) => caseId).sort()).toEqual(drawn.sort());
  for (const { caseId, outcome } of items)
    expect([caseId, outcome]).toEqual([caseId, [first, visited].includes(caseId) ? 'explained' : null]);
}, 60_000);

it('M042 others than whoever handled a case visit it, wherever he works since', async () => {
  const registered = await must(clerk.post('/api/cases', intake(now, { parties: [{ ...PARTY, phone: '13900007001' }] })), 201);
  const [id, unitId] = [String(registered.body['id']), String(registered.body['routing']?.['lead']?.['unitId'])];
  await must(clerk.command(id, 'FORWARD', { unitId }));
  await must(handler.command(id, 'ACCEPT'));
  const parties = ((await handler.get(`/api/cases/${id}`)).body['parties'] as unknown as readonly { id: string }[]).map((one) => one.id);
  await must(handler.command(id, 'SETTLE', { consents: parties, agreement: '已修复，双方无争议。' }));
  const admin = await product.as('admin');
  const name = 'housing-construction.430407.handler';
  const account = (await must(admin.get(`/api/admin/users?q=${name}`))).body['items']?.[0];
  const centre = (await clerk.get('/api/directory/units?function=governance-centre&division=430400')).body['items']?.[0]?.['id'];
  const moved = await must(admin.send('PUT', `/api/admin/users/${String(account?.['id'])}`, { roles: ['clerk'], unitId: centre }));
  expect(moved.body['roles']).toEqual(['clerk']);
  const session = await must(product.nobody.post('/api/auth/login', { username: name, password: PASSWORD }));
  const after = new Client(product.app.url, String(session.body['token']));
  const refused = await after.command(id, 'RETURN_VISIT', { outcome: 'solved', note: '自己回访。' });
  expect([refused.status, refused.body['whoMay']?.['zh']]).toEqual([403, '中心人员，未经办此件者']);
  await must(clerk.command(id, 'RETURN_VISIT', { outcome: 'solved', note: '电话回访。' }));
  await must(admin.send('PUT', `/api/admin/users/${String(account?.['id'])}`, { roles: ['handler'], unitId: account?.['unitId'] }));
  const again = await must(product.nobody.post('/api/auth/login', { username: name, password: PASSWORD }));
  handler = new Client(product.app.url, String(again.body['token']));
});

it('M043 what a visit found is put right by its unit, checked on the spot by others, and published without a word of anybody’s', async () => {
  const registered = await must(clerk.post('/api/cases', intake(now, { parties: [{ ...PARTY, phone: '13900007002' }] })), 201);
  const [caseId, unitId] = [String(registered.body['id']), String(registered.body['routing']?.['lead']?.['unitId'])];
  await must(clerk.command(caseId, 'FORWARD', { unitId }));
  await must(handler.command(caseId, 'ACCEPT'));
  const parties = ((await handler.get(`/api/cases/${caseId}`)).body['parties'] as unknown as readonly { id: string }[]).map(
    (one) => one.id,
  );
  await must(handler.command(caseId, 'SETTLE', { consents: parties, agreement: '一个月内修复。' }));
  const finding = '回访发现照明仍未修复。';
  const ask = (who: Client): Promise<Answer> => who.post(`/api/cases/${caseId}/rectifications`, { finding }, { key: 'found' });
  // 访 before 改, and by the centre.
  expect((await ask(clerk)).body['reason']?.['en']).toContain('visit first');
  expect((await ask(handler)).status).toBe(403);
  await must(clerk.command(caseId, 'RETURN_VISIT', { outcome: 'unresolved', note: finding }));
  const [opened, resent] = [await must(ask(clerk)), await must(ask(clerk))];
  const id = String(opened.body['id']);
  expect(resent.body['id']).toBe(id);
  await isTold(handler, id, 'rectification.asked');
  const clock = async (rule: string): Promise<unknown> =>
    ((await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; state: string }[]).find(
      (one) => one.rule === rule && one.state !== 'met',
    );
  expect(await clock('RECT-REPLY')).toMatchObject({ state: 'armed', owner: { role: 'handler' } });
  // Late, it is urged.
  await move(new Date(Date.parse(now) + 18 * 86_400_000).toISOString().slice(0, 10));
  await isTold(handler, id, 'deadline.urged');
  await must(handler.command(id, 'REPORT_RECTIFICATION', { report: '已更换灯具。' }));
  await isTold(clerk, id, 'rectification.reported');
  expect((await handler.command(id, 'CHECK_RECTIFICATION', { passed: true, finding: '自查通过。' })).status).toBe(403);
  expect((await must(clerk.command(id, 'CHECK_RECTIFICATION', { passed: false, finding: '二楼仍不亮。' }))).body['state']).toBe(
    'rectifying',
  );
  await isTold(handler, id, 'rectification.sent-back');
  await must(handler.command(id, 'REPORT_RECTIFICATION', { report: '二楼已修复。' }));
  await must(clerk.command(id, 'CHECK_RECTIFICATION', { passed: true, finding: '逐层核查，全部正常。' }));
  expect(await clock('RECT-PUBLISH')).toMatchObject({ state: 'armed' });
  const published = (): Promise<Answer> => must(product.nobody.get('/api/public/rectifications?division=430407'));
  expect((await published()).body['items']).toEqual([]);
  expect((await clerk.command(id, 'PUBLISH_RESULT', { how: 'repaired' })).status).toBe(403);
  await must(supervisor.command(id, 'PUBLISH_RESULT', { how: 'repaired' }));
  const told = await published();
  expect(told.body['items']).toEqual([expect.objectContaining({ how: 'repaired', publishedOn: now.slice(0, 10) })]);
  for (const word of [caseId, id, String(registered.body['caseNo']), '测试人甲', '照明', '核查']) expect(told.text).not.toContain(word);
  const listed = await must(supervisor.get('/api/rectifications'));
  expect((listed.body['items'] as unknown as readonly { id: string }[]).map((one) => one.id)).toEqual([id]);
  const stranger = await product.as('housing-construction.430421.handler');
  expect([(await stranger.get(`/api/cases/${id}`)).status, (await stranger.get('/api/rectifications')).body['items']]).toEqual([404, []]);
}, 60_000);

it('shows a matter that was closed and is filed again within the days that the rule pack sets, on the case and as a figure of the place', async () => {
  const day = now.slice(0, 10);
  const before = await closed('13900009001');
  const figure = async (): Promise<unknown> =>
    (await must(supervisor.get(`/api/indicators/refiled?closedFrom=${day}&closedTo=${day}`))).body['refiled'];
  expect(await figure()).toBe(0);
  const parties = [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900009001' }];
  const again = String((await must(clerk.post('/api/cases', intake(now, { parties })), 201)).body['id']);
  const page = await must(clerk.get(`/api/cases/${again}`));
  expect(page.body['refiled']).toMatchObject({ caseId: before, withinDays: 180 });
  expect(await figure()).toBe(1);
  const other = String((await must(clerk.post('/api/cases', intake(now, { parties, categoryCode: '150305' })), 201)).body['id']);
  expect((await clerk.get(`/api/cases/${other}`)).body['refiled']).toBeNull();
  expect((await handler.get(`/api/indicators/refiled?closedFrom=${day}&closedTo=${day}`)).status).toBe(403);
});

it('M061 issues of a meeting in the yard become cases, one each, and who came stands nowhere', async () => {
  const head = await product.as('housing-construction.430407.head');
  const meeting = {
    division: '430407',
    heldOn: now.slice(0, 10),
    place: '某村屋场',
    attendees: 32,
    summary: '村民就道路和照明提出意见。',
    issues: [{ issue: '村口道路积水三个月' }, { issue: '低保申请需要哪些材料。', answered: '当场告知材料清单。' }],
  };
  expect((await head.post('/api/yard-meetings', { ...meeting, division: '430421' })).status).toBe(403);
  const recorded = await must(head.post('/api/yard-meetings', meeting));
  const id = String(recorded.body['id']);
  const take = (n: number, key?: string): Promise<Answer> =>
    clerk.post(
      `/api/yard-meetings/${id}/issues/${String(n)}/case`,
      { narrative: '村口道路积水三个月，多次反映没有修复。' },
      key === undefined ? {} : { key },
    );
  const settled = await take(2);
  expect([settled.status, settled.body['code']]).toEqual([409, 'yard_issue.answered']);
  const twice = await Promise.all([take(1, 'one'), take(1, 'two')]);
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await take(1)).body['code']).toBe('yard_issue.has_case');
  expect((await take(3)).status).toBe(404);
  const listed = await must(supervisor.get('/api/yard-meetings'));
  const shown = (listed.body['items'] as unknown as readonly { issues: readonly { case: { id: string; state: string } | null }[] }[])[0];
  const caseId = String(shown?.issues[0]?.case?.id);
  const page = await must(clerk.get(`/api/cases/${caseId}`));
  expect([page.body['channel'], page.body['state'], shown?.issues[1]?.case]).toEqual(['outreach', 'registered', null]);
  const elsewhere = await product.as('governance-centre.430421.head');
  expect((await elsewhere.get('/api/yard-meetings')).body['items']).toEqual([]);
});

it('M066 a survey counts who answered and shows silence apart; a call for suggestions opens cases that are replied to', async () => {
  const today = now.slice(0, 10);
  const tomorrow = new Date(Date.parse(now) + 24 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  const asked = { title: '群众满意度测评', division: '430400', opensOn: today, closesOn: today, invitations: 25 };
  expect((await clerk.post('/api/surveys', asked)).status).toBe(403);
  expect((await supervisor.post('/api/surveys', { ...asked, invitations: 1 })).status).toBe(400);
  const open = (body = asked): Promise<Answer> => supervisor.post('/api/surveys', body, { key: 'survey' });
  const [opened, resent] = await Promise.all([must(open()), must(open())]);
  const codes = opened.body['codes'] as unknown as readonly string[];
  // Sent again it is the same survey with the same codes, and no other request may take its key.
  expect([resent.text, new Set(codes).size]).toEqual([opened.text, 25]);
  expect((await open({ ...asked, invitations: 30 })).body['code']).toBe('idempotency.key_reused');
  const answer = (code: string | undefined, value: string): Promise<Answer> =>
    product.nobody.post('/api/public/surveys/answers', { code, value });
  for (const [n, code] of codes.slice(0, 10).entries()) await must(answer(code, n < 6 ? 'satisfied' : 'dissatisfied'));
  // Once for each code, and a used one is a miss like any other.
  expect([(await answer(codes[0], 'dissatisfied')).status, (await answer('NEVER-TOLD', 'satisfied')).status]).toEqual([404, 404]);
  const surveys = async (): Promise<Answer> => must(clerk.get('/api/surveys'));
  const shown = async (): Promise<unknown> => ((await surveys()).body['items'] as unknown as readonly unknown[])[0];
  const counts = { invited: 25, answered: 10, silent: 15, participation: 0.4 };
  // While they come in nobody sees what was said.
  expect(await shown()).toMatchObject({ ...counts, result: null });
  expect((await surveys()).text).not.toContain(String(codes[0]));
  const call = await must(
    supervisor.post('/api/suggestion-calls', { topic: '老旧小区改造先改什么', division: '430407', opensOn: today, closesOn: today }),
  );
  const callId = String(call.body['id']);
  expect((await product.nobody.get('/api/public/suggestion-calls')).text).toContain(callId);
  const suggested = await must(
    product.nobody.post(`/api/public/suggestion-calls/${callId}/suggestions`, { title: '先改电梯', narrative: '建议先加装电梯。' }),
    201,
  );
  expect([suggested.body['class'], suggested.body['procedure']]).toEqual(['SUGGESTION', 'suggestion']);
  expect((await product.nobody.post(`/api/public/suggestion-calls/${callId}/suggestions`, { title: '先改电梯' })).status).toBe(400);
  const cases = await must(clerk.get(`/api/suggestion-calls/${callId}/cases`));
  expect((cases.body['items'] as unknown as readonly { caseId: string }[]).map((one) => one.caseId)).toEqual([
    String(suggested.body['id']),
  ]);
  await move(tomorrow);
  expect(await shown()).toMatchObject({ ...counts, result: { satisfied: 6, basically: 0, dissatisfied: 4, satisfaction: 0.6 } });
  expect(
    (await product.nobody.post(`/api/public/suggestion-calls/${callId}/suggestions`, { title: '晚了', narrative: '征集已结束。' })).status,
  ).toBe(404);
});

it('M066 the centre and the unit are rated apart; who says nothing is nobody’s satisfied; dissatisfied it is done again, once', async () => {
  const registered = await must(clerk.post('/api/cases', intake(now)), 201);
  const [id, unitId] = [String(registered.body['id']), String(registered.body['routing']?.['lead']?.['unitId'])];
  await must(clerk.command(id, 'FORWARD', { unitId }));
  await must(handler.command(id, 'ACCEPT'));
  const concluded = async (): Promise<void> => {
    const opinion = {
      outcome: 'EXPLAIN',
      request: '修复照明',
      facts: '线路老化',
      opinion: '列入改造计划',
      basis: '《物业管理条例》第35条',
    };
    await must(handler.command(id, 'ISSUE_OPINION', opinion));
    await must(handler.command(id, 'RECORD_SERVICE', { method: 'in-person', receivedOn: now.slice(0, 10) }));
    await move(new Date(Date.parse(now) + 40 * 86_400_000).toISOString().slice(0, 10));
    await until(
      'the window of a review has passed',
      async () => (await clerk.get(`/api/cases/${id}`)).body['state'],
      (state) => String(state) === 'concluded',
    );
  };
  await concluded();
  const clerk2 = await product.as('clerk2');
  const rate = (target: string, value: string): Promise<Answer> => clerk2.command(id, 'RATE', { target, value, source: 'phone' });
  const figures = async (): Promise<Record<string, unknown>> => {
    const { total } = (await must(supervisor.get('/api/indicators'))).body as unknown as { total: { satisfaction: unknown } };
    return total.satisfaction as Record<string, unknown>;
  };
  const closed = (await must(supervisor.get('/api/indicators'))).body['total']?.['closed'] as unknown as number;
  await must(rate('unit', 'dissatisfied'));
  await must(rate('centre', 'satisfied'));
  const share = (part: number): number => Math.round((part / closed) * 10_000) / 10_000;
  const none = { satisfied: 0, basically: 0, dissatisfied: 0, silent: closed, participation: 0, rate: null };
  const one = { ...none, silent: closed - 1, participation: share(1) };
  expect(await figures()).toEqual({
    centre: { public: none, staff: { ...one, satisfied: 1, rate: 1 } },
    unit: { public: none, staff: { ...one, dissatisfied: 1, rate: 0 } },
  });
  await must(clerk.command(id, 'RETURN_VISIT', { outcome: 'solved', note: '电话回访。' }));
  expect((await clerk.command(id, 'ARCHIVE')).status).toBe(409);
  const redone = await must(clerk.command(id, 'REDO', { reason: '来电人不满意，退回再办。' }));
  const redo = (redone.body['deadlines'] as unknown as readonly { rule: string; state: string }[]).find(({ rule }) => rule === 'PET-REDO');
  expect([redone.body['state'], redo?.state]).toEqual(['handling', 'armed']);
  await until(
    'the unit is told',
    async () => (await handler.get('/api/inbox')).text,
    (text) => text.includes('case.redo-ordered'),
  );
  await concluded();
  await must(rate('unit', 'dissatisfied'));
  const second = await clerk.command(id, 'REDO', { reason: '仍不满意。' });
  expect([second.status, second.body['reason']?.['zh']]).toEqual([409, '已经退回再办过一次。']);
}, 60_000);
