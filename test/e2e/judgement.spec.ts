import { intake, Product } from './product.ts';
import type { Answer, Body, Client } from './product.ts';

let product: Product;
let clerk: Client;
let now: string;
beforeAll(async () => {
  product = await Product.start();
  [clerk, now] = [await product.as('clerk'), await product.now()];
}, 120_000);
afterAll(async () => {
  await product.stop();
}, 60_000);

const plant = (patch: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...intake(now),
  // Nobody named: what the texts say decides alone.
  parties: [],
  categoryCode: '040203',
  title: '滨江丽苑小区旁新建搅拌站噪音扬尘扰民',
  narrative: '滨江丽苑旁边五十米新建了一座混凝土搅拌站，昼夜开工，噪音和扬尘影响居民，请求关停。',
  ...patch,
});
/** The same matter, told by somebody else. */
const retold = (patch: Record<string, unknown> = {}): Record<string, unknown> =>
  plant({
    title: '强烈要求关停滨江丽苑附近的搅拌站',
    narrative: '搅拌站建在滨江丽苑居民区附近，机器轰鸣，老人孩子睡不好，扬尘不敢开窗。',
    ...patch,
  });
const listOf = (list: readonly Body[] | undefined): readonly Body[] => list ?? [];
const duplicatesOf = async (who: Client, body: unknown): Promise<readonly Body[]> => {
  const answer = await who.post('/api/cases/preview', body);
  expect(answer.status).toBe(200);
  return listOf(answer.body['duplicates']);
};
const idOf = ({ status, body }: Answer): string => {
  expect(status).toBe(201);
  return String(body['id']);
};

it('proposes an earlier case of the same matter told in other words, with reasons in both languages', async () => {
  const id = idOf(await clerk.post('/api/cases', plant()));
  const [first] = await duplicatesOf(clerk, retold());
  expect(first).toMatchObject({ id, reasons: expect.arrayContaining([expect.objectContaining({ rule: 'title-said' })]) });
  for (const reason of listOf(first?.['reasons'])) expect([reason['zh'], reason['en']]).toEqual([expect.any(String), expect.any(String)]);
  expect(
    await duplicatesOf(
      clerk,
      plant({ categoryCode: '010903', title: '滨江丽苑小区电梯停运', narrative: '三号楼电梯停运两个月，物业不修。' }),
    ),
  ).toEqual([]);
});

it('proposes nothing that the person may not know of', async () => {
  const elsewhere = await product.as('petition-office.430421.handler');
  expect(await duplicatesOf(elsewhere, retold())).toEqual([]);
});

it('never proposes a sealed case, not even to who registered it, and forgets one that was sealed later', async () => {
  const accusation = { title: '举报某局长收受搅拌站老板贿赂', narrative: '某局长收受远山搅拌站老板贿赂，违规审批，请求查处。' };
  idOf(await clerk.post('/api/cases', plant({ ...accusation, class: 'ACCUSATION', route: undefined, procedure: undefined })));
  expect(await duplicatesOf(clerk, plant({ ...accusation, class: 'ACCUSATION', route: undefined, procedure: undefined }))).toEqual([]);

  const later = plant({ title: '青松街道古桥拆除没有公示', narrative: '青松街道的古桥被拆除，事前没有公示，请求说明依据。' });
  const id = idOf(await clerk.post('/api/cases', later));
  expect((await duplicatesOf(clerk, later)).map((one) => one['id'])).toEqual([id]);
  const reclassified = await clerk.post(`/api/cases/${id}/commands`, {
    type: 'RECLASSIFY',
    payload: { class: 'ACCUSATION', reason: '实为检举工作人员违法拆除' },
  });
  expect(reclassified.status).toBe(200);
  expect(await duplicatesOf(clerk, later)).toEqual([]);
});

it('suggests a category with the words that decided it, and decides nothing by itself', async () => {
  const wages = plant({
    title: '老板拖欠工资半年不给',
    narrative: '我在工地做了半年，老板拖欠工资，多次讨要没有结果，请求劳动部门处理。',
    categoryCode: undefined,
  });
  const { body } = await clerk.post('/api/cases/preview', wages);
  const [first] = listOf(body['suggestions']);
  expect(String(body['categoryCode'])).toMatch(/^15/);
  expect(first?.['categoryCode']).toBe(body['categoryCode']);
  expect(first?.['words']).toEqual(expect.arrayContaining(['工资']));
  expect(Number(first?.['confidence'])).toBeGreaterThan(0.5);
  const registered = await clerk.post('/api/cases', wages);
  expect([registered.status, registered.body['categoryCode']]).toEqual([201, '990000']);
  expect(registered.body['suggestion']?.['categoryCode']?.['value']).toBe(body['categoryCode']);
});
