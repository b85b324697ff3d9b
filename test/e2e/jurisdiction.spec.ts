import { heldMeeting, resolve, unitIdOf as unitIn } from './joint-meeting.ts';
import type { Answer, Body, Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let clerk: Client;
let admin: Client;
let housing: Client;
let education: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  admin = await product.as('admin');
  housing = await product.as('housing-construction.430407.handler');
  education = await product.as('education.430407.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

interface Draft {
  readonly id: string;
  readonly function: string;
  readonly findings: readonly unknown[];
}

const idOf = (answer: Answer): string => String(answer.body['id']);
const unitIdOf = (code: string): Promise<string> => unitIn(clerk, code);
const noticesOf = async (who: Client, caseId: string): Promise<readonly string[]> => {
  const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  return items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
};
const settleNotices = async (): Promise<void> => {
  expect((await product.moveClock(new Date(Date.parse(await product.now()) + 1000).toISOString())).status).toBe(200);
};
interface Limit {
  readonly dueDate: string;
  readonly state: string;
  readonly unitId: string | null;
}
/** The last limit to tell the petitioner in writing, and whose it is. */
const noticeClockOf = (page: Body): Limit | undefined => {
  const rows = page['deadlines'] as unknown as readonly (Limit & { readonly rule: string; readonly owner: Limit })[];
  const last = rows.findLast(({ rule }) => rule === 'PET-NOTICE-FWD');
  return last && { dueDate: last.dueDate, state: last.state, unitId: last.owner.unitId };
};
const matter = async (): Promise<string> => {
  const id = idOf(await clerk.post('/api/cases', intake(await product.now())));
  expect((await clerk.command(id, 'FORWARD', { unitId: await unitIdOf('housing-construction.430407') })).status).toBe(200);
  return id;
};
const disputeOf = async (caseId: string, other: string): Promise<Answer> =>
  housing.post(`/api/cases/${caseId}/jurisdiction`, { organs: [await unitIdOf(other)], reason: '认为属对方职责' });
const drafts = async (): Promise<readonly Draft[]> => (await admin.get('/api/routing/drafts')).body['items'] as unknown as readonly Draft[];

it('M023 organs that dispute agree on who is competent; the first receiver answers meanwhile, and its clocks run on', async () => {
  const caseId = await matter();
  const body = { organs: [await unitIdOf('education.430407')], reason: '认为属对方职责' };
  const again = (): Promise<Answer> => housing.post(`/api/cases/${caseId}/jurisdiction`, body, { key: 'dispute-1' });
  const opened = await again();
  const id = idOf(opened);
  expect([opened.status, opened.body['holder']?.['function']]).toEqual([200, 'housing-construction']);
  expect((await disputeOf(caseId, 'education.430407')).status).toBe(409);
  // Two at the same moment are one: the other is told that there is one.
  const contested = await matter();
  const both = await Promise.all([disputeOf(contested, 'education.430407'), disputeOf(contested, 'education.430407')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await settleNotices();
  expect(await noticesOf(education, id)).toEqual(['jurisdiction.disputed']);
  const held = (await clerk.get(`/api/cases/${caseId}`)).body;
  expect([held['state'], held['holder']?.['function']]).toEqual(['routed', 'housing-construction']);
  const limit = noticeClockOf(held);
  expect(limit).toMatchObject({ state: 'armed', unitId: await unitIdOf('housing-construction.430407') });

  const competent = { unitId: await unitIdOf('education.430407'), reason: '按三定方案' };
  expect((await housing.command(id, 'STATE_POSITION', competent)).body['state']).toBe('registered');
  const own = { unitId: await unitIdOf('housing-construction.430407'), reason: '不属我局' };
  expect((await education.command(id, 'STATE_POSITION', own)).body['state']).toBe('registered');
  expect((await (await product.as('transport.430407.handler')).command(id, 'STATE_POSITION', own)).status).toBe(404);
  expect((await education.command(id, 'STATE_POSITION', competent)).body['state']).toBe('ruled');
  await settleNotices();
  expect(await noticesOf(housing, id)).toContain('jurisdiction.ruled');
  // The case is with the unit that was ruled responsible: in its inbox, with the day that it had to be answered by, and in nobody else's hands.
  expect(await noticesOf(education, caseId)).toEqual(['jurisdiction.settled']);
  expect(await noticesOf(housing, caseId)).toContain('jurisdiction.left');
  const moved = (await education.get(`/api/cases/${caseId}`)).body;
  expect([moved['state'], moved['holder']?.['function']]).toEqual(['routed', 'education']);
  expect(noticeClockOf(moved)).toEqual({ ...limit, unitId: await unitIdOf('education.430407') });
  expect((await housing.command(caseId, 'ACCEPT')).status).toBe(403);
  expect((await education.command(caseId, 'OBJECT', { reason: '不属我局' })).status).toBe(409);
  expect((await education.command(caseId, 'ACCEPT')).body['state']).toBe('handling');
  expect((await clerk.get(`/api/cases/${caseId}/verify`)).body).toMatchObject({ valid: true });
  expect((await disputeOf(caseId, 'transport.430407')).status).toBe(403);
  // Sent again under its key it is answered as it was, though it could not be opened any more.
  const replayed = await again();
  expect([replayed.status, replayed.body]).toEqual([200, opened.body]);
});

it('M024 without a common superior the joint meeting rules; the ruling is offered as a rule, and taken up it routes the next case', async () => {
  const caseId = await matter();
  const id = idOf(await disputeOf(caseId, 'education.430407'));
  expect((await housing.command(id, 'TAKE_UP_DISPUTE', { reason: '协商不成' })).body['state']).toBe('with-meeting');
  const meetingId = await heldMeeting(product, caseId);
  const make = async (kind: string): Promise<string> => resolve(product, meetingId, caseId, kind, await unitIdOf('education.430407'));
  expect((await clerk.command(id, 'ADOPT_RESOLUTION', { resolutionId: await make('other') })).status).toBe(409);
  expect((await clerk.command(id, 'ADOPT_RESOLUTION', { resolutionId: await make('jurisdiction') })).body['state']).toBe('ruled');
  await settleNotices();
  expect(await noticesOf(education, caseId)).toEqual(['jurisdiction.settled']);
  expect((await education.get(`/api/cases/${caseId}`)).body['holder']?.['function']).toBe('education');

  // Whoever administers routing reads codes of the matter and nothing of the case.
  const offered = (await drafts()).find((one) => one.id === id);
  expect(offered).toMatchObject({ categoryCode: '010903', divisionCode: '430407', function: 'education', findings: [] });
  expect((await admin.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await clerk.get('/api/routing/drafts')).status).toBe(403);
  const leadOf = async (): Promise<unknown> =>
    (await clerk.post('/api/cases/preview', intake(await product.now()))).body['routing']?.['lead']?.['function'];
  expect(await leadOf()).toBe('housing-construction');
  expect((await admin.post(`/api/routing/drafts/${id}/decision`, { accept: true, reason: '联席会议裁定' })).status).toBe(200);
  expect(await leadOf()).toBe('education');
  expect((await admin.post(`/api/routing/drafts/${id}/decision`, { accept: true, reason: '再次' })).status).toBe(404);

  // A second ruling that says otherwise of the same matters is not taken up: it overlaps.
  const other = idOf(await disputeOf(await matter(), 'education.430407'));
  for (const who of [housing, education])
    expect((await who.command(other, 'STATE_POSITION', { unitId: await unitIdOf('transport.430407'), reason: '属交通' })).status).toBe(200);
  expect((await drafts()).find((one) => one.id === other)?.findings).toMatchObject([{ kind: 'overlap' }]);
  expect((await admin.post(`/api/routing/drafts/${other}/decision`, { accept: true, reason: '冲突' })).status).toBe(409);
  expect((await admin.post(`/api/routing/drafts/${other}/decision`, { accept: false, reason: '个案' })).status).toBe(200);
  expect((await drafts()).some((one) => one.id === other)).toBe(false);
});

it('M023 organs of one function have a common superior, which decides', async () => {
  const caseId = await matter();
  const id = idOf(await disputeOf(caseId, 'housing-construction.430405'));
  const city = await product.as('housing-construction.430400.handler');
  expect((await city.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await housing.command(id, 'TAKE_UP_DISPUTE', { reason: '协商不成' })).body).toMatchObject({ state: 'with-superior' });
  await settleNotices();
  expect(await noticesOf(city, id)).toEqual(['jurisdiction.taken-up']);
  const ruling = { unitId: await unitIdOf('housing-construction.430405'), basis: '问题在珠晖区' };
  expect((await housing.command(id, 'RULE_JURISDICTION', ruling)).status).toBe(403);
  const ruled = await product.as('housing-construction.430405.handler');
  expect((await ruled.get(`/api/cases/${caseId}`)).status).toBe(404);
  expect((await city.command(id, 'RULE_JURISDICTION', ruling)).body['state']).toBe('ruled');
  await settleNotices();
  expect(await noticesOf(ruled, caseId)).toEqual(['jurisdiction.settled']);
  expect((await ruled.command(caseId, 'ACCEPT')).body['state']).toBe('handling');
});
