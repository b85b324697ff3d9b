import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';
import type { ToldTime } from './clock-estimate.ts';
import type { DueRung, Forecast, RungStore } from './engine-store.ts';
import { RUNG_ATTEMPTS } from './sweep.ts';

const NOT_FAILING = `not exists (
  select from jiefen.rung_failures f where f.deadline_id = d.id and f.version = d.version and (f.attempts >= ${String(RUNG_ATTEMPTS)} or f.retry_at > now()))`;

const RUNG = 'd.id as "deadlineId", d.case_id as "caseId", d.next_step as step, d.version';

/** In the order of the index, whose equal instants are a whole midnight: nothing is sorted, and nobody reads a page twice. */
const DUE = `select ${RUNG} from jiefen.deadlines d
  where d.next_at <= jiefen.app_now() and d.id <> all ($2::uuid[]) and ${NOT_FAILING} order by d.next_at, d.next_step, d.id limit $1`;

/** What fails is left to those who look for what is due. */
const UPCOMING = `select ${RUNG}, d.next_at as due from jiefen.deadlines d
  where d.next_at > now() and d.next_at <= now() + make_interval(secs => $1 / 1000.0) and (select now_at from jiefen.app_clock) is null
  order by d.next_at, d.next_step, d.id limit $2`;

const TIME = 'select (select now_at from jiefen.app_clock) as manual, clock_timestamp() as real_now';

const NEXT = `select d.next_at as at from jiefen.deadlines d where d.next_at is not null and ${NOT_FAILING} order by d.next_at limit 1`;

const FAILED = `insert into jiefen.rung_failures as f (deadline_id, version, attempts, retry_at, reason)
  select d.id, d.version, 1, now() + interval '2 seconds', $3 from jiefen.deadlines d where d.id = $1 and d.version = $2 and d.next_at <= jiefen.app_now()
  on conflict (deadline_id) do update set
    attempts = case when f.version = excluded.version then f.attempts + 1 else 1 end, version = excluded.version, reason = excluded.reason,
    retry_at = now() + interval '2 seconds' * power(4, case when f.version = excluded.version then f.attempts else 0 end)
  returning attempts`;

const BURIED = `insert into jiefen.dead_letters (source, message_id, case_id, reason, payload, attempts)
  values ('sweep', $1, $2, $3, $4, $5) on conflict (source, message_id) do update set
  redriven_at = null, redriven_by = null, reason = excluded.reason, attempts = excluded.attempts, created_at = now()`;

/** Rungs as the database's legal clock sees them. */
export class PostgresRungs implements RungStore {
  constructor(private readonly pool: Pool) {}

  async due(limit: number, except: readonly string[]): Promise<readonly DueRung[]> {
    return (await this.pool.query<DueRung>({ name: 'sweep-due', text: DUE, values: [limit, except] })).rows;
  }

  async upcoming(withinMs: number, limit: number): Promise<Forecast> {
    const found = await this.pool.query<DueRung & { readonly due: Date }>({
      name: 'sweep-upcoming',
      text: UPCOMING,
      values: [withinMs, limit],
    });
    // Asked by itself, after the rungs: the shorter the answer's way, the better is it known how late it is.
    const [told] = (await this.pool.query<ToldTime>({ name: 'sweep-time', text: TIME })).rows;
    if (told === undefined) throw new Error('the database tells no time');
    return { rungs: found.rows, told };
  }

  async next(): Promise<Instant | null> {
    return (await this.pool.query<{ at: Date }>(NEXT)).rows[0]?.at.toISOString() ?? null;
  }

  async failed({ deadlineId, version }: DueRung, reason: string): Promise<number> {
    return (await this.pool.query<{ attempts: number }>(FAILED, [deadlineId, version, reason])).rows[0]?.attempts ?? 0;
  }

  async bury(rung: DueRung, reason: string, attempts: number): Promise<void> {
    await this.pool.query(BURIED, [`${rung.deadlineId}:${String(rung.version)}`, rung.caseId, reason, JSON.stringify(rung), attempts]);
  }
}
