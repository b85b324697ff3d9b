import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '#libs/ledger';
import type { LedgerRecord } from '#libs/ledger';
import { intake, Product } from './product.ts';

const RECEIVED = '2026-01-05T08:30:00+08:00';
/** What an export leaves out, an import has to be told. */
const MAP = JSON.stringify({ columns: { narrative: '标题' } });
let product: Product;
let folder: string;
beforeAll(async () => {
  product = await Product.start();
  folder = mkdtempSync(join(tmpdir(), 'jiefen-export-'));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(await product.stop()).toBe(0);
}, 60_000);

async function exported(username: string, format: 'csv' | 'xlsx', query = ''): Promise<readonly LedgerRecord[]> {
  const { token } = await product.as(username);
  const response = await fetch(`${product.app.url}/api/cases/export?format=${format}${query}`, {
    headers: { authorization: `Bearer ${token ?? ''}` },
  });
  expect([response.status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining(`.${format}"`)]);
  const path = join(folder, `export.${format}`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  const records: LedgerRecord[] = [];
  for await (const record of (await openLedger(path, MAP)).records) records.push(record);
  return records;
}

describe('the list of cases as a file', () => {
  it('holds what the list holds, as CSV and as XLSX, in a form that an import reads; nothing sealed, no party', async () => {
    const clerk = await product.as('clerk');
    const titles = ['楼道照明长期损坏', '=HYPERLINK("http://x","点我")', '噪声扰民'];
    for (const title of titles) expect((await clerk.post('/api/cases', intake(RECEIVED, { title }))).status).toBe(201);
    const accusation = { class: 'ACCUSATION', route: undefined, procedure: 'accusation', categoryCode: '050401', title: '举报某单位' };
    expect((await clerk.post('/api/cases', intake(RECEIVED, accusation))).status).toBe(201);

    const [csv, xlsx] = [await exported('clerk', 'csv'), await exported('clerk', 'xlsx')];
    for (const records of [csv, xlsx]) {
      expect(records).toHaveLength(3);
      expect(records.map(({ broken }) => broken)).toEqual([null, null, null]);
      expect(records[0]?.cells).toMatchObject({
        receivedAt: '2026-01-05 08:30:00',
        divisionCode: '430407',
        channel: 'visit',
        category: '010903',
        headcount: '1',
      });
      const text = JSON.stringify(records);
      for (const secret of ['测试人甲', '13900004321', '举报', '没有修复', '某街道']) expect(text).not.toContain(secret);
    }
    const titled = (records: readonly LedgerRecord[]): readonly (string | undefined)[] => records.map(({ cells }) => cells.title).sort();
    expect(titled(xlsx)).toEqual([...titles].sort());
    // CSV has no types: what would be a formula carries an apostrophe.
    expect(titled(csv)).toContain(`'${titles[1] ?? ''}`);
    const filtered = await exported('clerk', 'csv', `&q=${encodeURIComponent('噪声')}`);
    expect(filtered.map(({ cells }) => cells.title)).toEqual(['噪声扰民']);
  }, 60_000);

  it('is for staff who see cases, and every one taken is written down without what was searched for', async () => {
    expect((await product.nobody.get('/api/cases/export?format=csv')).status).toBe(401);
    expect((await (await product.as('clerk')).get('/api/cases/export?format=pdf')).status).toBe(400);
    for (const username of ['admin', 'operator'])
      expect((await (await product.as(username)).get('/api/cases/export?format=csv')).status).toBe(403);
    const { body } = await (await product.as('auditor')).get('/api/admin/audit?action=cases.exported');
    expect(JSON.stringify(body)).not.toContain('噪声');
    expect(body['items']).toMatchObject([
      { object: 'csv', data: { rows: 1, filters: ['q'] } },
      { object: 'xlsx', data: { rows: 3 } },
      { object: 'csv' },
    ]);
  }, 60_000);
});
