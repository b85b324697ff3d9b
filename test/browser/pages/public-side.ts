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

  /**
   * Legal time here is the test clock's, while a server's `Date` header tells real time; the page takes "received now" from
   * that header, so it is told the test clock's.
   */
  async pretendServerTime(now: string): Promise<void> {
    await this.page.route('**/api/health/live', (route) =>
      route.fulfill({ status: 200, json: { status: 'ok' }, headers: { date: new Date(now).toUTCString() } }),
    );
  }
}
