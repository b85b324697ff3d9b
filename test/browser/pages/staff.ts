import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from '../city.ts';

/** The words a person reads, by language; page objects find things by them, as a person does. */
const WORDS = {
  zh: { username: '用户名', password: '密码', login: '登录', logout: '退出', send: '提交', method: '送达方式', how: '怎么算的' },
  en: {
    username: 'User name',
    password: 'Password',
    login: 'Log in',
    logout: 'Log out',
    send: 'Send',
    method: 'Way of service',
    how: 'How it is counted',
  },
} as const;

/** Staff side: login, and a case with its commands. */
export class Staff {
  readonly #words: (typeof WORDS)[keyof typeof WORDS];

  constructor(
    readonly page: Page,
    language: keyof typeof WORDS = 'zh',
  ) {
    this.#words = WORDS[language];
  }

  /** Opens an address; the login comes first, then the address that was asked for. */
  async login(username: string, path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.page.getByLabel(this.#words.username).fill(username);
    await this.page.getByLabel(this.#words.password).fill(PASSWORD);
    await this.page.getByRole('button', { name: this.#words.login, exact: true }).click();
    await this.page.getByRole('button', { name: this.#words.logout }).waitFor();
  }

  async openCase(id: string): Promise<void> {
    await this.page.goto(`/cases/${id}`);
    await this.state().waitFor();
  }

  state(): Locator {
    return this.page.getByTestId('state');
  }

  clock(rule: string): Locator {
    return this.page.locator(`[data-rule="${rule}"]`);
  }

  /** Opens a command's form; the button is there because the API allows it. */
  async begin(type: string): Promise<void> {
    await this.page.locator(`[data-command="${type}"]`).click();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.send, exact: true }).click();
  }

  /** Sends a command that needs no more than what its form is filled with. */
  async act(type: string): Promise<void> {
    await this.begin(type);
    await this.send();
    await this.page
      .getByRole('status')
      .filter({ hasText: /已办|Done/ })
      .waitFor();
  }

  async explainFirstClock(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.how }).first().click();
  }
}
