import { jest } from '@jest/globals';
import type { Viewer } from '#libs/access';
import { CaseList } from '../../../apps/api/src/cases/case-list.ts';
import { Cursors } from '../../../apps/api/src/http/cursor.ts';
import { done, engineCity, intake, openEngine, TEST_MASTER_KEY } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
// Before the server's own end.
afterAll(async () => {
  await open.close();
  await database.drop();
});
const server = ownServer();
let database: TestDatabase;
let open: OpenEngine;
let list: CaseList;
const clerk: Viewer = {
  userId: city.clerk.userId ?? '',
  username: 'clerk',
  displayName: '',
  roles: ['clerk'],
  unit: { id: city.clerk.unitId ?? '', name: '', function: 'governance-centre', division: '430400' },
};
const TITLES = ['电梯停运', '拖欠工资', '小区电梯噪声', '路灯不亮', 'APP 注册失败', '天然气开户'];
const WHEN = `case when overdue then '-infinity' else coalesce(next_due_at, '9999-01-01Z') end`;
/** Where nothing is due, in the order of receipt. */
const WITHOUT_CLOCK = 'case when not overdue and next_due_at is null then received_at end';

beforeAll(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-03-20T01:00:00Z'");
  open = await openEngine(database.url, city);
  list = new CaseList(open.readPool, new Cursors({ masterKey: TEST_MASTER_KEY }));
  // Received on days whose forwarding is overdue, is due on the same day, or later; every fourth one has been led elsewhere.
  for (let i = 0; i < 24; i++) {
    const receivedAt = `2026-03-${String(1 + (i % 12)).padStart(2, '0')}T01:00:00.000Z`;
    const { caseId } = done(
      await open.engine.register(intake(city, { receivedAt, title: `${TITLES[i % TITLES.length] ?? ''}${String(i)}` })),
    );
    const guide = { route: 'LITIGATION', organ: '衡阳县人民法院', reason: '属于诉讼事项。' };
    if (i % 4 === 3) done(await open.engine.execute({ caseId, actor: city.clerk, type: 'GUIDE', payload: guide }));
  }
  while ((await open.engine.fireDue({ limit: 500 })).climbed > 0);
});
async function all(query: Parameters<CaseList['page']>[1]): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list.page(clerk, { ...query, limit: 5, ...(cursor === undefined ? {} : { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

const idsBy = async (sql: string): Promise<readonly string[]> =>
  (await database.owner.query<{ id: string }>(`select id from jiefen.cases ${sql}`)).rows.map(({ id }) => id);

it.each([
  ['received', 'received_at, id'],
  ['-received', 'received_at desc, id desc'],
  ['registered', 'registered_at, id'],
  ['due', `${WHEN}, ${WITHOUT_CLOCK}, id`],
  ['-due', `${WHEN} desc, ${WITHOUT_CLOCK} desc, id desc`],
] as const)('lists by %s in whole, page after page', async (sort, by) => {
  const { rows } = await database.owner.query<{ overdue: boolean; clock: boolean; n: number }>(
    'select overdue, next_due_at is not null as clock, count(*)::int as n from jiefen.cases group by 1, 2',
  );
  expect(rows.length).toBe(3);
  expect(await all({ sort })).toEqual(await idsBy(`order by ${by}`));
});

it.each([
  [{ overdue: 'true' }, 'where overdue'],
  [{ overdue: 'false' }, 'where not overdue'],
  [{ state: 'guided' }, "where state = 'guided'"],
  [{ state: 'registered' }, "where state = 'registered'"],
  [{ q: '电梯' }, "where title like '%电梯%'"],
  [{ q: '区电梯噪' }, "where title like '%区电梯噪%'"],
  [{ q: 'app' }, "where title like 'APP%'"],
  [{ q: '梯' }, "where title like '%梯%'"],
  [{ q: '火星' }, 'where false'],
] as const)('finds %j', async (query, where) => {
  for (const sort of ['received', 'due'] as const) expect(new Set(await all({ ...query, sort }))).toEqual(new Set(await idsBy(where)));
});

it('finds a case by the last digits of its number', async () => {
  const [{ id, case_no: no } = { id: '', case_no: '' }] = (
    await database.owner.query<{ id: string; case_no: string }>('select id, case_no from jiefen.cases limit 1')
  ).rows;
  for (const q of [no, no.toLowerCase(), no.slice(-4)]) expect(await all({ q })).toContain(id);
});
