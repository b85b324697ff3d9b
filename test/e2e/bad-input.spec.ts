import type { Answer } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let now: string;
beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const NOBODY = '00000000-0000-4000-8000-000000000000';
const fieldsOf = ({ body }: Answer): readonly string[] =>
  (body['errors'] as unknown as readonly { field: string }[]).map((one) => one.field);

function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(answer.type).toContain('application/problem+json');
  expect(answer.body['status']).toBe(status);
  for (const field of ['type', 'title', 'detail']) expect(typeof answer.body[field]).toBe('string');
}

async function total(): Promise<number> {
  return Number((await (await product.as('clerk')).get('/api/cases?count=true&limit=1')).body['total']?.['count']);
}

describe('an intake that is wrong', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { surprise: 1 }, 'surprise'],
    ['an unknown field of a party', { parties: [{ role: 'petitioner', kind: 'person', nickname: 'x' }] }, 'parties.0.nickname'],
    ['a channel that does not exist', { channel: 'pigeon' }, 'channel'],
    ['a title of blanks', { title: ' \n ' }, 'title'],
    ['a title too long by one rare character', { title: '𠮷'.repeat(201) }, 'title'],
    ['a control character', { narrative: 'a\u001bb' }, 'narrative'],
    ['no title', { title: undefined }, 'title'],
    ['a day that never was', { receivedAt: '2026-02-30T10:00:00+08:00' }, 'receivedAt'],
    ['an instant without offset', { receivedAt: '2026-01-04T10:00:00' }, 'receivedAt'],
    ['an unknown place', { divisionCode: '999999' }, 'divisionCode'],
    ['an unknown further place', { divisionCodes: ['430407', '430499'] }, 'divisionCodes.1'],
    ['an unknown category', { categoryCode: '999999' }, 'categoryCode'],
    ['an unknown unit', { parties: [{ role: 'respondent', kind: 'organisation', name: 'x', unitId: NOBODY }] }, 'parties.0.unitId'],
    [
      'a birth date that never was',
      { parties: [{ role: 'petitioner', kind: 'person', name: 'x', idNumber: '430407199002307777' }] },
      'parties.0.idNumber',
    ],
    [
      'a wrong check digit',
      { parties: [{ role: 'petitioner', kind: 'person', name: 'x', idNumber: '110105194912310021' }] },
      'parties.0.idNumber',
    ],
    [
      'six representatives',
      { parties: Array.from({ length: 6 }, () => ({ role: 'representative', kind: 'person', name: 'x' })) },
      'parties',
    ],
    ['a route of a suggestion', { class: 'SUGGESTION' }, 'route'],
    ['nobody at all', { headcount: 0 }, 'headcount'],
    ['text for a flag', { urgent: 'yes' }, 'urgent'],
  ])('%s is 400 and names the field', async (_, patch, field) => {
    const answer = await (await product.as('clerk')).post('/api/cases', intake(now, patch));
    expectProblem(answer, 400, 'request.invalid');
    expect(fieldsOf(answer)).toContain(field);
  });

  it('received in the future, by the legal clock, is 400', async () => {
    const answer = await (await product.as('clerk')).post('/api/cases', intake(new Date(Date.parse(now) + 1000).toISOString()));
    expectProblem(answer, 400, 'request.invalid');
    expect(fieldsOf(answer)).toEqual(['receivedAt']);
  });

  it.each<[string, string, number, string]>([
    ['broken', '{"title":', 400, 'request.malformed'],
    ['poisoned', JSON.stringify(intake('2026-01-05T01:00:00Z')).replace('{', '{"__proto__":{"x":1},'), 400, 'request.malformed'],
    ['poisoned by its constructor', '{"constructor":{"prototype":{"x":1}}}', 400, 'request.malformed'],
    ['a list', '[]', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['half a character', '{"title":"\\ud800"}', 400, 'request.invalid'],
    ['too large', JSON.stringify({ narrative: 'x'.repeat(1_200_000) }), 413, 'request.too_large'],
  ])('JSON that is %s', async (_, body, status, code) => {
    expectProblem(await (await product.as('clerk')).post('/api/cases', body), status, code);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])('a body that calls itself %s is 415', async (type) => {
    const clerk = await product.as('clerk');
    const answer = await clerk.send('POST', '/api/cases', JSON.stringify(intake(now)), { headers: { 'content-type': type } });
    expectProblem(answer, 415, 'request.unsupported_media_type');
  });

  it('the public says neither class nor route nor procedure', async () => {
    const answer = await product.nobody.post('/api/public/cases', intake(now));
    expectProblem(answer, 400, 'request.invalid');
    expect(fieldsOf(answer)).toEqual(['class', 'route', 'procedure']);
  });

  it('stores nothing', async () => {
    expect(await total()).toBe(0);
    const preview = await (await product.as('clerk')).post('/api/cases/preview', intake(now));
    expect(preview.status).toBe(200);
    expect(await total()).toBe(0);
  });
});

