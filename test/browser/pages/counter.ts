import type { Page } from 'playwright-core';

export interface Visit {
  readonly title: string;
  readonly narrative: string;
  readonly county: string;
  readonly name: string;
  readonly phone: string;
}

/** The intake form and the receipt. */
export class Counter {
  constructor(readonly page: Page) {}

  async fill({ title, narrative, county, name, phone }: Visit): Promise<void> {
    await this.page.getByLabel('标题').fill(title);
    await this.page.getByLabel('事项与请求').fill(narrative);
    await this.page.getByRole('combobox', { name: '市或区县' }).click();
    await this.page.getByTitle(county, { exact: true }).click();
    await this.page.getByLabel('姓名或名称').fill(name);
    await this.page.getByLabel('手机').fill(phone);
  }

  /** The engine's view has come. */
  async previewed(): Promise<void> {
    await this.page.getByTestId('preview-class').waitFor();
  }

  /** Sends the form; answers the receipt's numbers and the id of the case, from the link to it. */
  async register(): Promise<{ caseNo: string; queryCode: string; id: string }> {
    await this.page.getByRole('button', { name: '登记', exact: true }).click();
    const queryCode = await this.page.getByTestId('query-code').innerText();
    const caseNo = await this.page.getByTestId('case-no').innerText();
    const link = await this.page.getByRole('link', { name: '打开案件' }).getAttribute('href');
    return { caseNo, queryCode, id: link?.split('/').at(-1) ?? '' };
  }
}
