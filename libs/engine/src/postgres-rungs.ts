import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';
import type { DueRung, RungStore } from './engine-store.ts';
import { RUNG_ATTEMPTS } from './sweep.ts';

const NOT_FAILING = `not exists (
  select from jiefen.rung_failures f where f.deadline_id = d.id and f.version = d.version and (f.attempts >= ${String(RUNG_ATTEMPTS)} or f.retry_at > now()))`;

const DUE = `select d.id as "deadlineId", d.case_id as "caseId", d.next_step as step, d.version
  from jiefen.deadlines d where d.next_at <= jiefen.app_now() and ${NOT_FAILING} order by d.next_at, d.id limit $1`;

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

  async due(limit: number): Promise<readonly DueRung[]> {
    return (await this.pool.query<DueRung>({ name: 'sweep-due', text: DUE, values: [limit] })).rows;
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
