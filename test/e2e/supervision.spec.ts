import { until } from '../support/until.ts';
import { heldMeeting, resolve, unitIdOf } from './joint-meeting.ts';
import type { Answer, Client } from './product.ts';
import { intake, PASSWORD, Product } from './product.ts';

const UNIT = 'housing-construction.430407';

let product: Product;
let supervisor: Client;
let handler: Client;
let clerk: Client;
let unitId: string;

beforeAll(async () => {
  product = await Product.start();
  [supervisor, handler, clerk] = await Promise.all([product.as('supervisor'), product.as(`${UNIT}.handler`), product.as('clerk')]);
  const units = await clerk.get('/api/directory/units?function=housing-construction&division=430407');
  unitId = String(itemsOf(units)[0]?.id);
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

/** As much of any answer's rows as is looked at here. */
interface Row {
  readonly id: string;
  readonly caseId?: string;
  readonly caseNo?: string;
  readonly procedure?: string;
  readonly kind?: string;
  readonly rule?: string;
  readonly state?: string;
  readonly dueAt?: string;
  readonly dueDate?: string;
  readonly open?: number;
  readonly signedOff?: number;
  readonly leader?: string | null;
  readonly repliedOn?: string | null;
  readonly unit?: { readonly unitId: string };
  readonly holder?: { readonly unitId: string };
  readonly mainCase?: { readonly id: string } | null;
  readonly card?: Readonly<Record<string, unknown>>;
}
const rowsOf = (value: unknown): readonly Row[] => value as readonly Row[];
const itemsOf = ({ body }: Answer): readonly Row[] => rowsOf(body['items']);
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const clockOf = (page: Answer, rule: string): Row | undefined => rowsOf(page.body['deadlines']).findLast((each) => each.rule === rule);

async function must(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent;
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer;
}

async function refusal(sent: Promise<Answer>): Promise<string> {
  const answer = await sent;
  expect(answer.status).toBe(409);
  return String(answer.body['detail']);
}

/** A petition in handling at the district's unit. */
async function handled(): Promise<string> {
  const { body } = await clerk.post('/api/cases', intake(await product.now()));
  const id = String(body['id']);
  await must(clerk.command(id, 'FORWARD', { unitId }));
  await must(handler.command(id, 'ACCEPT'));
  return id;
}

async function supervised(caseId: string): Promise<string> {
  const opened = await must(supervisor.post(`/api/cases/${caseId}/supervisions`, { ground: 'delay', demand: '查明拖延原因并限期修复。' }));
  return String(opened.body['id']);
}

async function pass(page: Answer, rule: string): Promise<void> {
  await must(product.moveClock(String(clockOf(page, rule)?.dueAt)));
}

const isTold = (who: Client, id: string, kind: string): Promise<unknown> =>
  until(
    `somebody is told ${kind}`,
    async () => itemsOf(await who.get('/api/inbox?limit=200')),
    (items) => items.some((one) => one.caseId === id && one.kind === kind),
  );

/** A resolution of a joint meeting on the case, to be carried out by the unit. */
const resolved = async (caseId: string, kind: string): Promise<{ readonly resolutionCaseId: string }> => ({
  resolutionCaseId: await resolve(product, await heldMeeting(product, caseId), caseId, kind, unitId),
});

/** Warned, the time of the warning over, listed by resolution. */
async function listed(caseId: string): Promise<string> {
  const id = await supervised(caseId);
  await must(supervisor.command(id, 'WARN_OF_LISTING', { reason: '久拖不决。' }));
  await pass(await supervisor.get(`/api/cases/${id}`), 'SUP-WARN');
  const measure = { measure: 'listed', leaderId: await leaderId(), ...(await resolved(caseId, 'listed-supervision')) };
  await must(supervisor.command(id, 'APPLY_MEASURE', measure));
  return id;
}

const leaderId = async (): Promise<string> =>
  String((await product.nobody.post('/api/auth/login', { username: 'leader', password: PASSWORD })).body['user']?.['id']);
const cardOf = (page: Answer): Row['card'] => page.body['card'];

const boardOf = async (): Promise<Row | undefined> =>
  itemsOf(await supervisor.get('/api/supervisions/board')).find((row) => row.unit?.unitId === unitId);

it('M018 what is supervised is signed off item by item against evidence, and stands on the board until it is', async () => {
  const caseId = await handled();
  expect((await handler.post(`/api/cases/${caseId}/supervisions`, { ground: 'delay', demand: 'x' })).status).toBe(403);
  const centre = await unitIdOf(clerk, 'governance-centre.430400');
  const own = await supervisor.post(`/api/cases/${caseId}/supervisions`, { unitId: centre, ground: 'delay', demand: 'x' });
  expect([own.status, own.body['code']]).toEqual([409, 'supervision.out_of_place']);
  const id = await supervised(caseId);
  await isTold(handler, id, 'card.opened');
  const page = await handler.get(`/api/cases/${id}`);
  expect([clockOf(page, 'SUP-ANSWER')?.state, clockOf(page, 'SUP-RECTIFY')?.state]).toEqual(['armed', 'armed']);
  expect(page.body['mainCase']).toMatchObject({ id: caseId });
  // No matter of its own: lists and totals of matters leave it out, and nobody else learns of it.
  expect(itemsOf(await supervisor.get('/api/cases?limit=200')).map((one) => one.id)).not.toContain(id);
  expect((await (await product.as('education.430407.handler')).get(`/api/cases/${id}`)).status).toBe(404);
  const before = await boardOf();
  expect(before).toMatchObject({ open: expect.any(Number) as unknown, itemsOpen: expect.any(Number) as unknown });

  await must(handler.command(id, 'ANSWER_SUPERVISION', { reply: '物业更换，正在维修。' }));
  expect(await refusal(supervisor.command(id, 'SIGN_OFF_ITEM', { item: 1 }))).toContain('没有佐证');
  await must(handler.command(id, 'GIVE_EVIDENCE', { item: 1, evidence: '维修前后照片各一张。' }));
  expect(await refusal(supervisor.command(id, 'SIGN_OFF'))).toContain('事项1尚未销号');
  await must(supervisor.command(id, 'SEND_BACK_EVIDENCE', { item: 1, reason: '照片看不出地点。' }));
  await isTold(handler, id, 'card.evidence-sent-back');
  expect(clockOf(await handler.get(`/api/cases/${id}`), 'SUP-RECTIFY')?.state).toBe('armed');
  await must(handler.command(id, 'GIVE_EVIDENCE', { item: 1, evidence: '带门牌的照片。' }));
  expect((await handler.command(id, 'SIGN_OFF_ITEM', { item: 1 })).status).toBe(403);
  await must(supervisor.command(id, 'SIGN_OFF_ITEM', { item: 1 }));
  const done = await must(supervisor.command(id, 'SIGN_OFF'));
  expect(done.body['state']).toBe('signed-off');
  const after = await boardOf();
  expect([after?.open, after?.signedOff]).toEqual([Number(before?.open) - 1, Number(before?.signedOff) + 1]);
}, 60_000);

it('M018 the engine opens the card of what is overdue by itself, once, and the reply stays where it was asked for', async () => {
  const { body } = await clerk.post('/api/cases', intake(await product.now()));
  const caseId = String(body['id']);
  await must(clerk.command(caseId, 'FORWARD', { unitId }));
  // The notice to the petitioner: urged at its expiry, supervised five working days later.
  await pass(await clerk.get(`/api/cases/${caseId}`), 'PET-NOTICE-FWD');
  const cards = async (): Promise<readonly Row[]> =>
    itemsOf(await supervisor.get('/api/supervisions?limit=200')).filter((one) => one.mainCase?.id === caseId);
  expect(await cards()).toEqual([]);
  await must(product.moveClock(new Date(Date.parse(await product.now()) + 10 * 86_400_000).toISOString()));
  const [card, ...more] = await cards();
  expect(more).toEqual([]);
  expect(card?.card).toMatchObject({ ground: 'overdue', unitId, overdue: { rule: 'PET-NOTICE-FWD' } });
  const id = String(card?.id);
  await isTold(handler, id, 'card.opened');
  // The clock of the evidence runs from the day on which supervision began, however late the card is looked at.
  expect(clockOf(await handler.get(`/api/cases/${id}`), 'SUP-RECTIFY')?.state).toBe('armed');
  expect(await refusal(handler.command(id, 'ANSWER_SUPERVISION', { reply: 'x' }))).toContain('回复督办');
  await must(handler.command(caseId, 'REPLY_SUPERVISION', { reply: '正在核实。' }));
  expect((await cards())[0]?.repliedOn).toBe(dayOf(await product.now()));
}, 60_000);

it('M047 a unit is warned before its matter is listed, and only the joint meeting lists it; the engine proposes', async () => {
  const caseId = await handled();
  const id = await supervised(caseId);
  const unresolved = { measure: 'listed', leaderId: await leaderId() };
  const list = { ...unresolved, ...(await resolved(caseId, 'listed-supervision')) };
  expect(await refusal(supervisor.command(id, 'APPLY_MEASURE', list))).toContain('挂牌预警');
  await must(supervisor.command(id, 'WARN_OF_LISTING', { reason: '一个月没有进展。' }));
  await isTold(handler, id, 'listing.warned');
  expect(await refusal(supervisor.command(id, 'APPLY_MEASURE', list))).toContain('预警期至');
  // The engine proposes what ran out to the joint meeting; nothing is taken by itself.
  await pass(await supervisor.get(`/api/cases/${id}`), 'SUP-WARN');
  await isTold(await product.as('leader'), id, 'measure.proposed');
  const proposed = await supervisor.get(`/api/cases/${id}`);
  expect([cardOf(proposed)?.['proposed'], cardOf(proposed)?.['measures']]).toEqual([expect.arrayContaining(['talk', 'listed']), []]);
  // Neither a number that somebody typed nor a resolution of another kind, on another case or of nowhere: all refused alike.
  expect((await supervisor.command(id, 'APPLY_MEASURE', { ...unresolved, resolutionNo: '衡信联〔2026〕3号' })).status).toBe(400);
  const others = [
    {},
    await resolved(caseId, 'interview'),
    await resolved(await handled(), 'listed-supervision'),
    { resolutionCaseId: caseId },
    { resolutionCaseId: '018f0000-0000-7000-8000-000000000000' },
  ];
  for (const other of others) {
    const { status, body } = await supervisor.command(id, 'APPLY_MEASURE', { ...unresolved, ...other });
    expect([status, body['code']]).toEqual([409, 'supervision.not_resolved']);
  }
  await must(supervisor.command(id, 'APPLY_MEASURE', list));
  await isTold(handler, id, 'measure.applied');
}, 60_000);

it('M047 a talk, a circular and an ordered rectification are taken by resolution, and what is not put right by its day is proposed for listing', async () => {
  const caseId = await handled();
  const id = await supervised(caseId);
  const meetingId = await heldMeeting(product, caseId);
  const take = async (measure: string, kind: string, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    supervisor.command(id, 'APPLY_MEASURE', {
      measure,
      resolutionCaseId: await resolve(product, meetingId, caseId, kind, unitId),
      ...more,
    });
  const terms = { terms: '约谈主要负责人，说明拖延原因。' };
  await must(take('talk', 'interview', terms));
  await isTold(handler, id, 'measure.applied');
  await must(take('circular', 'circular'));
  expect((await take('rectification', 'ordered-rectification')).status).toBe(400);
  const dueDate = dayOf(new Date(Date.parse(await product.now()) + 10 * 86_400_000).toISOString());
  await must(take('rectification', 'ordered-rectification', { dueDate }));
  const page = await handler.get(`/api/cases/${id}`);
  expect(clockOf(page, 'SUP-ORDER')).toMatchObject({ state: 'armed', dueDate });
  expect(cardOf(page)?.['measures']).toMatchObject([{ measure: 'talk' }, { measure: 'circular' }, { measure: 'rectification', dueDate }]);
  // What the talk was about stands in the paper that the unit reads.
  expect(page.text).toContain(terms.terms);
  await pass(page, 'SUP-ORDER');
  await isTold(await product.as('leader'), id, 'measure.proposed');
  expect(cardOf(await supervisor.get(`/api/cases/${id}`))?.['proposed']).toContain('listed');
}, 60_000);

it('M041 the rectification ledger shows what is listed, with its unit and the leader who answers for it', async () => {
  const ledgerOf = async (): Promise<readonly Row[]> => itemsOf(await supervisor.get('/api/supervisions?listed=true&limit=200'));
  const caseId = await handled();
  const id = await listed(caseId);
  const row = (await ledgerOf()).find((one) => one.id === id);
  expect([row?.holder?.unitId, row?.leader]).toEqual([unitId, expect.stringMatching(/./)]);
  const { body: beside } = await supervisor.get(`/api/cases/${caseId}/related`);
  const cited = String(rowsOf(beside['records']).find((one) => one.procedure === 'resolution')?.caseNo);
  const file = await supervisor.get('/api/supervisions/export?listed=true');
  expect([file.status, file.text.split('\n').filter((line) => line.includes(`挂牌督办（${cited}）`)).length]).toEqual([200, 1]);
  expect((await handler.get('/api/supervisions/export?listed=true')).status).toBe(403);
  // Another county's unit knows nothing of it.
  const stranger = await product.as('housing-construction.430421.handler');
  expect(itemsOf(await stranger.get('/api/supervisions?limit=200'))).toEqual([]);
}, 60_000);

it('M040 a listed matter is delisted when it is solved, visibly changed and the petitioner satisfied; refused with what is missing', async () => {
  const caseId = await handled();
  const id = await listed(caseId);
  const missing = await refusal(supervisor.command(id, 'DELIST'));
  for (const why of ['问题未解决', '面貌未改变', '群众未评价满意']) expect(missing).toContain(why);
  await must(handler.command(id, 'GIVE_EVIDENCE', { item: 1, evidence: '照片。' }));
  await must(supervisor.command(id, 'SIGN_OFF_ITEM', { item: 1 }));
  expect(await refusal(supervisor.command(id, 'SIGN_OFF'))).toContain('先摘牌');
  await must(supervisor.command(id, 'INSPECT', { changed: true, finding: '照明全部修复。' }));
  expect(await refusal(supervisor.command(id, 'DELIST'))).toBe('不能摘牌：群众未评价满意。');
  const { body } = await handler.get(`/api/cases/${caseId}`);
  const parties = rowsOf(body['parties']).map(({ id: party }) => party);
  await must(handler.command(caseId, 'SETTLE', { consents: parties, agreement: '已修复，双方无争议。' }));
  await must(supervisor.command(caseId, 'RATE', { target: 'unit', value: 'satisfied', source: 'phone' }));
  await must(supervisor.command(id, 'DELIST'));
  expect((await must(supervisor.command(id, 'SIGN_OFF'))).body['state']).toBe('signed-off');
}, 60_000);

it('M048 a letter of suggestion is received, answered in its time, adopted or refused with reasons, and followed until it is done', async () => {
  const caseId = await handled();
  const send = (body: Readonly<Record<string, unknown>>): Promise<Answer> =>
    supervisor.post(`/api/cases/${caseId}/suggestion-letters`, body);
  const said = { facts: '同类问题三个月内出现七件。', suggestion: '建立公共照明巡检制度。' };
  expect(await refusal(send({ kind: 'hold-to-account', unitId, ...said }))).toContain('有管理权限的机关');
  const id = String((await must(send({ kind: 'improve-work', unitId, ...said }))).body['id']);
  await isTold(handler, id, 'letter.issued');
  const page = await handler.get(`/api/cases/${id}`);
  expect(clockOf(page, 'PET-SUGG-FEEDBACK')).toMatchObject({ state: 'armed' });
  await must(handler.command(id, 'CONFIRM_LETTER'));
  await pass(page, 'PET-SUGG-FEEDBACK');
  await isTold(await product.as(`${UNIT}.head`), id, 'deadline.urged');
  expect((await supervisor.command(id, 'ANSWER_LETTER', { adopted: 'full', reply: 'x' })).status).toBe(403);
  await must(handler.command(id, 'ANSWER_LETTER', { adopted: 'partly', reply: '先在两个街道试行。' }));
  await isTold(supervisor, id, 'letter.answered');
  expect((await supervisor.command(id, 'CONCLUDE_LETTER')).status).toBe(409);
  await must(handler.command(id, 'REPORT_ADOPTION', { report: '两个街道已巡检。', done: true }));
  expect((await must(supervisor.command(id, 'CONCLUDE_LETTER'))).body['state']).toBe('letter-concluded');

  // To hold somebody to account is suggested to the organ with authority over him, which is followed until it has said what became of it.
  const organ = await product.as('discipline.430407.handler');
  const account = String(
    (await must(send({ kind: 'hold-to-account', unitId: await unitIdOf(clerk, 'discipline.430407'), ...said }))).body['id'],
  );
  await isTold(organ, account, 'letter.issued');
  expect((await handler.get(`/api/cases/${account}`)).status).toBe(404);
  await must(organ.command(account, 'CONFIRM_LETTER'));
  await must(organ.command(account, 'ANSWER_LETTER', { adopted: 'full', reply: '已立项核查。' }));
  expect(clockOf(await organ.get(`/api/cases/${account}`), 'SUGG-FOLLOW')?.state).toBe('armed');
  await must(organ.command(account, 'REPORT_ADOPTION', { report: '已对责任人批评教育。', done: true }));
  expect((await must(supervisor.command(account, 'CONCLUDE_LETTER'))).body['state']).toBe('letter-concluded');

  // A policy to be changed is reported to the government of the level, which sees the letter and not the case.
  const policy = String((await must(send({ kind: 'change-policy', unitId, ...said }))).body['id']);
  const government = await product.as('government-office.430400.head');
  await isTold(government, policy, 'letter.reported');
  const read = await government.get(`/api/cases/${policy}`);
  expect([read.status, read.body['mainCase'], (await government.get(`/api/cases/${caseId}`)).status]).toEqual([200, null, 404]);
  const refused = await must(handler.command(policy, 'ANSWER_LETTER', { adopted: 'no', reply: '须由市级统一修订。' }));
  expect(refused.body['state']).toBe('declined');
}, 60_000);

it('hides cards and letters with their case once it is sealed', async () => {
  const caseId = await handled();
  const id = await supervised(caseId);
  expect((await handler.get(`/api/cases/${id}`)).status).toBe(200);
  await must(supervisor.command(caseId, 'RECLASSIFY', { class: 'ACCUSATION', reason: '反映工作人员失职渎职。' }));
  for (const who of [handler, supervisor, await product.as('leader')]) {
    expect((await who.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await who.get('/api/supervisions?limit=200')).text).not.toContain(id);
    expect((await who.get('/api/inbox?limit=200')).text).not.toContain(id);
  }
  expect((await handler.command(id, 'ANSWER_SUPERVISION', { reply: 'x' })).status).toBe(404);
  // Nobody could keep its clocks: they have ended with the seal, and long afterwards nothing was late.
  await must(product.moveClock(new Date(Date.parse(await product.now()) + 40 * 86_400_000).toISOString()));
  const unsealed = { class: 'CLAIM', route: 'PETITION', procedure: 'petition', reason: '查明不是检举控告。' };
  await must(clerk.command(caseId, 'RECLASSIFY', unsealed));
  const page = await must(supervisor.get(`/api/cases/${id}`));
  expect(rowsOf(page.body['deadlines']).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
}, 60_000);
