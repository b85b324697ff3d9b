import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { READ_POOL } from '#libs/persistence';
import type { ThrottlePolicy } from './throttle.ts';

/** The database decides what "too often" means, in real time, for all processes together. */
const FAIL = `
  insert into jiefen.throttles as t (key, failures, blocked_until, updated_at)
  values ($1, 1, case when $2 <= 1 then now() + make_interval(secs => $3) end, now())
  on conflict (key) do update set
    failures = case when t.updated_at < now() - make_interval(secs => $5) then 1 else t.failures + 1 end,
    blocked_until = case
      when t.updated_at >= now() - make_interval(secs => $5) and t.failures + 1 >= $2
      then now() + make_interval(secs => least($4::float8, $3::float8 * power(2, least(t.failures + 1 - $2, 20))))
    end,
    updated_at = now()
  returning ceil(extract(epoch from blocked_until - now()))::int as wait`;
const WAITING = `select ceil(extract(epoch from max(blocked_until) - now()))::int as wait from jiefen.throttles where key = any($1) and blocked_until > now()`;

/** Counts failures by keyed digest and says how long to wait. */
@Injectable()
export class ThrottleService {
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** Seconds still to wait under any of the keys; 0 = may try. */
  async waiting(keys: readonly string[]): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number | null }>(WAITING, [keys]);
    return Math.max(rows[0]?.wait ?? 0, 0);
  }

  /** Records a failure; seconds to wait from now on, 0 while failures cost nothing. */
  async fail(key: string, policy: ThrottlePolicy): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number | null }>(FAIL, [
      key,
      policy.limit,
      policy.firstDelay,
      policy.longestDelay,
      policy.memory,
    ]);
    return Math.max(rows[0]?.wait ?? 0, 0);
  }

  async forget(key: string): Promise<void> {
    await this.pool.query('delete from jiefen.throttles where key = $1', [key]);
  }

  /** One try at a time under one key, so that many at once don't slip through before the first failure is counted. */
  async inTurn<T>(key: string, attempt: () => Promise<T>): Promise<T> {
    const mine = (this.#turns.get(key) ?? Promise.resolve()).then(attempt, attempt);
    const settled = mine.catch(() => undefined);
    this.#turns.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(key) === settled) this.#turns.delete(key);
    }
  }
}
