import { City, PHONE, violations } from './city.ts';
import { Staff } from './pages/staff.ts';

const TIMEOUT = 120_000;

describe('asking everybody, and hearing them', () => {
  let city: City;

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
    'calls for suggestions, one of which comes from a phone and is a case',
    async () => {
      const { context, page } = await city.visitor();
      await new Staff(page).login('supervisor', '/outreach');
      await page.getByRole('button', { name: '开始一次征集' }).click();
      const form = page.getByRole('form', { name: '开始一次征集' });
      await form.getByLabel('议题').fill('老旧小区加装电梯怎么办');
      await form.getByLabel('开始日期').fill('2026-01-05');
      await form.getByLabel('结束日期').fill('2026-01-20');
      await form.getByRole('button', { name: '开始一次征集' }).click();
      const calls = page.getByRole('region', { name: '征集建议（问计于民）' }).last();
      await calls.getByText('老旧小区加装电梯怎么办').waitFor();

      const public_ = await city.visitor(PHONE);
      await public_.page.goto('/p/calls');
      await public_.page.getByRole('button', { name: '提建议' }).click();
      await public_.page.getByLabel('一句话说明').fill('先易后难');
      await public_.page.getByLabel('您的建议和理由').fill('先在没有争议的单元加装，再推广。');
      await public_.page.getByRole('button', { name: '提交' }).click();
      const caseNo = await public_.page.getByTestId('case-no').innerText();
      expect(caseNo).toMatch(/^JF26-\d{4}-\d{4}$/);
      expect(await violations(public_.page)).toEqual([]);

      await page.getByRole('button', { name: '收到的建议' }).click();
      await page.getByRole('link', { name: caseNo }).waitFor();
      await public_.context.close();
      await context.close();
    },
    TIMEOUT,
  );

  it(
    'answers a survey once for a code, and says so the second time',
    async () => {
      const { context, page } = await city.visitor();
      await new Staff(page).login('supervisor', '/outreach');
      await page.getByRole('button', { name: '开始一次测评' }).click();
      const form = page.getByRole('form', { name: '开始一次测评' });
      await form.getByLabel('测评名称').fill('一季度满意度');
      await form.getByLabel('开始日期').fill('2026-01-05');
      await form.getByLabel('结束日期').fill('2026-01-20');
      await form.getByRole('button', { name: '开始一次测评' }).click();
      const [code = ''] = (await page.locator('pre').innerText()).split('\n');

      const public_ = await city.visitor(PHONE);
      const answer = async (): Promise<void> => {
        await public_.page.goto('/p/survey');
        await public_.page.getByLabel('答卷码').fill(code);
        await public_.page.getByRole('radio', { name: '基本满意' }).check();
        await public_.page.getByRole('button', { name: '提交' }).click();
      };
      await answer();
      await public_.page.getByText('已收到您的评价').waitFor();
      await answer();
      await public_.page.getByText('或已经用过').waitFor();
      expect(public_.page.url()).not.toContain(code);
      await public_.context.close();
      await context.close();
    },
    TIMEOUT,
  );
});
