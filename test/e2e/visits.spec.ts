import { createHash } from 'node:crypto';
import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

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
  const again = await supervisor.post('/api/visit-plans', { ...plan, closedFrom: '2026-01-10', percent: 100 });
  expect([again.status, again.body['code']]).toEqual([409, 'visit_plan.exists']);
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
  const sample = await must(supervisor.get(`/api/visit-plans/${id}/sample`));
  expect([sample.body['closed'], sample.body['plan']?.['seed']]).toEqual([12, null]);
  await move('2026-02-02');
  const told = await must(supervisor.get(`/api/visit-plans/${id}/sample`));
  const seed = String(told.body['plan']?.['seed']);
  const sha = (words: string): string => createHash('sha256').update(words).digest('hex');
  expect(sha(seed)).toBe(fixed.body['seedDigest']);
  const drawn = ids.filter((one) => Number.parseInt(sha(`${seed}:${one}`).slice(0, 8), 16) % 100 < 50);
  const items = told.body['items'] as unknown as readonly { caseId: string; outcome: string | null }[];
  expect(items.map(({ caseId }) => caseId).sort()).toEqual(drawn.sort());
  for (const { caseId, outcome } of items) expect([caseId, outcome]).toEqual([caseId, caseId === first ? 'explained' : null]);
});

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
  const asked = { title: '群众满意度测评', division: '430400', opensOn: today, closesOn: '2026-12-31', invitations: 5 };
  expect((await clerk.post('/api/surveys', asked)).status).toBe(403);
  const opened = await must(supervisor.post('/api/surveys', asked));
  const codes = opened.body['codes'] as unknown as readonly string[];
  const answer = (code: string | undefined, value: string): Promise<Answer> =>
    product.nobody.post('/api/public/surveys/answers', { code, value });
  await must(answer(codes[0], 'satisfied'));
  await must(answer(codes[1], 'dissatisfied'));
  // Once for each code, and a used one is a miss like any other.
  expect([(await answer(codes[0], 'dissatisfied')).status, (await answer('NEVER-TOLD', 'satisfied')).status]).toEqual([404, 404]);
  const listed = await must(clerk.get('/api/surveys'));
  expect((listed.body['items'] as unknown as readonly unknown[])[0]).toMatchObject({
    invited: 5,
    answered: 2,
    silent: 3,
    satisfied: 1,
    dissatisfied: 1,
    participation: 0.4,
    satisfaction: 0.5,
  });
  expect(listed.text).not.toContain(String(codes[0]));
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
  const cases = await must(clerk.get(`/api/suggestion-calls/${callId}/cases`));
  expect((cases.body['items'] as unknown as readonly { caseId: string }[]).map((one) => one.caseId)).toEqual([
    String(suggested.body['id']),
  ]);
  const tomorrow = new Date(Date.parse(now) + 24 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  await move(tomorrow);
  expect(
    (await product.nobody.post(`/api/public/suggestion-calls/${callId}/suggestions`, { title: '晚了', narrative: '征集已结束。' })).status,
  ).toBe(404);
});
