import { DEMO_PASSWORD } from '#libs/demo-city';
import { send } from '../support/api-client.ts';
import type { Counter } from './counter.ts';

interface Login {
  readonly token: string;
  readonly user: { readonly id: string; readonly unit: { readonly id: string } | null };
}

/** Demo accounts, each logged in once: sessions outlive the process. */
export class People {
  readonly #logins = new Map<string, Promise<Login>>();

  constructor(private readonly app: Counter) {}

  async token(username: string): Promise<string> {
    return (await this.#known(username)).token;
  }

  async userId(username: string): Promise<string> {
    return (await this.#known(username)).user.id;
  }

  /** @throws where this account belongs to no unit */
  async unitId(username: string): Promise<string> {
    const { unit } = (await this.#known(username)).user;
    if (unit === null) throw new Error(`${username} has no unit`);
    return unit.id;
  }

  #known(username: string): Promise<Login> {
    const known = this.#logins.get(username) ?? this.#login(username);
    this.#logins.set(username, known);
    return known;
  }

  /** Tries until it has been let in: the process may be killed meanwhile. */
  async #login(username: string): Promise<Login> {
    for (;;) {
      await this.app.up();
      const answer = await send(this.app.url, {
        method: 'POST',
        path: '/api/auth/login',
        body: { username, password: DEMO_PASSWORD },
      }).catch(() => null);
      if (answer?.status === 200) return answer.body as Login;
      if (answer !== null && answer.status < 500) throw new Error(`${username} can't log in: ${JSON.stringify(answer)}`);
    }
  }
}
