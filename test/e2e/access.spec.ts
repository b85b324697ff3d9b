import { intake, PASSWORD, Product } from './product.ts';
import type { Answer } from './product.ts';

let product: Product;
let now: string;
beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
}, 120_000);
afterAll(async () => {
  await product.stop();
}, 60_000);

const login = (username: string, password: string): Promise<Answer> => product.nobody.post('/api/auth/login', { username, password });

describe('logging in', () => {
  it('answers a wrong password and an unknown user alike, but for the request’s id', async () => {
    const [wrong, unknown] = [await login('auditor', 'x'), await login('no-such-person', 'x')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...unknown.body, requestId: null }).toEqual({ ...wrong.body, requestId: null });
  });

  it('says who it is, and ends with the logout', async () => {
    const { body } = await login('human-resources.430421.head', PASSWORD);
    const token = { headers: { authorization: `Bearer ${String(body['token'])}` } };
    expect(body['user']).toMatchObject({
      username: 'human-resources.430421.head',
      roles: ['head'],
      unit: { function: 'human-resources', division: '430421' },
    });
    expect((await product.nobody.send('GET', '/api/auth/me', undefined, token)).body['user']).toEqual(body['user']);
    expect((await product.nobody.send('POST', '/api/auth/logout', undefined, token)).status).toBe(200);
    expect((await product.nobody.send('GET', '/api/auth/me', undefined, token)).status).toBe(401);
  });

  it('gives browsers a cookie that another site can’t write with', async () => {
    const answer = await login('clerk2', PASSWORD);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
    const mine = { cookie: cookie.split(';')[0] ?? '' };
    expect((await product.nobody.send('GET', '/api/auth/me', undefined, { headers: mine })).status).toBe(200);
    const foreign = await product.nobody.post('/api/cases', intake(now), { headers: { ...mine, origin: 'https://elsewhere.example' } });
    expect([foreign.status, foreign.body['code']]).toEqual([403, 'auth.cross_site']);
    expect((await product.nobody.post('/api/cases', intake(now), { headers: { ...mine, origin: product.app.url } })).status).toBe(201);
  });

  it('makes whoever fails five times wait, even with the right password, and nobody else', async () => {
    for (let i = 0; i < 5; i++) expect((await login('leader', 'x')).status).toBe(401);
    const sixth = await login('leader', PASSWORD);
    expect([sixth.status, sixth.body['code']]).toEqual([429, 'auth.too_many_attempts']);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await login('supervisor', PASSWORD)).status).toBe(200);
  });

  it('counts guesses that come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => login('operator', 'x')));
    expect(answers.filter((one) => one.status === 401)).toHaveLength(5);
    expect(answers.filter((one) => one.status === 429)).toHaveLength(7);
  });
});

describe('accounts', () => {
  it('are made and changed by administrators; a change ends the sessions it concerns', async () => {
    const admin = await product.as('admin');
    const created = await admin.post('/api/admin/users', {
      username: 'window-7',
      displayName: '七号窗口',
      password: 'a long enough one',
      roles: ['clerk'],
      unitId: null,
    });
    expect(created.status).toBe(200);
    expect(
      (
        await admin.post('/api/admin/users', {
          username: 'window-7',
          displayName: 'x',
          password: 'a long enough one',
          roles: ['clerk'],
          unitId: null,
        })
      ).status,
    ).toBe(409);
    const token = { headers: { authorization: `Bearer ${String((await login('window-7', 'a long enough one')).body['token'])}` } };
    expect((await product.nobody.send('GET', '/api/auth/me', undefined, token)).status).toBe(200);
    expect((await admin.send('PUT', `/api/admin/users/${String(created.body['id'])}`, { active: false })).status).toBe(200);
    expect((await product.nobody.send('GET', '/api/auth/me', undefined, token)).status).toBe(401);
    expect((await login('window-7', 'a long enough one')).status).toBe(401);
    const trail = (await (await product.as('auditor')).get('/api/admin/audit')).body['items'];
    expect((trail as unknown as readonly { action: string }[]).map((one) => one.action)).toEqual(['user.changed', 'user.created']);
  });
});

describe('the public page', () => {
  it('opens for code and digits alone, answers every miss alike, and locks out only the guesser’s pair', async () => {
    const clerk = await product.as('clerk');
    const mine = await clerk.post('/api/cases', intake(now));
    const other = await clerk.post('/api/cases', intake(now, { parties: [] }));
    const track = (queryCode: unknown, phoneLast4: unknown): Promise<Answer> =>
      product.nobody.post('/api/public/track', { queryCode, phoneLast4 });

    const found = await track(mine.body['queryCode'], '4321');
    expect(found.status).toBe(200);
    expect(found.body).toMatchObject({ state: 'registered', clock: { rule: 'PET-FWD' } });
    expect(found.text).not.toMatch(/测试人甲|13900004321|楼道/);

    const misses = [
      await track(mine.body['queryCode'], '0000'),
      await track('0000-0000-0000-0000-0000', '4321'),
      await track('nonsense', '4321'),
    ];
    expect(misses.map((one) => one.status)).toEqual([404, 404, 404]);
    expect(new Set(misses.map((one) => JSON.stringify({ ...one.body, requestId: null }))).size).toBe(1);
    const guesses: number[] = [];
    for (let i = 1; i < 7; i++) guesses.push((await track(mine.body['queryCode'], `000${String(i)}`)).status);
    expect(guesses.at(-1)).toBe(429);
    expect((await track(mine.body['queryCode'], '4321')).status).toBe(429);

    // No phone was given: the secret on the receipt opens it, and a neighbour's guesses don't close it.
    expect((await track(other.body['queryCode'], other.body['receipt']?.['secret'])).status).toBe(200);
  });
});
