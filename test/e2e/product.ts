import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../support/running-app.ts';

export const PASSWORD = 'demo-Jiefen-2026';

/** What came back of a request, the body as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** Just enough shape to look into any answer: every field may be there or not. */
export interface Body {
  readonly [field: string]: Body & string & number & boolean & readonly Body[];
}

export interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** A client of the product, as a foreign program would be one. */
export class Client {
  constructor(
    readonly url: string,
    readonly token: string | null,
  ) {}

  async send(method: string, path: string, body?: unknown, options: Options = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    const json: unknown = /\bjson\b/.test(type) ? JSON.parse(text) : {};
    return { status: response.status, type, headers: response.headers, text, body: json as Body };
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown, options?: Options): Promise<Answer> {
    return this.send('POST', path, body, options);
  }

  command(
    id: string,
    type: string,
    payload: unknown = {},
    more: Readonly<Record<string, unknown>> = {},
    options?: Options,
  ): Promise<Answer> {
    return this.post(`/api/cases/${id}/commands`, { type, payload, ...more }, options);
  }
}

/** The standalone of the build, on a fresh data folder with the manual clock. */
export class Product {
  readonly #clients = new Map<string, Promise<Client>>();

  private constructor(
    readonly app: RunningApp,
    readonly dataDir: string,
  ) {}

  /** `env`: settings beside those, e.g. where the queues live (`QueueStore.env`). */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'jiefen-e2e-'));
    const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: folder, CLOCK: 'manual', ...env } });
    await app.start();
    return new Product(app, folder);
  }

  async stop(): Promise<number | null> {
    const code = await this.app.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
    return code;
  }

  get nobody(): Client {
    return new Client(this.app.url, null);
  }

  /** A client logged in as a demonstration account. */
  as(username: string, password = PASSWORD): Promise<Client> {
    let client = this.#clients.get(username);
    if (client === undefined) {
      client = this.#login(username, password);
      this.#clients.set(username, client);
    }
    return client;
  }

  async now(): Promise<string> {
    return String((await (await this.as('clerk')).get('/api/clock')).body['now']);
  }

  async moveClock(now: string): Promise<Answer> {
    return (await this.as('admin')).send('PUT', '/api/clock', { now });
  }

  async #login(username: string, password: string): Promise<Client> {
    const { status, body } = await this.nobody.post('/api/auth/login', { username, password });
    if (status !== 200) throw new Error(`login of ${username}: ${String(status)}`);
    return new Client(this.app.url, String(body['token']));
  }
}

/** An intake that is right; `patch` makes it another one or a wrong one. */
export function intake(receivedAt: string, patch: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    channel: 'visit',
    class: 'CLAIM',
    route: 'PETITION',
    procedure: 'petition',
    title: '楼道照明长期损坏',
    narrative: '二号楼楼道照明损坏三个月，多次反映没有修复。',
    categoryCode: '010903',
    divisionCode: '430407',
    address: '某街道某小区二号楼',
    receivedAt,
    headcount: 1,
    urgent: false,
    confidential: false,
    parties: [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' }],
    ...patch,
  };
}
