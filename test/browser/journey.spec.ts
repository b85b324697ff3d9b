import { City, PHONE } from './city.ts';
import { Counter } from './pages/counter.ts';
import { PublicSide } from './pages/public-side.ts';
import { Staff } from './pages/staff.ts';

const TIMEOUT = 120_000;
const WAGES = {
  title: '西渡镇工地拖欠工资',
  narrative: '我们二十名工人自去年九月起在西渡镇工地务工，至今被拖欠工资共计三十余万元，多次讨要无果，请求督促支付。',
  county: '衡阳县',
  name: '周师傅',
  // As a Chinese input method types digits.
  phone: '１３８０００１２３４５',
};

describe('from the counter to the petitioner’s phone', () => {
  let city: City;
  let registered: { caseNo: string; queryCode: string; id: string };
  let lead: string;

  beforeAll(async () => {
    city = await City.open();
  }, TIMEOUT);
  afterAll(async () => {
    await city.close();
  }, TIMEOUT);
  afterEach(() => {
    expect(city.complaints).toEqual([]);
  });

  it(
    'registers a visit with the engine’s view in sight, and gives a receipt',
    async () => {
      const { context, page } = await city.visitor();
      const counter = new Counter(page);
      await new Staff(page).login('clerk');
      expect(new URL(page.url()).pathname).toBe('/intake');
      await counter.fill(WAGES);
      await counter.previewed();
      const seen = await page.getByRole('complementary', { name: '预判' }).innerText();
      expect(seen).toContain('申诉求决');
      expect(seen).toContain('工作日');
      lead = await page.locator('.routing strong').filter({ hasText: '衡阳县' }).innerText();
      registered = await counter.register();
      expect(registered.caseNo).toMatch(/^JF26-\d{4}-\d{4}$/);
      expect(registered.queryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3,}[0-9A-HJKMNP-TV-Z]{1,4}$/);
      expect(page.url()).not.toContain(registered.queryCode.slice(0, 4));
      // It went where the preview said.
      expect(await page.locator('.receipt').innerText()).toContain(lead);
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'tells the field that is wrong, and keeps what was typed',
    async () => {
      const { context, page } = await city.visitor();
      const counter = new Counter(page);
      await new Staff(page).login('clerk');
      await counter.fill({ ...WAGES, title: '电话写错', phone: '12' });
      await page.getByRole('button', { name: '登记', exact: true }).click();
      await page.getByText('电话号码只能有数字、空格和连字符', { exact: true }).waitFor();
      expect(await page.getByLabel('标题').inputValue()).toBe('电话写错');
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'is forwarded and accepted with the buttons the API allows, and shows its clock as a sentence',
    async () => {
      const { context, page } = await city.visitor();
      const clerk = new Staff(page);
      await clerk.login('clerk', `/cases/${registered.id}`);
      await clerk.state().waitFor();
      // The routed lead is proposed in the form.
      await clerk.act('FORWARD');
      expect(await clerk.state().innerText()).toContain('转送');
      expect(await page.getByTestId('holder').innerText()).toContain(lead);
      await context.close();

      const other = await city.visitor();
      const handler = new Staff(other.page);
      await handler.login('human-resources.430421.handler');
      expect(new URL(other.page.url()).pathname).toBe('/work');
      await other.page.getByRole('link', { name: registered.caseNo }).first().click();
      await handler.state().waitFor();
      await handler.act('ACCEPT');
      expect(await handler.state().innerText()).toContain('办理');
      const clock = await handler.clock('PET-HANDLE').innerText();
      expect(clock).toMatch(/\d+月\d+日 周. 24:00 前 · 还剩 \d+ 个工作日/);
      expect(clock).toContain('条例');
      await handler.explainFirstClock();
      expect(await handler.clock('PET-HANDLE').innerText()).toContain('到期日');
      await other.page.getByRole('tab', { name: '流程图' }).click();
      await other.page.locator('.chart img').waitFor();
      await other.context.close();
    },
    TIMEOUT,
  );

  it(
    'shows a refusal as content and keeps the form',
    async () => {
      const { context, page } = await city.visitor();
      const head = new Staff(page);
      await head.login('human-resources.430421.head', `/cases/${registered.id}`);
      await head.state().waitFor();
      await head.begin('EXTEND');
      await page.getByLabel('延长天数').fill('10');
      await page.getByLabel('理由').fill('等银行流水');
      // Meanwhile a colleague settles it by an extension of his own.
      const other = await city.visitor();
      const second = new Staff(other.page);
      await second.login('human-resources.430421.head', `/cases/${registered.id}`);
      await second.begin('EXTEND');
      await other.page.getByLabel('延长天数').fill('5');
      await other.page.getByLabel('理由').fill('情况复杂');
      await second.send();
      await other.page.getByRole('status').filter({ hasText: '已办' }).waitFor();
      await other.context.close();

      await head.send();
      const alert = page.getByRole('alert').filter({ hasText: /改动|现在不能/ });
      await alert.waitFor();
      expect(await page.getByLabel('理由').inputValue()).toBe('等银行流水');
      await head.send();
      await page.getByRole('alert').filter({ hasText: '现在不能' }).waitFor();
      expect(await page.getByLabel('理由').inputValue()).toBe('等银行流水');
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'is followed on a phone with code and digits, full width or not',
    async () => {
      const { context, page } = await city.visitor(PHONE);
      const side = new PublicSide(page);
      await side.track(registered.queryCode, '9999');
      await page.getByRole('alert').filter({ hasText: '不符' }).waitFor();
      await side.track(registered.queryCode.toLowerCase(), '２３４５');
      expect(await side.clock().innerText()).toMatch(/24:00 前，还剩 \d+ 个工作日/);
      expect(await page.getByTestId('holder').innerText()).toBe(lead);
      expect(await page.locator('body').innerText()).not.toContain('周师傅');
      expect(page.url()).toBe(`${city.url}/p/track`);
      await page.locator('[data-command="ADD_MATERIAL"]').click();
      await page.getByLabel('补充的内容').fill('补充银行流水一份');
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByRole('status').filter({ hasText: '已提交' }).waitFor();
      await page.getByRole('button', { name: '大字' }).click();
      expect(await page.locator('html').getAttribute('class')).toContain('large');
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'is filed by anybody from a phone, without a login',
    async () => {
      const { context, page } = await city.visitor(PHONE);
      const side = new PublicSide(page);
      await page.goto('/p/file');
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByRole('alert').filter({ hasText: '请改正' }).waitFor();
      await page.getByLabel('一句话说明').fill('路灯不亮');
      await page.getByLabel('事情经过').fill('小区门口路灯连续多日不亮，夜间出行不便，请求维修。');
      await page.getByLabel('事情发生在').selectOption('430421');
      await page.getByRole('button', { name: '提交' }).click();
      const code = await page.getByTestId('query-code').innerText();
      const secret = await page.getByTestId('secret').innerText();
      await side.track(code, secret);
      await side.clock().waitFor();
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'reads in English throughout',
    async () => {
      const { context, page } = await city.visitor();
      await page.goto('/');
      await page.getByRole('button', { name: 'English' }).click();
      const handler = new Staff(page, 'en');
      await handler.login('human-resources.430421.handler', `/cases/${registered.id}`);
      await handler.state().waitFor();
      expect(await handler.clock('PET-HANDLE').innerText()).toMatch(/by \w{3} \d+ \w{3}, 24:00 · \d+ working days left/);
      await handler.explainFirstClock();
      expect(await handler.clock('PET-HANDLE').innerText()).toContain('day of the trigger, not counted');
      await page.getByRole('heading', { name: 'Possible now' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'groups the work by what falls due first, and says so when a deadline has passed',
    async () => {
      await city.moveClockTo('2026-06-10T09:00:00+08:00');
      const { context, page } = await city.visitor();
      await new Staff(page).login('human-resources.430421.handler');
      await page.getByRole('rowheader', { name: /已超期/ }).waitFor();
      const row = await page.getByRole('row').filter({ hasText: registered.caseNo }).innerText();
      // How late, since when, who, by which article.
      expect(row).toMatch(/已超期 \d+ 个工作日 · .*\d+月\d+日 周.到期/);
      expect(row).toContain(`${lead} · 《信访工作条例》第34条`);
      await page
        .getByRole('link', { name: /超期催办|已启动督办|期限已过/ })
        .first()
        .waitFor();
      await context.close();
    },
    TIMEOUT,
  );
});
