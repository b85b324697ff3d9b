import type { Page } from 'playwright-core';
import { City, DESK, PHONE, violations } from './city.ts';
import { Counter } from './pages/counter.ts';
import { Staff } from './pages/staff.ts';
import { openRecords, type Records } from './records.ts';

const TIMEOUT = 120_000;

const THEMES = [
  { theme: 'light', dark: false },
  { theme: 'dark', dark: true },
] as const;

interface StaffPage {
  readonly name: string;
  readonly user: string;
  readonly path: (caseId: string, records: Records) => string;
  readonly ready: (page: Page) => Promise<void>;
}

/** Who looks at the page of which record. */
const RECORD_PAGES: readonly (readonly [record: keyof Records, user: string])[] = [
  ['supervision', 'supervisor'],
  ['letter', 'housing-construction.430407.handler'],
  ['meeting', 'clerk'],
  ['jurisdiction', 'housing-construction.430407.handler'],
  ['urgent', 'clerk'],
  ['mediation', 'mediator.430407'],
  ['hotline', 'clerk'],
];

const STAFF_PAGES: readonly StaffPage[] = [
  { name: 'intake', user: 'clerk', path: () => '/intake', ready: (page) => page.getByLabel('标题').waitFor() },
  {
    name: 'intake with a month to choose from',
    user: 'clerk',
    path: () => '/intake',
    ready: async (page) => {
      await page.getByRole('button', { name: '选择日期' }).click();
      await page.getByRole('dialog', { name: '选择日期' }).waitFor();
    },
  },
  { name: 'work', user: 'clerk', path: () => '/work', ready: (page) => page.getByRole('table').waitFor() },
  { name: 'cases, none matching', user: 'clerk', path: () => '/cases?overdue=true', ready: (page) => page.getByText('没有符合').waitFor() },
  {
    name: 'case with an open form and a derivation',
    user: 'clerk',
    path: (id) => `/cases/${id}?act=FORWARD`,
    ready: async (page) => {
      await page.getByLabel('去往单位').waitFor();
      await page.getByRole('button', { name: '怎么算的' }).first().click();
      await page.locator('.timeline li').first().waitFor();
    },
  },
  { name: 'chart', user: 'clerk', path: (id) => `/cases/${id}?tab=chart`, ready: (page) => page.locator('.chart img').waitFor() },
  {
    name: 'no such case',
    user: 'clerk',
    path: () => '/cases/00000000-0000-7000-8000-000000000000',
    ready: (page) => page.getByText('没有这件案件').waitFor(),
  },
  { name: 'queues', user: 'operator', path: () => '/ops', ready: (page) => page.getByText('死信').waitFor() },
  { name: 'law', user: 'admin', path: () => '/law', ready: (page) => page.getByRole('button', { name: '预览' }).waitFor() },
  { name: 'channels', user: 'admin', path: () => '/channels', ready: (page) => page.getByRole('button', { name: '添加订阅' }).waitFor() },
  { name: 'contacts', user: 'clerk', path: () => '/contacts', ready: (page) => page.getByRole('button', { name: '保存' }).waitFor() },
  {
    name: 'supervision with the form of a yellow card',
    user: 'supervisor',
    path: () => '/supervision',
    ready: async (page) => {
      await page.getByRole('button', { name: '黄牌警告一个单位' }).click();
      await page.getByLabel('决议或通知文号').waitFor();
      await page.getByRole('region', { name: '督办台账' }).getByRole('link').first().waitFor();
    },
  },
  {
    name: 'a group being formed',
    user: 'supervisor',
    path: () => '/supervision',
    ready: async (page) => {
      await page.getByRole('button', { name: '成立督导组或专班' }).click();
      await page.getByLabel('身份').waitFor();
    },
  },
  { name: 'meetings', user: 'clerk', path: () => '/meetings', ready: (page) => page.getByText('照明协调会').waitFor() },
  { name: 'urgent matters', user: 'clerk', path: () => '/urgent', ready: (page) => page.getByText('公共安全').waitFor() },
  {
    name: 'registers',
    user: 'supervisor',
    path: () => '/registers',
    ready: (page) => page.getByRole('heading', { name: '调解协助人员名册' }).waitFor(),
  },
  {
    name: 'visits and surveys',
    user: 'supervisor',
    path: () => '/outreach',
    ready: (page) => page.getByRole('heading', { name: '满意度测评' }).waitFor(),
  },
  {
    name: 'audit',
    user: 'auditor',
    path: () => '/audit',
    ready: (page) => page.getByRole('table').or(page.getByText('没有记录')).waitFor(),
  },
  { name: 'accounts', user: 'admin', path: () => '/accounts', ready: (page) => page.getByRole('table').waitFor() },
  { name: 'routing rules', user: 'admin', path: () => '/routing', ready: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  { name: 'no permission', user: 'operator', path: () => '/cases', ready: (page) => page.getByText('您的角色没有这一页').waitFor() },
  { name: 'administrator', user: 'admin', path: () => '/', ready: (page) => page.getByText('不阅看案件内容').waitFor() },
];

/** Pages of one case or record each: what is particular to them has no colour of its own, so one theme shows it. */
const CASE_PAGES: readonly StaffPage[] = [
  ...RECORD_PAGES.map(([record, user]): StaffPage => ({
    name: `case page: ${record}`,
    user,
    path: (_, records) => `/cases/${records[record]}`,
    ready: (page) => page.locator('.timeline li').first().waitFor(),
  })),
  {
    name: 'case page: letters',
    user: 'clerk',
    path: (_, { petition }) => `/cases/${petition}?tab=letters`,
    ready: (page) => page.locator('[data-letter]').first().waitFor(),
  },
  {
    name: 'case page: responsibility',
    user: 'supervisor',
    path: (_, { petition }) => `/cases/${petition}?tab=responsibility`,
    ready: (page) => page.getByText('下载（CSV）').waitFor(),
  },
];

describe('every page passes axe, WCAG 2.2 AA', () => {
  let city: City;
  let id: string;
  let records: Records;

  beforeAll(async () => {
    city = await City.open();
    const { context, page } = await city.visitor();
    const counter = new Counter(page);
    await new Staff(page).login('clerk');
    await counter.fill({
      title: '小区电梯停运',
      narrative: '三号楼两部电梯停运两个月，请求督促维修。',
      county: '珠晖区',
      name: '周师傅',
      phone: '13800001234',
    });
    ({ id } = await counter.register());
    await context.close();
    records = await openRecords(city.url);
  }, TIMEOUT);
  afterAll(async () => {
    await city.close();
  }, TIMEOUT);
  afterEach(() => {
    expect(city.complaints).toEqual([]);
  });

  it(
    'stacks a case on a phone: acts first, nothing wider than the screen',
    async () => {
      const { context, page } = await city.visitor(PHONE);
      await new Staff(page).login('clerk', `/cases/${id}`);
      const acts = await page.locator('.actions-panel').boundingBox();
      const clocks = await page.getByRole('region', { name: '期限' }).boundingBox();
      expect(acts?.width).toBeGreaterThan(PHONE.width * 0.8);
      expect(clocks?.y).toBeGreaterThan(acts?.y ?? Infinity);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'folds the filters of a list on a phone, and keeps them open while one chooses',
    async () => {
      const { context, page } = await city.visitor(PHONE);
      await new Staff(page).login('clerk', '/cases');
      await page.getByRole('table').waitFor();
      expect(await page.getByRole('search').isVisible()).toBe(false);
      await page.getByRole('button', { name: '筛选' }).click();
      await page.getByLabel('状态').selectOption('registered');
      await page.getByRole('button', { name: '筛选（已用 1 项）' }).waitFor();
      expect(await page.getByRole('search').isVisible()).toBe(true);
      expect(await page.title()).toBe('案件 · 解纷');
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'turns registers into cards on a phone, and takes what is entered there',
    async () => {
      const { context, page } = await city.visitor(PHONE);
      await new Staff(page).login('supervisor', '/supervision');
      const ledger = page.getByRole('region', { name: '督办台账' });
      await ledger.getByRole('link').first().waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      await page.getByRole('button', { name: '黄牌警告一个单位' }).click();
      const form = page.getByRole('form', { name: '黄牌警告一个单位' });
      await form.getByLabel('单位').pressSequentially('石鼓区教育局');
      await page.getByTitle('石鼓区教育局').click();
      await form.getByLabel('理由').fill('三件督办事项逾期未回复。');
      await form.getByLabel('决议或通知文号').fill('no number!');
      await form.getByLabel('至', { exact: true }).fill('2026-02-05');
      const send = form.getByRole('button', { name: '黄牌警告一个单位' });
      await send.click();
      await form.getByText('请填写文号').waitFor();
      await form.getByLabel('决议或通知文号').fill('衡信联〔2026〕5号');
      await send.click();
      await page.getByRole('region', { name: '黄牌警告' }).getByText('生效中').waitFor();
      await page.getByRole('button', { name: '解除' }).click();
      await page.getByLabel('解除理由').fill('三件事项均已销号。');
      await page.getByRole('form', { name: '解除' }).getByRole('button', { name: '解除' }).click();
      await page.getByText('已解除').waitFor();
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
    TIMEOUT,
  );

  it.each(CASE_PAGES)(
    '$name',
    async ({ user, path, ready }) => {
      const { context, page } = await city.visitor();
      await new Staff(page).login(user, path(id, records));
      await ready(page);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
    TIMEOUT,
  );

  describe.each(THEMES)('in $theme', ({ dark }) => {
    it.each(STAFF_PAGES)(
      'staff: $name',
      async ({ user, path, ready }) => {
        const { context, page } = await city.visitor(DESK, dark);
        await new Staff(page).login(user, path(id, records));
        await ready(page);
        expect(await violations(page)).toEqual([]);
        await context.close();
      },
      TIMEOUT,
    );

    it.each(['/login', '/p', '/p/file', '/p/track', '/p/calls', '/p/survey'])(
      'anybody, on a phone: %s',
      async (path) => {
        const { context, page } = await city.visitor(PHONE, dark);
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        expect(await violations(page)).toEqual([]);
        await context.close();
      },
      TIMEOUT,
    );
  });
});
