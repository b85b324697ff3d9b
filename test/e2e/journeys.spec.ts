import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let now: string;
let clerk: Client;
let handler: Client;
beforeAll(async () => {
  product = await Product.start();
  now = await product.now();
  clerk = await product.as('clerk');
  handler = await product.as('housing-construction.430407.handler');
}, 120_000);
afterAll(async () => {
  await product.stop();
}, 60_000);

const field = (answer: Answer, name: string): string => String(answer.body[name]);
const register = async (patch: Readonly<Record<string, unknown>> = {}): Promise<Answer> => {
  const answer = await clerk.post('/api/cases', intake(now, patch));
  expect(answer.status).toBe(201);
  return answer;
};
const leadOf = (registered: Answer): string => String(registered.body['routing']?.['lead']?.['unitId']);
const forwarded = async (patch: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const registered = await register(patch);
  expect((await clerk.command(field(registered, 'id'), 'FORWARD', { unitId: leadOf(registered) })).status).toBe(200);
  return field(registered, 'id');
};
const nameSeenBy = async (who: Client, id: string): Promise<string> =>
  String((await who.get(`/api/cases/${id}`)).body['parties']?.[0]?.['name']);

describe('names', () => {
  it('are read in clear by the registrar, then by the holder, and are masked for everybody else', async () => {
    const registered = await register();
    const id = field(registered, 'id');
    const clerk2 = await product.as('clerk2');
    expect([await nameSeenBy(clerk, id), await nameSeenBy(clerk2, id)]).toEqual(['测试人甲', '测**']);
    await clerk.command(id, 'FORWARD', { unitId: leadOf(registered) });
    const people = [
      clerk,
      handler,
      await product.as('housing-construction.430407.head'),
      await product.as('supervisor'),
      await product.as('auditor'),
    ];
    expect(await Promise.all(people.map((one) => nameSeenBy(one, id)))).toEqual(['测**', '测试人甲', '测试人甲', '测**', '测**']);
    for (const one of people) expect((await one.get(`/api/cases/${id}`)).text).not.toContain('13900004321');
  });

  it('of a confidential case stay with the centre', async () => {
    const id = await forwarded({ confidential: true });
    expect([await nameSeenBy(clerk, id), await nameSeenBy(handler, id)]).toEqual(['测试人甲', '测**']);
  });
});

