import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { READ_POOL } from '#libs/persistence';
import { hashPassword, verifyPassword } from './password.ts';
import { SessionStore } from './session-store.ts';
import type { OpenSession } from './session-store.ts';
import { ThrottleKeys } from './throttle-keys.ts';
import { ThrottleService } from './throttle.service.ts';
import { ACCOUNT_POLICY, LOGIN_POLICY } from './throttle.ts';
import type { Viewer } from './viewer.ts';

type Failed = { readonly kind: 'wrong' } | { readonly kind: 'throttled'; readonly retryAfter: number };
export type LoginResult = { readonly kind: 'open'; readonly session: OpenSession; readonly viewer: Viewer } | Failed;

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly address: string;
  /** Of the session that stays. */
  readonly token: string;
}

interface AccountRow {
  readonly id: string;
  readonly password_hash: string;
}

/** Logs people in: argon2id, the same work and the same answer for an unknown account, a growing delay after five failures. */
@Injectable()
export class LoginService {
  readonly #keys: ThrottleKeys;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CONFIG) config: Config,
    private readonly sessions: SessionStore,
    private readonly throttles: ThrottleService,
  ) {
    this.#keys = new ThrottleKeys(config.masterKey);
  }

  async login(username: string, password: string, address: string): Promise<LoginResult> {
    const tried = await this.#try(username, password, address);
    if (tried.kind !== 'right') return tried;
    const session = await this.sessions.open(tried.userId);
    const viewer = await this.sessions.resolve(session.token);
    return viewer === null ? { kind: 'wrong' } : { kind: 'open', session, viewer };
  }

  /** Asks for the current password, under the same throttle. Other sessions of the person end. */
  async changePassword(viewer: Viewer, change: PasswordChange): Promise<{ readonly kind: 'changed' } | Failed> {
    const tried = await this.#try(viewer.username, change.current, change.address);
    if (tried.kind !== 'right') return tried;
    await this.pool.query('update jiefen.users set password_hash = $2 where id = $1', [tried.userId, await hashPassword(change.next)]);
    await this.sessions.endAll(tried.userId, change.token);
    return { kind: 'changed' };
  }

  #try(username: string, password: string, address: string): Promise<{ readonly kind: 'right'; readonly userId: string } | Failed> {
    const here = this.#keys.of('login', username.toLowerCase(), address);
    return this.throttles.inTurn(here, async () => {
      const account = this.#keys.of('account', username.toLowerCase());
      const wait = await this.throttles.waiting([here, account]);
      if (wait > 0) return { kind: 'throttled', retryAfter: wait };
      const userId = await this.#authenticate(username, password);
      if (userId === null) {
        await Promise.all([this.throttles.fail(here, LOGIN_POLICY), this.throttles.fail(account, ACCOUNT_POLICY)]);
        return { kind: 'wrong' };
      }
      await this.throttles.forget(here);
      return { kind: 'right', userId };
    });
  }

  async #authenticate(username: string, password: string): Promise<string | null> {
    // A NUL can't be stored in PostgreSQL's text, so no account has one in its name.
    const known = username.includes('\u0000')
      ? []
      : (await this.pool.query<AccountRow>('select id, password_hash from jiefen.users where username = $1 and active', [username])).rows;
    const row = known[0];
    return (await verifyPassword(row?.password_hash ?? null, password)) && row !== undefined ? row.id : null;
  }
}
