import type { Pool } from 'pg';

export interface DeadLetter {
  readonly id: string;
  readonly source: string;
  readonly messageId: string;
  readonly reason: string;
  readonly attempts: number;
  readonly createdAt: string;
}

export interface DeadLetterPage {
  readonly items: readonly DeadLetter[];
  /** Id to go on after; null at the end. */
  readonly next: string | null;
}

export type RedriveOutcome = 'redriven' | 'not-found' | 'redriven-before';

/**
 * What was given up, and the way back. The operator reads no case content, so neither the case nor the payload is shown: a
 * dead letter of a sealed case would otherwise say that the case exists.
 */
export class DeadLetterStore {
  constructor(private readonly pool: Pool) {}

  /** Open dead letters, newest first, up to `limit`, after the one with id `after`. */
  async page(limit: number, after: string | null = null): Promise<DeadLetterPage> {
    const { rows } = await this.pool.query<DeadLetter>(
      `select id::text, source, message_id as "messageId", reason, attempts,
              to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
       from jiefen.dead_letters where redriven_at is null and ($2::bigint is null or id < $2) order by id desc limit $1`,
      [limit + 1, after],
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Puts the message back under its old id (what it did before stays done, once), or lets the sweep try the rung again, or the relay send the message again, and writes who
   * asked for it and why, all in one transaction. The delivery number goes on from where it was: a job id used before would be ignored.
   */
  async redrive(id: string, userId: string, reason: string): Promise<RedriveOutcome> {
    const { rows } = await this.pool.query<{ found: boolean; redriven: boolean }>(
      `with letter as (
         select * from jiefen.dead_letters where id = $1 for update
       ), marked as (
         update jiefen.dead_letters d set redriven_at = now(), redriven_by = $2
         from letter where d.id = letter.id and letter.redriven_at is null and letter.source in ('outbox', 'sweep', 'delivery')
         returning d.id
       ), back as (
         insert into jiefen.outbox (id, topic, case_id, seq, payload, attempt, created_at)
         overriding system value
         select letter.message_id::bigint, letter.payload->>'topic', letter.case_id, (letter.payload->>'seq')::int,
                letter.payload->'payload', (letter.payload->>'attempt')::int, (letter.payload->>'createdAt')::timestamptz
         from letter join marked using (id) where letter.source = 'outbox'
         on conflict (id) do update set done_at = null, lease_until = null, tries = 0, error = null
       ), tried as (
         delete from jiefen.rung_failures f using letter join marked using (id)
         where letter.source = 'sweep' and f.deadline_id = split_part(letter.message_id, ':', 1)::uuid
       ), sent as (
         update jiefen.deliveries d set state = 'waiting', tries = 0, not_before = clock_timestamp(), lease_until = null, done_at = null
         from letter join marked using (id) where letter.source = 'delivery' and d.id::text = letter.message_id and d.state = 'dead'
       ), audited as (
         insert into jiefen.audit_log (user_id, action, object, data)
         select $2, 'dead-letter.redriven', 'dead-letter:' || marked.id, jsonb_build_object('reason', $3::text) from marked
       )
       select exists(select 1 from letter) as found, exists(select 1 from marked) as redriven`,
      [id, userId, reason],
    );
    const [outcome] = rows;
    if (outcome?.redriven === true) return 'redriven';
    return outcome?.found === true ? 'redriven-before' : 'not-found';
  }
}