describe('a sealed case', () => {
  const accusation = { class: 'ACCUSATION', route: undefined, procedure: undefined, title: '反映违纪', categoryCode: '050401' };

  it('is told to its registrar, then to its holder and, without content, to the auditor; to nobody else in any way', async () => {
    const others = await Promise.all(
      ['clerk2', 'supervisor', 'leader', 'housing-construction.430407.handler', 'operator', 'admin'].map((one) => product.as(one)),
    );
    const figures = async (): Promise<unknown> => (await (await product.as('supervisor')).get('/api/indicators')).body;
    const before = await figures();
    const registered = await register(accusation);
    const id = field(registered, 'id');
    const auditor = await product.as('auditor');
    expect((await clerk.get(`/api/cases/${id}`)).body['title']).toBe('反映违纪');
    expect((await auditor.get(`/api/cases/${id}`)).status).toBe(404);

    const passedOn = await clerk.command(id, 'FORWARD', { unitId: leadOf(registered) });
    expect(passedOn.status).toBe(200);
    expect(passedOn.body).toMatchObject({ state: 'transferred', facts: [], deadlines: [] });
    for (const one of [...others, clerk]) {
      for (const path of ['', '/history', '/diagram', '/verify']) expect((await one.get(`/api/cases/${id}${path}`)).status).toBe(404);
      expect((await one.command(id, 'CONFIRM_RECEIPT')).status).toBe(404);
      expect((await one.get('/api/cases?limit=200')).text).not.toContain(id);
      expect((await one.get('/api/inbox')).text).not.toContain(id);
    }
    expect(await figures()).toEqual(before);

    const seen = await auditor.get(`/api/cases/${id}`);
    expect(seen.body).toMatchObject({ redacted: true, title: '', parties: [], documents: [], categoryCode: '' });
    const history = await auditor.get(`/api/cases/${id}/history`);
    expect(history.text).not.toMatch(/违纪|050401|430407/);
    const holder = await product.as(`discipline.${String(registered.body['routing']?.['lead']?.['division'])}.handler`);
    expect((await holder.get(`/api/cases/${id}`)).body['title']).toBe('反映违纪');
    expect((await holder.get('/api/cases')).text).toContain('反映违纪');
  });

  it('seals its past: RECLASSIFY takes it from everybody and lists who had read it', async () => {
    const id = field(await register({ title: '原是诉求' }), 'id');
    const clerk2 = await product.as('clerk2');
    expect((await clerk2.get(`/api/cases/${id}`)).status).toBe(200);
    const sealed = await clerk.command(id, 'RECLASSIFY', { class: 'ACCUSATION', reason: '实为检举' });
    expect(sealed.status).toBe(200);
    expect(JSON.stringify(sealed.body['readBy'])).toContain('clerk2');
    expect((await clerk2.get(`/api/cases/${id}`)).status).toBe(404);
    expect((await clerk2.get('/api/cases?q=原是诉求&count=true')).body['total']).toEqual({ count: 0, capped: false });
    expect((await clerk2.post('/api/cases/preview', intake(now, { title: '原是诉求' }))).text).not.toContain(id);
  });

  it('never stays with a unit that it is about', async () => {
    const centre = (await clerk.get('/api/directory/units?function=governance-centre&division=430400')).body['items']?.[0];
    const parties = [
      { role: 'petitioner', kind: 'person', name: '测试人乙' },
      { role: 'respondent', kind: 'organisation', name: '中心', unitId: String(centre?.['id']) },
    ];
    const registered = await register({ ...accusation, parties });
    expect((await clerk.get(`/api/cases/${field(registered, 'id')}`)).status).toBe(404);
  });
});

describe('an Idempotency-Key', () => {
  it('gives the same answer again, refuses another body, and belongs to one user and route', async () => {
    const key = 'journey-1';
    const first = await clerk.post('/api/cases', intake(now), { key });
    const again = await clerk.post('/api/cases', intake(now), { key });
    expect([again.status, again.text]).toEqual([201, first.text]);
    const reordered = Object.fromEntries(Object.entries(intake(now)).reverse());
    expect((await clerk.post('/api/cases', reordered, { key })).text).toBe(first.text);
    const other = await clerk.post('/api/cases', intake(now, { title: '另一件' }), { key });
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency.key_reused']);
    expect(field(await (await product.as('clerk2')).post('/api/cases', intake(now), { key }), 'id')).not.toBe(field(first, 'id'));
    expect((await clerk.post('/api/cases', intake(now), { key: 'k'.repeat(129) })).body['code']).toBe('idempotency.invalid_key');
  });

  it('lets the second of two at once wait for the outcome of the first', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => clerk.post('/api/cases', intake(now), { key: 'at once' })));
    expect(new Set(answers.map((one) => one.text)).size).toBe(1);
  });

  it('records refusals, but never a 400 or a 404', async () => {
    const id = field(await register(), 'id');
    const refused = await clerk.command(id, 'ARCHIVE', {}, {}, { key: 'refused' });
    const replayed = await clerk.command(id, 'ARCHIVE', {}, {}, { key: 'refused' });
    expect([refused.status, replayed.status]).toEqual([409, 409]);
    expect({ ...replayed.body, requestId: null }).toEqual({ ...refused.body, requestId: null });
    expect((await clerk.command(id, 'ASSIGN', { unitId: id, dueDate: '2026-02-01' }, {}, { key: 'free again' })).status).toBe(400);
    expect((await clerk.command(id, 'WITHDRAW', {}, {}, { key: 'free again' })).status).toBe(400);
    expect((await clerk.post('/api/cases', intake(now), { key: 'free again' })).status).toBe(201);
  });
});

