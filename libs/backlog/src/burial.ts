import type { Pool, PoolClient } from 'pg';
import { TRIES_IN_COMPANY } from './limits.ts';

/**
 * Moves outbox rows to the dead letters with the reason; they count as done, so that they block nothing and nobody waits for
 * them. Rows done meanwhile are left alone. Returns how many were buried.
 */
export async function buryOutboxRows(
  client: Pool | PoolClient,
  rows: readonly { readonly id: string; readonly reason: string }[],
): Promise<number> {
  const { rows: buried } = await client.query<{ id: string }>(
    `with named as (
       select id, reason from unnest($1::bigint[], $2::text[]) named(id, reason)
     ), buried as (
       update jiefen.outbox o set done_at = clock_timestamp(), lease_until = null, error = named.reason
       from named where o.id = named.id and o.done_at is null
       returning o.id, o.topic, o.case_id, o.seq, o.payload, o.created_at, o.attempt, o.tries, named.reason
     )
     insert into jiefen.dead_letters (source, message_id, case_id, reason, payload, attempts)
     select 'outbox', id::text, case_id, reason,
            jsonb_build_object('topic', topic, 'seq', seq, 'payload', payload, 'attempt', attempt, 'createdAt', created_at), tries
     from buried
     on conflict (source, message_id) do update
       set reason = excluded.reason, attempts = excluded.attempts, created_at = now(), redriven_at = null, redriven_by = null
     returning message_id as id`,
    [rows.map(({ id }) => id), rows.map(({ reason }) => reason)],
  );
  return buried.length;
}

/** The reason of a row that was tried often enough and left no word: it took the process with it each time. */
export function reasonOf(row: { readonly error: string | null; readonly tries: number }): string {
  return row.error ?? `the consumer died ${String(row.tries - TRIES_IN_COMPANY)} times while handling it alone`;
}