describe('checks come in the order of the contract', () => {
  it('401 before anything else', async () => {
    expectProblem(await product.nobody.post('/api/cases', '{"broken'), 401, 'auth.required');
    expectProblem(await product.nobody.get(`/api/cases/${NOBODY}?nonsense=1`), 401, 'auth.required');
    expectProblem(
      await product.nobody.send('GET', '/api/auth/me', undefined, { headers: { authorization: 'Bearer nonsense' } }),
      401,
      'auth.required',
    );
  });

  it('400 before 404 and 403', async () => {
    const handler = await product.as('education.430421.handler');
    expectProblem(await handler.command(NOBODY, 'NONSENSE'), 400, 'request.invalid');
    expectProblem(await handler.command(NOBODY, 'FORWARD', { unitId: NOBODY }), 400, 'request.invalid');
    expectProblem(await handler.get('/api/queues?nonsense=1'), 400, 'request.invalid');
    expectProblem(await handler.send('PUT', '/api/clock', { now: 'soon' }), 400, 'request.invalid');
    expectProblem(await (await product.as('admin')).post('/api/cases', intake(now, { surprise: 1 })), 400, 'request.invalid');
  });

  it('403 for a role that may never do it', async () => {
    expectProblem(await (await product.as('admin')).post('/api/cases', intake(now)), 403, 'access.forbidden');
    expectProblem(await (await product.as('supervisor')).post('/api/cases/preview', intake(now)), 403, 'access.forbidden');
    expectProblem(await (await product.as('clerk')).send('PUT', '/api/clock', { now }), 403, 'access.forbidden');
    expectProblem(await (await product.as('clerk')).get('/api/admin/users'), 403, 'access.forbidden');
  });

  it('404 for what does not exist, whatever its id looks like', async () => {
    const clerk = await product.as('clerk');
    for (const id of [NOBODY, 'nonsense', '%00']) expectProblem(await clerk.get(`/api/cases/${id}`), 404, 'case.not_found');
    expectProblem(await clerk.command(NOBODY, 'ACCEPT'), 404, 'case.not_found');
    expectProblem(await clerk.get('/api/no/such/thing'), 404, 'route.not_found');
    expectProblem(await clerk.send('DELETE', '/api/cases'), 404, 'route.not_found');
    expectProblem(await clerk.get('/api/procedures/petition/99'), 404, 'procedure.not_found');
  });
});

it.each([
  'limit=0',
  'limit=201',
  'limit=ten',
  'limit=5&limit=6',
  'cursor=garbage',
  'cursor=',
  'state=nonsense',
  'class=RUMOUR',
  'division=abc',
  'overdue=maybe',
  'dueBefore=2026-02-30',
  'receivedFrom=yesterday',
  'sort=title',
  'q=',
  'q=a%00b',
  'unitId=1',
  '__proto__=1',
])('the list refuses ?%s', async (query) => {
  expectProblem(
    await (await product.as('clerk')).get(`/api/cases?${query}`),
    400,
    query.startsWith('cursor=g') ? 'request.invalid_cursor' : 'request.invalid',
  );
});

it('no answer carries what somebody typed in an address, and every answer is guarded', async () => {
  const answer = await product.nobody.get('/api/health/live');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});
