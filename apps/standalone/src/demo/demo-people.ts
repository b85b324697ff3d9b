import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PASSWORD } from '#libs/demo-city';

export interface DemoAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The demonstration accounts at work over the API, in process: what a browser would send, without a socket. */
export class DemoPeople {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  async get(username: string, url: string): Promise<DemoAnswer> {
    return read(await this.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${await this.tokenOf(username)}` } }));
  }

  async post(username: string, url: string, body: unknown): Promise<DemoAnswer> {
    return await this.send(url, body, { authorization: `Bearer ${await this.tokenOf(username)}` });
  }

  /** Ends every session that was opened. */
  async leave(): Promise<void> {
    for (const token of this.tokens.values()) await this.send('/api/auth/logout', {}, { authorization: `Bearer ${token}` });
    this.tokens.clear();
  }

  private async tokenOf(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known !== undefined) return known;
    const { status, body } = await this.send('/api/auth/login', { username, password: DEMO_PASSWORD }, {});
    if (status !== 200 || typeof body['token'] !== 'string') throw new Error(`${username} cannot log in: ${status}`);
    this.tokens.set(username, body['token']);
    return body['token'];
  }

  private async send(url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<DemoAnswer> {
    return read(
      await this.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      }),
    );
  }
}

function read(answer: { readonly statusCode: number; readonly body: string }): DemoAnswer {
  const body: unknown = answer.body === '' ? {} : JSON.parse(answer.body);
  return { status: answer.statusCode, body: body as Record<string, unknown> };
}
