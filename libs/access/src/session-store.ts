import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Role } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { newToken, tokenDigest, tokenHash } from './session-token.ts';
import type { Viewer } from './viewer.ts';

/** A working day and a bit. */
const SESSION_HOURS = 12;
/** How long another process's logout or change of roles may go unnoticed here. */
const CACHE_MS = 5_000;
const CACHE_ENTRIES = 10_000;

export interface OpenSession {
  readonly token: string;
  readonly expiresAt: string;
}

interface SessionRow {
  readonly user_id: string;
  readonly username: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly unit_function: string | null;
  readonly unit_division: string | null;
  readonly expires_at: Date;
}

const RESOLVE = `
  select u.id as user_id, u.username, u.display_name, u.roles, s.expires_at,
         n.id as unit_id, n.name as unit_name, n.function as unit_function, n.division as unit_division
    from jiefen.sessions s join jiefen.users u on u.id = s.user_id left join jiefen.units n on n.id = u.unit_id
   where s.token_hash = $1 and s.expires_at > now() and u.active`;

/** Opens, resolves and ends sessions. Only a token's SHA-256 is stored; real time, never legal time. */
@Injectable()
export class SessionStore {
  readonly #cache = new Map<string, { readonly viewer: Viewer; readonly until: number }>();

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  async open(userId: string): Promise<OpenSession> {
    const token = newToken();
    const { rows } = await this.pool.query<{ expires_at: Date }>(
      `with gone as (delete from jiefen.sessions where user_id = $2 and expires_at < now())
       insert into jiefen.sessions(token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(hours => $3)) returning expires_at`,
      [tokenHash(token), userId, SESSION_HOURS],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('a session was not stored');
    return { token, expiresAt: row.expires_at.toISOString() };
  }

  /** Who the token belongs to; null: nobody, or no longer. */
  async resolve(token: string): Promise<Viewer | null> {
    const key = tokenDigest(token);
    if (key === null) return null;
    const known = this.#cache.get(key);
    if (known !== undefined && known.until > Date.now()) return known.viewer;
    this.#cache.delete(key);
    const { rows } = await this.pool.query<SessionRow>(RESOLVE, [Buffer.from(key, 'base64')]);
    const row = rows[0];
    if (row === undefined) return null;
    const viewer = viewerOf(row);
    if (this.#cache.size >= CACHE_ENTRIES) this.#cache.clear();
    this.#cache.set(key, { viewer, until: Math.min(Date.now() + CACHE_MS, row.expires_at.getTime()) });
    return viewer;
  }

  async end(token: string): Promise<void> {
    const key = tokenDigest(token);
    if (key === null) return;
    this.#cache.delete(key);
    await this.pool.query('delete from jiefen.sessions where token_hash = $1', [Buffer.from(key, 'base64')]);
  }

  /** Ends every session of a user, but the one named: his roles or password have changed. */
  async endAll(userId: string, exceptToken?: string): Promise<void> {
    this.#cache.clear();
    await this.pool.query('delete from jiefen.sessions where user_id = $1 and ($2::bytea is null or token_hash <> $2)', [
      userId,
      exceptToken === undefined ? null : tokenHash(exceptToken),
    ]);
  }
}

function viewerOf(row: SessionRow): Viewer {
  const unit =
    row.unit_id === null
      ? null
      : { id: row.unit_id, name: row.unit_name ?? '', function: row.unit_function ?? '', division: row.unit_division ?? '' };
  return { userId: row.user_id, username: row.username, displayName: row.display_name, roles: row.roles, unit };
}