describe('lists', () => {
  it('page through every case once, in a stable order, for every sort', async () => {
    for (let i = 0; i < 7; i++) await register({ title: `翻页${String(i)}` });
    for (const sort of ['-received', 'received', 'due', '-due', 'registered', '-registered']) {
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const page = await clerk.get(`/api/cases?q=翻页&limit=3&sort=${sort}${cursor}`);
        seen.push(...(page.body['items'] as unknown as { id: string }[]).map((one) => one.id));
        if (page.text.includes('"nextCursor":null')) break;
        cursor = `&cursor=${encodeURIComponent(field(page, 'nextCursor'))}`;
      }
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
    }
  });

  it('don’t take another list’s cursor', async () => {
    const cursor = field(await clerk.get('/api/cases?limit=1'), 'nextCursor');
    expect((await clerk.get(`/api/cases?limit=1&class=CLAIM&cursor=${cursor}`)).body['code']).toBe('request.invalid_cursor');
    expect((await (await product.as('clerk2')).get(`/api/cases?limit=1&cursor=${cursor}`)).body['code']).toBe('request.invalid_cursor');
  });
});

describe('the public', () => {
  it('files, follows, adds, withdraws and takes it back', async () => {
    const { class: _c, route: _r, procedure: _p, ...matter } = intake(now, { channel: 'online', title: '路灯不亮' });
    const filed = await product.nobody.post('/api/public/cases', matter);
    expect(filed.status).toBe(201);
    const act = (type: string, payload: unknown = {}): Promise<Answer> =>
      product.nobody.post('/api/public/commands', { queryCode: filed.body['queryCode'], phoneLast4: '4321', type, payload });
    expect((await act('ADD_MATERIAL', { text: '补充一张照片的说明' })).status).toBe(200);
    expect((await act('REQUEST_REVIEW', { reason: '太早' })).body['code']).toBe('case.command_refused');
    expect((await act('WITHDRAW')).body['state']).toBe('withdrawn');
    expect((await act('UNDO_WITHDRAW')).body['state']).toBe('registered');
    expect((await act('FORWARD', { unitId: leadOf(filed) })).status).toBe(400);
    expect((await act('REQUEST_REVIEW', { reason: 'x', receivedOn: '2025-12-01' })).status).toBe(400);
  });
});

it('live updates tell the unit concerned by ids alone', async () => {
  const lines: string[] = [];
  const stop = new AbortController();
  const response = await fetch(`${product.app.url}/api/stream`, {
    headers: { authorization: `Bearer ${handler.token ?? ''}` },
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      lines.push(decoder.decode(chunk as Uint8Array));
      if (lines.join('').includes('event: inbox')) return;
    }
  })();
  const id = await forwarded({ title: '直播可见' });
  await heard;
  stop.abort();
  const text = lines.join('');
  expect(text).toContain('event: heartbeat');
  expect(text).toContain(`"id":"${id}"`);
  expect(text).not.toMatch(/直播可见|测试人甲/);
});

it('a person who recused himself acts no more, another of the unit does', async () => {
  const id = await forwarded();
  expect((await handler.command(id, 'RECUSE', { reason: '当事人亲属' })).status).toBe(200);
  expect((await handler.command(id, 'ACCEPT')).body['code']).toBe('case.person_recused');
  expect((await (await product.as('housing-construction.430407.head')).command(id, 'ACCEPT')).body['state']).toBe('handling');
});

it('every word of a case is out of the answers’ figures and out of the log', async () => {
  await register({ title: '日志里不许出现' });
  const metrics = (await product.nobody.get('/metrics')).text;
  expect(metrics).not.toMatch(/430407|housing|CLAIM/);
  expect(product.app.output).not.toMatch(/日志里不许出现|测试人甲|13900004321/);
});

it('keys and sessions outlive the process', async () => {
  const first = await clerk.post('/api/cases', intake(now), { key: 'across a restart' });
  expect(await product.app.stop()).toBe(0);
  await product.app.start();
  expect((await clerk.post('/api/cases', intake(now), { key: 'across a restart' })).text).toBe(first.text);
}, 60_000);
