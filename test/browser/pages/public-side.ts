import type { Locator, Page } from 'playwright-core';

/** The public side on a phone. */
export class PublicSide {
  constructor(readonly page: Page) {}

  async track(queryCode: string, last4: string): Promise<void> {
    await this.page.goto('/p/track');
    await this.page.getByLabel('查询码').fill(queryCode);
    await this.page.getByLabel(/末四位/).fill(last4);
    await this.page.getByRole('button', { name: '查询' }).click();
  }

  clock(): Locator {
    return this.page.getByTestId('clock');
  }
}
