import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { send } from '../support/api-client.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../support/running-app.ts';

export const PASSWORD = 'demo-Jiefen-2026';
/** Where the test clock stands on a fresh folder. */
export const START = '2026-01-05T09:00:00+08:00';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
/** WCAG 2.2 AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** A refusal the page shows as content is still an error to the browser's console. */
const ANSWERED = /Failed to load resource: the server responded with a status of (400|401|403|404|409|429)/;

/** The real product under the manual clock with a browser in front of it; whatever the browser complains about is kept. */
export class City {
  readonly #app: RunningApp;
  readonly #folder: string;
  readonly #browser: Browser;
  /** Console errors and warnings, CSP reports, unhandled rejections. */
  readonly complaints: string[] = [];

  private constructor(app: RunningApp, folder: string, browser: Browser) {
    this.#app = app;
    this.#folder = folder;
    this.#browser = browser;
  }

  static async open(): Promise<City> {
    const folder = mkdtempSync(join(tmpdir(), 'jiefen-browser-'));
    const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: folder, CLOCK: 'manual', CLOCK_START: START } });
    try {
      await app.start();
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
      return new City(app, folder, browser);
    } catch (error) {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get url(): string {
    return this.#app.url;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#app.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A browser of its own: no cookie, no memory of another's session. */
  async visitor(
    viewport: { readonly width: number; readonly height: number } = DESK,
    dark = false,
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await this.#browser.newContext({
      baseURL: this.url,
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      const said = message.text();
      if ((message.type() === 'error' || message.type() === 'warning') && !ANSWERED.test(said)) this.complaints.push(said);
    });
    page.on('pageerror', (error) => {
      this.complaints.push(error.message);
    });
    return { context, page };
  }

  /** Moves the test clock, as an administrator may. */
  async moveClockTo(now: string): Promise<void> {
    const login = await send(this.url, { method: 'POST', path: '/api/auth/login', body: { username: 'admin', password: PASSWORD } });
    const { token } = login.body as { token: string };
    const moved = await send(this.url, { method: 'PUT', path: '/api/clock', token, body: { now } });
    if (moved.status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(moved.body)}`);
  }
}

/** What axe finds on the page as it stands, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
