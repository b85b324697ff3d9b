import { until } from '../support/until.ts';
import type { Answer, Client } from './product.ts';
import { intake, PASSWORD, Product } from './product.ts';

let product: Product;
let supervisor: Client;
let leader: Client;
let clerk: Client;
let leaderId: string;

beforeAll(async () => {
  product = await Product.start();
  [supervisor, leader, clerk] = await Promise.all([product.as('supervisor'), product.as('leader'), product.as('clerk')]);
  const login = await product.nobody.post('/api/auth/login', { username: 'leader', password: PASSWORD });
  leaderId = String(login.body['user']?.['id']);
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

/** As much of any answer's rows as is looked at here. */
interface Row {
  readonly id: string;
  readonly yellowCard?: boolean;
  readonly inForce?: boolean;
  readonly liftedAt?: string | null;
  readonly nextMeetingBy?: string | null;
  readonly feedbackOverdue?: boolean;
  readonly tasks?: readonly { readonly id: string; readonly signedOff: boolean }[];
}
const itemsOf = ({ body }: Answer): readonly Row[] => body['items'] as unknown as readonly Row[];
const rowOf = ({ body }: Answer): Row => body as unknown as Row;
const DAY = 86_400_000;
const dayOf = (instant: string, days = 0): string => new Date(Date.parse(instant) + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10);
const codeOf = (answer: Answer): readonly [number, string] => [answer.status, String(answer.body['code'])];

const unitOf = async (fn: string, division: string): Promise<string> =>
  String(itemsOf(await clerk.get(`/api/directory/units?function=${fn}&division=${division}`))[0]?.id);

async function must(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent;
  expect([answer.status, answer.status < 300 ? '' : answer.text]).toEqual([answer.status < 300 ? answer.status : 200, '']);
  return answer;
}

const passDays = async (days: number): Promise<void> => {
  await must(product.moveClock(new Date(Date.parse(await product.now()) + days * DAY).toISOString()));
};

/** A supervision card of the district's unit. */
async function card(divisionCode = '430407'): Promise<string> {
  const { body } = await must(clerk.post('/api/cases', intake(await product.now(), { divisionCode })));
  const id = String(body['id']);
  await must(clerk.command(id, 'FORWARD', { unitId: await unitOf('housing-construction', divisionCode) }));
  return rowOf(await must(supervisor.post(`/api/cases/${id}/supervisions`, { ground: 'delay', demand: '限期修复。' }))).id;
}

it('M046 a unit has a yellow card for a time, shown wherever the unit is shown, until it is over or lifted', async () => {
  const unitId = await unitOf('housing-construction', '430407');
  const now = await product.now();
  const asked = { unitId, reason: '三件督办事项逾期未回复。', basisNo: '衡信联〔2026〕5号', from: dayOf(now), until: dayOf(now, 30) };
  const head = await product.as('housing-construction.430407.head');
  expect((await head.post('/api/yellow-cards', asked)).status).toBe(403);
  expect((await supervisor.post('/api/yellow-cards', { ...asked, unitId: await unitOf('governance-centre', '430400') })).status).toBe(403);
  const { id } = rowOf(await must(supervisor.post('/api/yellow-cards', asked)));
  expect(codeOf(await supervisor.post('/api/yellow-cards', asked))).toEqual([409, 'yellow_card.in_force']);
  // Asked for twice at the same moment there is one.
  const other = { ...asked, unitId: await unitOf('education', '430407') };
  const both = await Promise.all([supervisor.post('/api/yellow-cards', other), leader.post('/api/yellow-cards', other)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

  const shown = async (): Promise<boolean | undefined> =>
    itemsOf(await clerk.get('/api/directory/units?function=housing-construction&division=430407'))[0]?.yellowCard;
  expect(await shown()).toBe(true);
  const { body } = await must(clerk.post('/api/cases', intake(now)));
  await must(clerk.command(String(body['id']), 'FORWARD', { unitId }));
  expect((await head.get(`/api/cases/${String(body['id'])}`)).body['holder']).toMatchObject({ unitId, yellowCard: true });
  expect(itemsOf(await head.get('/api/yellow-cards'))).toMatchObject([{ id, inForce: true, reason: asked.reason }]);
  expect(itemsOf(await (await product.as('transport.430407.head')).get('/api/yellow-cards'))).toEqual([]);

  // Its days pass by themselves.
  await passDays(31);
  await until('the card is over', shown, (has) => has !== true);
  expect(itemsOf(await supervisor.get(`/api/yellow-cards?unitId=${unitId}`))).toMatchObject([{ id, inForce: false, liftedAt: null }]);

  // Another one is lifted, with the reason.
  const later = await product.now();
  const second = rowOf(await must(leader.post('/api/yellow-cards', { ...asked, from: dayOf(later), until: dayOf(later, 60) })));
  expect((await head.post(`/api/yellow-cards/${second.id}/lift`, { reason: 'x' })).status).toBe(403);
  await must(supervisor.post(`/api/yellow-cards/${second.id}/lift`, { reason: '三件事项均已销号。' }));
  expect(codeOf(await supervisor.post(`/api/yellow-cards/${second.id}/lift`, { reason: 'x' }))).toEqual([409, 'yellow_card.lifted']);
  expect(itemsOf(await head.get('/api/yellow-cards'))[0]).toMatchObject({ id: second.id, liftReason: '三件事项均已销号。' });
  await until('the card is lifted', shown, (has) => has !== true);
  const audited = await (await product.as('auditor')).get('/api/admin/audit?action=yellow-card.lifted');
  expect(itemsOf(audited)).toHaveLength(1);
}, 60_000);

it('M022 a group bound to a county meets every week, or its feedback is overdue', async () => {
  const asked = {
    kind: 'region',
    name: '第一督导组',
    leaderId,
    counties: ['430407'],
    members: [{ unitId: await unitOf('petition-office', '430400'), rank: 'leader' }],
  };
  const handler = await product.as('housing-construction.430407.handler');
  expect((await handler.post('/api/supervision-groups', asked)).status).toBe(403);
  const { id } = rowOf(await must(supervisor.post('/api/supervision-groups', asked)));
  const group = async (who: Client): Promise<Row | undefined> =>
    itemsOf(await who.get('/api/supervision-groups')).find((one) => one.id === id);
  expect(await group(leader)).toMatchObject({ feedbackOverdue: false });
  // Whoever is bound by it sees it; another county doesn't.
  expect(await group(handler)).toBeDefined();
  expect(await group(await product.as('housing-construction.430421.handler'))).toBeUndefined();
  await passDays(8);
  expect(await group(leader)).toMatchObject({ feedbackOverdue: true });
  const heldOn = dayOf(await product.now());
  const minutes = { heldOn, summary: '交流做法、研判形势、交办任务。', cardIds: [] };
  expect((await handler.post(`/api/supervision-groups/${id}/minutes`, minutes)).status).toBe(403);
  await must(leader.post(`/api/supervision-groups/${id}/minutes`, minutes));
  expect(codeOf(await leader.post(`/api/supervision-groups/${id}/minutes`, minutes))).toEqual([409, 'group.met_already']);
  expect(itemsOf(await handler.get(`/api/supervision-groups/${id}/minutes`))).toMatchObject([{ summary: minutes.summary }]);
  expect((await clerk.get(`/api/supervision-groups/${id}/minutes`)).status).toBe(403);
  expect(await group(leader)).toMatchObject({ feedbackOverdue: false, nextMeetingBy: dayOf(await product.now(), 7) });
}, 60_000);

it('M021 what is handed out at a meeting is tracked by its card until that is signed off', async () => {
  const members = [{ unitId: await unitOf('petition-office', '430400'), rank: 'leader' }];
  const { id } = rowOf(
    await must(supervisor.post('/api/supervision-groups', { kind: 'region', name: '第二督导组', leaderId, counties: ['430407'], members })),
  );
  const [own, foreign] = [await card(), await card('430421')];
  const heldOn = dayOf(await product.now());
  const refused = await supervisor.post(`/api/supervision-groups/${id}/minutes`, { heldOn, summary: '交办。', cardIds: [foreign] });
  expect(codeOf(refused)).toEqual([409, 'group.other_place']);
  await must(supervisor.post(`/api/supervision-groups/${id}/minutes`, { heldOn, summary: '交办一件。', cardIds: [own] }));
  const tracked = async (): Promise<Row['tasks']> => itemsOf(await supervisor.get(`/api/supervision-groups/${id}/minutes`))[0]?.tasks;
  expect(await tracked()).toMatchObject([{ id: own, signedOff: false }]);
  const handler = await product.as('housing-construction.430407.handler');
  await must(handler.command(own, 'GIVE_EVIDENCE', { item: 1, evidence: '照片。' }));
  await must(supervisor.command(own, 'SIGN_OFF_ITEM', { item: 1 }));
  await must(supervisor.command(own, 'SIGN_OFF'));
  expect(await tracked()).toMatchObject([{ id: own, signedOff: true }]);
}, 60_000);

it('M019 a task force is two from each of two sides, and refused otherwise', async () => {
  const sides = [await unitOf('petition-office', '430400'), await unitOf('political-legal', '430400')];
  const two = (unitId: string): readonly object[] => [
    { unitId, rank: 'leader' },
    { unitId, rank: 'section-chief' },
  ];
  const asked = { kind: 'task-force', name: '“2+2”工作专班', leaderId, counties: ['430407'] };
  const send = (members: readonly object[]): Promise<Answer> => supervisor.post('/api/supervision-groups', { ...asked, members });
  expect(codeOf(await send(two(sides[0] ?? '')))).toEqual([409, 'group.members']);
  const { id } = rowOf(await must(send(sides.flatMap(two))));
  const member = await product.as('political-legal.430400.head');
  expect(itemsOf(await member.get('/api/supervision-groups')).map((one) => one.id)).toContain(id);
  await must(supervisor.post(`/api/supervision-groups/${id}/dissolve`, { reason: '任务完成。' }));
  expect(codeOf(await supervisor.post(`/api/supervision-groups/${id}/dissolve`, { reason: 'x' }))).toEqual([409, 'group.dissolved']);
}, 60_000);

it('M020 a paired group minds the units it is paired with, by the board of what is open there', async () => {
  const unitId = await unitOf('housing-construction', '430407');
  const members = [
    { unitId: await unitOf('petition-office', '430400'), rank: 'leader' },
    { unitId, rank: 'member' },
  ];
  await must(supervisor.post('/api/supervision-groups', { kind: 'paired', name: '联点协调组', leaderId, counties: ['430407'], members }));
  const id = await card();
  const board = await supervisor.get('/api/supervisions/board?division=430407');
  const rows = board.body['items'] as unknown as readonly { readonly unit: { readonly unitId: string }; readonly open: number }[];
  expect(rows.find((row) => row.unit.unitId === unitId)?.open).toBeGreaterThan(0);
  expect(itemsOf(await supervisor.get('/api/supervisions?division=430407&open=true')).map((one) => one.id)).toContain(id);
  expect(itemsOf(await supervisor.get('/api/supervisions?division=430421&open=true')).map((one) => one.id)).not.toContain(id);
}, 60_000);
