import type { Page } from 'playwright-core';
import { City, DESK, PHONE, violations } from './city.ts';
import { Counter } from './pages/counter.ts';
import { Staff } from './pages/staff.ts';

const TIMEOUT = 120_000;

const THEMES = [
  { theme: 'light', dark: false },
  { theme: 'dark', dark: true },
] as const;

interface StaffPage {
  readonly name: string;
  readonly user: string;
  readonly path: (caseId: string) => string;
  readonly ready: (page: Page) => Promise<void>;
}

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
  { name: 'no permission', user: 'operator', path: () => '/cases', ready: (page) => page.getByText('您的角色没有这一页').waitFor() },
  { name: 'administrator', user: 'admin', path: () => '/', ready: (page) => page.getByText('不阅看案件内容').waitFor() },
];

describe('every page passes axe, WCAG 2.2 AA', () => {
  let city: City;
  let id: string;

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

  describe.each(THEMES)('in $theme', ({ dark }) => {
    it.each(STAFF_PAGES)(
      'staff: $name',
      async ({ user, path, ready }) => {
        const { context, page } = await city.visitor(DESK, dark);
        await new Staff(page).login(user, path(id));
        await ready(page);
        expect(await violations(page)).toEqual([]);
        await context.close();
      },
      TIMEOUT,
    );

    it.each(['/login', '/p', '/p/file', '/p/track'])(
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
