import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

interface Span {
  readonly unit: { readonly unitId: string };
  readonly to: string | null;
  readonly workingDays: number;
  readonly acts: readonly { readonly command: string; readonly person: { readonly name: string } | null }[];
  readonly duties: readonly { readonly rule: string; readonly outcome: string; readonly lateWorkingDays: number }[];
}

let product: Product;
let clerk: Client;
let housing: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  housing = await product.as('housing-construction.430407.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const spansOf = (answer: Answer): readonly Span[] => answer.body['spans'] as unknown as readonly Span[];

it('M038 the trace says from the log alone who had a case when, what fell due with whom and how late it was done', async () => {
  const filed = await clerk.post('/api/cases', intake(await product.now()));
  const id = String(filed.body['id']);
  const lead = String(filed.body['routing']?.['lead']?.['unitId']);
  expect((await clerk.command(id, 'FORWARD', { unitId: lead })).status).toBe(200);
  const rows = (await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; dueAt: string }[];
  const due = Date.parse(String(rows.find(({ rule }) => rule === 'PET-NOTICE-FWD')?.dueAt));
  expect((await product.moveClock(new Date(due + 10 * 3_600_000).toISOString())).status).toBe(200);
  const overdue = spansOf(await housing.get(`/api/cases/${id}/responsibility`)).at(-1);
  expect(overdue?.duties).toMatchObject([{ rule: 'PET-NOTICE-FWD', outcome: 'overdue' }]);
  expect((await housing.command(id, 'ACCEPT')).status).toBe(200);

  const trace = await housing.get(`/api/cases/${id}/responsibility`);
  expect(spansOf(trace).map(({ unit, to }) => [unit.unitId, to === null])).toEqual([
    [String((await clerk.get(`/api/cases/${id}`)).body['registeredBy']?.['unitId']), false],
    [lead, true],
  ]);
  const [first, second] = spansOf(trace);
  expect(first?.duties).toMatchObject([{ rule: 'PET-FWD', outcome: 'in-time' }]);
  expect(second?.duties.find(({ rule }) => rule === 'PET-NOTICE-FWD')).toMatchObject({ outcome: 'late', lateWorkingDays: 1 });
  expect(second?.acts.map(({ command }) => command)).toEqual(['ACCEPT']);

  // Colleagues read units and roles; whoever answers for the place reads persons, and that he did is kept.
  expect([trace.body['namesPersons'], second?.acts[0]?.person]).toEqual([false, null]);
  const seen = await (await product.as('supervisor')).get(`/api/cases/${id}/responsibility`);
  expect(spansOf(seen)[1]?.acts[0]?.person?.name).toEqual(expect.any(String) as string);
  const kept = await (await product.as('auditor')).get('/api/admin/audit?action=responsibility.read&limit=200');
  expect(kept.body['items'] as unknown).toContainEqual(expect.objectContaining({ object: id }));

  const file = await clerk.get(`/api/cases/${id}/responsibility/export`);
  expect([file.status, file.type, file.text.includes('逾期办结')]).toEqual([200, 'text/csv; charset=utf-8', true]);
  const outside = await product.as('transport.430407.handler');
  expect((await outside.get(`/api/cases/${id}/responsibility`)).status).toBe(404);
  expect((await outside.get(`/api/cases/${id}/responsibility/export`)).status).toBe(404);
});
