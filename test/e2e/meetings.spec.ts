import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let clerk: Client;
let housing: Client;
let education: Client;
let outside: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  housing = await product.as('housing-construction.430407.handler');
  education = await product.as('education.430407.handler');
  outside = await product.as('transport.430407.handler');
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
const dayIn = (now: string, days: number): string => new Date(Date.parse(now) + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
const clocksOf = async (who: Client, id: string): Promise<readonly string[]> => {
  const rows = (await who.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; state: string }[];
  return rows.map(({ rule, state }) => `${rule} ${state}`).sort();
};
const noticesOf = async (who: Client, caseId: string): Promise<readonly string[]> => {
  const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  return items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
};
/** Notices arrive once the clock has settled: nothing is left undone when it answers. */
const settleNotices = async (): Promise<void> => {
  expect((await product.moveClock(new Date(Date.parse(await product.now()) + 1000).toISOString())).status).toBe(200);
};
const matter = async (): Promise<string> => {
  const answer = await clerk.post('/api/cases', intake(await product.now()));
  const id = idOf(answer);
  expect((await clerk.command(id, 'FORWARD', { unitId: await unitIdOf('housing-construction.430407') })).status).toBe(200);
  return id;
};
const meeting = async (): Promise<string> => {
  const members = [await unitIdOf('housing-construction.430407'), await unitIdOf('education.430407')];
  const answer = await clerk.post('/api/meetings', { title: '物业联席会', members });
  expect([answer.status, answer.body['state']]).toEqual([200, 'registered']);
  return idOf(answer);
};
const convened = async (caseId: string): Promise<string> => {
  const id = await meeting();
  const agenda = { caseId, agendaReason: 'unsolved', matter: '住建一家难以独立解决' };
  expect((await clerk.command(id, 'PUT_ON_AGENDA', agenda)).status).toBe(200);
  const call = { date: dayIn(await product.now(), 1), convenor: '副市长', place: '三楼会议室' };
  expect((await clerk.command(id, 'CONVENE', call)).body['state']).toBe('convened');
  return id;
};
const held = async (caseId: string): Promise<string> => {
  const id = await convened(caseId);
  const present = [await unitIdOf('housing-construction.430407')];
  const minutes = { date: dayIn(await product.now(), 0), present, minutes: '议定由住建牵头' };
  expect((await clerk.command(id, 'RECORD_MEETING', minutes)).body['state']).toBe('held');
  return id;
};
const resolve = async (meetingId: string, caseId: string, patch: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  clerk.post(`/api/meetings/${meetingId}/resolutions`, {
    kind: 'listed-supervision',
    caseId,
    unitId: await unitIdOf('housing-construction.430407'),
    dueDate: dayIn(await product.now(), 7),
    text: '限期修复并公示',
    ...patch,
  });

it('M023 what one unit can’t solve goes before a joint meeting, and who sits there learns no more of the case than he may', async () => {
  const caseId = await matter();
  const id = await convened(caseId);
  await settleNotices();
  expect(await noticesOf(education, id)).toEqual(['meeting.convened']);
  expect(await clocksOf(clerk, id)).toEqual(['JM-CONVENE met', 'JM-HOLD armed']);

  // The holder of the case finds the meeting beside it; a member that has never had the case finds the meeting without it.
  const beside = (await housing.get(`/api/cases/${caseId}/related`)).body;
  expect((beside['records'] as unknown as readonly { id: string }[]).map((one) => one.id)).toEqual([id]);
  expect((await education.get(`/api/cases/${id}`)).body['meeting']).toMatchObject({ level: 'city', agenda: ['unsolved'] });
  expect((await education.get(`/api/cases/${id}/related`)).body['about']).toEqual([]);
  expect((await education.get(`/api/cases/${caseId}`)).status).toBe(404);

  // For everybody else there is no such meeting: not by its number, in no list, in no register.
  expect((await outside.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await outside.get('/api/meetings')).body['items']).toEqual([]);
  expect((await outside.get('/api/cases?q=联席会&count=true')).body['total']).toMatchObject({ count: 0 });
  expect((await housing.command(id, 'CANCEL_MEETING', { reason: '不开了' })).status).toBe(403);

  // Who joins after the call is told of it at once, once; and everybody hears that it is off.
  const joining = { unitId: await unitIdOf('transport.430407') };
  expect((await clerk.command(id, 'ADD_MEMBER', joining)).status).toBe(200);
  expect((await clerk.command(id, 'ADD_MEMBER', joining)).status).toBe(409);
  await settleNotices();
  expect(await noticesOf(outside, id)).toEqual(['meeting.convened']);
  expect((await clerk.command(id, 'CANCEL_MEETING', { reason: '已协商一致' })).body['state']).toBe('cancelled');
  await settleNotices();
  for (const who of [education, outside]) expect(await noticesOf(who, id)).toContain('meeting.cancelled');
  expect(await clocksOf(clerk, id)).toEqual(['JM-CONVENE met', 'JM-HOLD cancelled']);
  expect((await housing.post('/api/meetings', { title: '越权', members: [await unitIdOf('education.430407')] })).status).toBe(403);
  expect((await clerk.post('/api/cases', intake(await product.now(), { procedure: 'joint-meeting' }))).status).toBe(400);
});

it('M024 a joint meeting is convened, held and minuted; what is no matter counts as none', async () => {
  const total = async (): Promise<unknown> => (await clerk.get('/api/indicators')).body['total']?.['registered'];
  const caseId = await matter();
  const before = await total();
  const id = await meeting();
  const call = { date: dayIn(await product.now(), 1), convenor: '副市长', place: '三楼会议室' };
  const early = await clerk.command(id, 'CONVENE', call);
  expect([early.status, early.body['code']]).toEqual([409, 'case.command_refused']);
  const sealed = await clerk.post(
    '/api/cases',
    intake(await product.now(), { class: 'ACCUSATION', route: undefined, procedure: 'accusation', categoryCode: '050401' }),
  );
  const agenda = { agendaReason: 'measure', matter: '提请' };
  expect((await clerk.command(id, 'PUT_ON_AGENDA', { ...agenda, caseId: idOf(sealed) })).status).toBe(409);
  const nobody = '018f0000-0000-7000-8000-000000000000';
  expect((await clerk.command(id, 'PUT_ON_AGENDA', { ...agenda, caseId: nobody })).status).toBe(400);
  expect((await clerk.command(id, 'PUT_ON_AGENDA', { ...agenda, caseId })).status).toBe(200);
  expect((await resolve(id, caseId)).status).toBe(409);
  expect((await clerk.command(id, 'CONVENE', call)).status).toBe(200);
  const minutes = { date: dayIn(await product.now(), 0), present: [await unitIdOf('education.430407')], minutes: '议定事项' };
  expect((await clerk.command(id, 'RECORD_MEETING', minutes)).status).toBe(200);
  const page = (await education.get(`/api/cases/${id}`)).body;
  expect(page['documents'] as unknown).toContainEqual(expect.objectContaining({ field: 'minutes', text: '议定事项' }));
  // Closed while something is resolved: one comes first, and nothing stays open behind a closed meeting.
  const [closed, late] = await Promise.all([clerk.command(id, 'CLOSE_MEETING'), resolve(id, caseId)]);
  expect([closed.status === 200, late.status === 200].filter(Boolean)).toHaveLength(1);
  if (late.status === 200) {
    expect((await housing.command(idOf(late), 'REPORT_RESOLUTION', { progress: 'done', report: '已办' })).status).toBe(200);
    expect((await clerk.command(idOf(late), 'ACCEPT_REPORT', { evidence: '照片' })).status).toBe(200);
    expect((await clerk.command(id, 'CLOSE_MEETING')).body['state']).toBe('concluded');
  }
  expect((await clerk.command(id, 'ARCHIVE')).body['state']).toBe('archived');
  expect(await total()).toBe(before);
  expect((await clerk.get(`/api/cases/${id}/verify`)).body).toMatchObject({ valid: true });
});

it('M021 a resolution is owed by a unit by a date, followed to its end, and the meeting is not over before', async () => {
  const caseId = await matter();
  const meetingId = await held(caseId);
  expect((await housing.post(`/api/meetings/${meetingId}/resolutions`, { kind: 'other' })).status).toBe(400);
  const key = { key: 'resolution-1' };
  const body = {
    kind: 'listed-supervision',
    caseId,
    unitId: await unitIdOf('housing-construction.430407'),
    dueDate: dayIn(await product.now(), 7),
    text: '限期修复并公示',
  };
  const made = await clerk.post(`/api/meetings/${meetingId}/resolutions`, body, key);
  const again = await clerk.post(`/api/meetings/${meetingId}/resolutions`, body, key);
  const id = idOf(made);
  expect([made.status, idOf(again)]).toEqual([200, id]);
  expect((await resolve(meetingId, caseId, { dueDate: '2026-01-01' })).status).toBe(400);
  await settleNotices();
  expect(await noticesOf(housing, id)).toEqual(['resolution.made']);
  expect((await housing.get(`/api/cases/${id}`)).body['resolution']).toMatchObject({ kind: 'listed-supervision', meetingId });
  expect((await outside.get(`/api/cases/${id}`)).status).toBe(404);
  expect((await clerk.command(meetingId, 'CLOSE_MEETING')).status).toBe(409);

  // Not done in time: supervised at once (Art 40), as any duty is.
  const rows = (await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; dueAt: string }[];
  expect((await product.moveClock(String(rows.find(({ rule }) => rule === 'JM-RESOLUTION')?.dueAt))).status).toBe(200);
  expect(await noticesOf(housing, id)).toEqual(expect.arrayContaining(['supervision.opened', 'deadline.urged']) as unknown);
  expect((await housing.command(id, 'REPORT_RESOLUTION', { progress: 'done', report: '已修复' })).body['state']).toBe('reported');
  await settleNotices();
  expect(await noticesOf(clerk, id)).toContain('resolution.reported');
  expect((await housing.command(id, 'ACCEPT_REPORT', { evidence: '自查' })).status).toBe(403);
  const back = { dueDate: dayIn(await product.now(), 3), reason: '未公示' };
  expect((await clerk.command(id, 'RETURN_REPORT', back)).body['state']).toBe('registered');
  expect((await housing.command(id, 'REPORT_RESOLUTION', { progress: 'done', report: '已公示' })).status).toBe(200);
  expect((await clerk.command(id, 'ACCEPT_REPORT', { evidence: '公示照片' })).body['state']).toBe('concluded');
  expect(await clocksOf(clerk, id)).toEqual(['JM-CHECK met', 'JM-CHECK met', 'JM-RESOLUTION fired', 'JM-RESOLUTION met']);
  expect((await clerk.command(meetingId, 'CLOSE_MEETING')).body['state']).toBe('concluded');
});
