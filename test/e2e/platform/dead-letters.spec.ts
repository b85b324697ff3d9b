import pg from 'pg';
import { ownerUrl } from '../../support/embedded-cluster.ts';
import { Product } from '../product.ts';

let product: Product;
let database: pg.Client;
beforeAll(async () => {
  product = await Product.start();
  database = new pg.Client(ownerUrl(product.dataDir));
  await database.connect();
}, 120_000);
afterAll(async () => {
  await database.end();
  expect(await product.stop()).toBe(0);
}, 60_000);

/** A rung that the sweep has given up. */
async function buried(): Promise<void> {
  await database.query(
    `insert into jiefen.dead_letters (source, message_id, reason, payload, attempts)
     values ('sweep', gen_random_uuid() || ':1', 'deadline.stale', '{}', 5)`,
  );
}

it('operators see what was given up and put it back, once, with a reason in the audit trail', async () => {
  await buried();
  const operator = await product.as('operator');
  const { body } = await operator.get('/api/dead-letters');
  expect(body['items']).toEqual([
    { id: expect.any(String) as string, source: 'sweep', reason: 'deadline.stale', attempts: 5, createdAt: expect.any(String) as string },
  ]);
  const path = `/api/dead-letters/${String(body['items']?.[0]?.['id'])}/redrive`;
  expect((await operator.post(path, {})).status).toBe(400);
  expect((await operator.post(path, { reason: 'the rule pack was mended' })).status).toBe(200);
  const again = await operator.post(path, { reason: 'once more' });
  expect([again.status, again.body['code']]).toEqual([409, 'dead_letter.redriven']);
  expect((await operator.get('/api/dead-letters')).body['items']).toEqual([]);
  const audit = await (await product.as('auditor')).get('/api/admin/audit?action=dead-letter.redriven');
  expect(audit.body['items']?.[0]?.['data']).toEqual({ reason: 'the rule pack was mended' });
});

it('is for operators alone, and knows what does not exist', async () => {
  await buried();
  const clerk = await product.as('clerk');
  expect((await clerk.get('/api/dead-letters')).status).toBe(403);
  expect((await product.nobody.get('/api/dead-letters')).status).toBe(401);
  const operator = await product.as('operator');
  const unknown = await operator.post('/api/dead-letters/00000000-0000-8000-8000-0000ffffffff/redrive', { reason: 'x' });
  expect([unknown.status, unknown.body['code']]).toEqual([404, 'dead_letter.not_found']);
  expect((await operator.get('/api/dead-letters?limit=201')).status).toBe(400);
});
