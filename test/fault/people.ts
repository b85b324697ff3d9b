import { DEMO_PASSWORD } from '#libs/demo-city';
import { send } from '../support/api-client.ts';
import type { Counter } from './counter.ts';

/** Demo accounts, each logged in once: sessions outlive the process. */
export class People {
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly app: Counter) {}

  token(username: string): Promise<string> {
    const known = this.#tokens.get(username);
    if (known !== undefined) return known;
    const token = this.#login(username);
    this.#tokens.set(username, token);
    return token;
  }

  /** Tries until it has been let in: the process may be killed meanwhile. */
  async #login(username: string): Promise<string> {
    for (;;) {
      await this.app.up();
      const answer = await send(this.app.url, {
        method: 'POST',
        path: '/api/auth/login',
        body: { username, password: DEMO_PASSWORD },
      }).catch(() => null);
      if (answer?.status === 200) return (answer.body as { token: string }).token;
      if (answer !== null && answer.status < 500) throw new Error(`${username} can't log in: ${JSON.stringify(answer)}`);
    }
  }
}
