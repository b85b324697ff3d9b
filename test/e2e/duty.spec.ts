import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let clerk: Client;
let office: Client;
let justice: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  office = await product.as('petition-office.430400.handler');
  justice = await product.as('justice.430400.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const idOf = (answer: Answer): string => String(answer.body['id']);
const unitIdOf = async (unitFunction: string): Promise<string> => {
  const answer = await clerk.get(`/api/directory/units?function=${unitFunction}&division=430400`);
  return String(answer.body['items']?.[0]?.['id']);
};
const noticesOf = async (who: Client, caseId: string): Promise<readonly string[]> => {
  const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  return items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
};
const passMinutes = async (minutes: number): Promise<void> => {
  expect((await product.moveClock(new Date(Date.parse(await product.now()) + minutes * 60_000).toISOString())).status).toBe(200);
};
const raise = async (): Promise<Answer> => {
  const caseId = idOf(await clerk.post('/api/cases', intake(await product.now())));
  return clerk.post('/api/urgent-matters', { caseId, kind: 'public-safety', learnedAt: await product.now(), situation: '现场有险情' });
};
const handOver = async (who: Client, to: string, onCall: readonly string[] = []): Promise<Answer> =>
  who.post('/api/duty/handovers', { unitId: await unitIdOf(to), onCall, note: '夜间值守，注意二号楼' });

it('M028 the duty is handed over with a note and a clock, stays where it is until taken, and the log keeps it', async () => {
  expect((await clerk.get('/api/duty')).body['unit']).toMatchObject({ function: 'governance-centre' });
  expect((await handOver(office, 'justice')).status).toBe(403);
  const handed = await handOver(clerk, 'petition-office', [await unitIdOf('justice')]);
  const id = idOf(handed);
  expect(handed.body['deadlines'] as unknown).toMatchObject([{ rule: 'DUTY-TAKE', state: 'armed' }]);
  expect((await clerk.get('/api/duty')).body['unit']).toMatchObject({ function: 'governance-centre' });
  await passMinutes(15);
  expect(await noticesOf(office, id)).toEqual(
    expect.arrayContaining(['duty.handed-over', 'deadline.urged', 'supervision.opened']) as unknown,
  );
  expect((await clerk.command(id, 'TAKE_OVER')).status).toBe(403);
  expect((await office.command(id, 'TAKE_OVER', { note: '已接' })).body['state']).toBe('taken');
  expect((await office.get('/api/duty')).body).toMatchObject({
    unit: { function: 'petition-office' },
    since: expect.any(String) as string,
    onCall: [{ function: 'justice' }],
  });
  const log = (await office.get('/api/duty/handovers')).body['items'] as unknown as readonly { id: string }[];
  expect(log.map((one) => one.id)).toEqual([id]);
  expect((await (await product.as('transport.430407.handler')).get('/api/duty/handovers')).body['items']).toEqual([]);
  expect((await handOver(clerk, 'justice')).status).toBe(403);
});

it('M025 whoever has the duty gets the alarm, and the units on call with it', async () => {
  const raised = await raise();
  const id = idOf(raised);
  expect(raised.body['holder']).toMatchObject({ function: 'petition-office' });
  await passMinutes(0.5);
  expect(await noticesOf(office, id)).toContain('urgent.raised');
  expect(await noticesOf(justice, id)).toContain('urgent.raised');
  expect((await clerk.command(id, 'RESPOND')).status).toBe(403);
  expect((await office.command(id, 'RESPOND')).body['state']).toBe('responded');
  // What is open goes along with the next hand-over, beside which it stands.
  const next = await handOver(office, 'governance-centre');
  expect(next.status).toBe(200);
  const beside = (await office.get(`/api/cases/${idOf(next)}/related`)).body['about'] as unknown as readonly { id: string }[];
  expect(beside.map((one) => one.id)).toEqual([id]);
  expect((await clerk.command(idOf(next), 'TAKE_OVER')).status).toBe(200);
});
