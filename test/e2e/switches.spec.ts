import { RULE_PACKS } from '#libs/domain';
import { until } from '../support/until.ts';
import type { Body } from './product.ts';
import { intake, Product } from './product.ts';

const CASES = 250;
const RECEIVED = '2026-01-05T08:30:00+08:00';
let product: Product;
beforeAll(async () => {
  product = await Product.start();
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

/** The pack of 2022 with 30 days to pass a matter on, as an administrator would upload it. */
function pack(): Readonly<Record<string, unknown>> {
  const national = RULE_PACKS.find(({ id }) => id === 'national-2022');
  const rules = (national?.rules ?? []).map(({ region: _region, effectiveFrom: _from, effectiveTo: _to, ...rule }) => ({
    ...rule,
    ...(rule.id === 'PET-FWD' ? { amount: 30 } : {}),
  }));
  return {
    id: 'national-2026',
    title: { zh: '《信访工作条例》（2026年修订）', en: 'Regulation on Petition Work, revised 2026' },
    region: 'CN',
    effectiveFrom: '2026-01-05',
    effectiveTo: null,
    supersedes: 'national-2022',
    runningClocks: 'lengthen',
    rules,
  };
}

describe('a rule pack switched while cases run', () => {
  it('is previewed, confirmed by somebody else, and moves every case once, though the product is killed in the middle', async () => {
    const [clerk, admin, leader] = await Promise.all([product.as('clerk'), product.as('admin'), product.as('leader')]);
    const made = await Promise.all(Array.from({ length: CASES }, () => clerk.post('/api/cases', intake(RECEIVED))));
    const ids = made.map(({ body }) => String(body['id']));

    const proposal = { kind: 'new-rule-pack', rulePack: pack(), running: true, reason: '条例修订' };
    for (const other of [clerk, leader]) expect((await other.post('/api/admin/switches', proposal)).status).toBe(403);
    expect((await admin.post('/api/admin/switches', { ...proposal, rulePack: { ...pack(), rules: [] } })).status).toBe(400);
    const preview = await admin.post('/api/admin/switches', proposal);
    expect([preview.status, preview.body]).toMatchObject([
      200,
      { state: 'previewed', totals: { cases: CASES, moving: CASES, clocks: { later: CASES } } },
    ]);
    const path = `/api/admin/switches/${String(preview.body['id'])}`;
    const seen: Body[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await leader.get(`${path}/items?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...(body['items'] as unknown as readonly Body[]));
      cursor = body['nextCursor'] as unknown as string | null;
    }
    expect(seen.map((item) => String(item['caseId'])).sort()).toEqual([...ids].sort());
    expect(seen[0]?.['clocks']?.[0]).toMatchObject({
      rule: 'PET-FWD',
      from: '2026-01-20',
      to: '2026-02-04',
      after: { rulePack: 'national-2026' },
    });

    const confirmation = { digest: String(preview.body['digest']), reason: '同意施行' };
    expect([
      (await admin.post(`${path}/confirm`, confirmation)).status,
      (await clerk.post(`${path}/confirm`, confirmation)).status,
    ]).toEqual([403, 403]);
    expect((await leader.post(`${path}/confirm`, { ...confirmation, digest: '0'.repeat(64) })).body).toMatchObject({
      code: 'switch.stale',
    });
    expect((await leader.post(`${path}/confirm`, confirmation)).body).toMatchObject({ state: 'running', edition: 2 });
    const fresh = await clerk.post('/api/cases', intake(RECEIVED));
    expect(fresh.body['deadlines']?.[0]).toMatchObject({ rulePack: 'national-2026', dueDate: '2026-02-04' });

    await product.app.kill();
    await product.app.start();
    const done = await until(
      'the switch is carried out',
      () => leader.get(path),
      ({ body }) => (body['state'] as unknown) === 'done',
    );
    expect(done.body).toMatchObject({ outcomes: { moved: CASES }, left: 0 });
    for (const id of ids.slice(0, 40)) {
      const history = (await clerk.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly { readonly type: string }[];
      expect(history.map(({ type }) => type)).toEqual(['case.registered', 'deadline.rebased']);
      expect((await clerk.get(`/api/cases/${id}/verify`)).body).toMatchObject({ valid: true, length: 2 });
    }
    const { body } = await (await product.as('auditor')).get('/api/admin/audit?action=law.switched');
    expect(body['items']).toMatchObject([{ object: 'national-2026', data: { reason: '同意施行', edition: 2 } }]);
    expect((await leader.get('/api/admin/law')).body).toMatchObject({
      edition: 2,
      rulePacks: expect.arrayContaining([expect.objectContaining({ id: 'national-2026', inForce: true, shipped: false })]) as unknown,
    });
  }, 120_000);
});
