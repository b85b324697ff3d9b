import type { Pool } from 'pg';

/** Ids of the commands that these outbox rows come from, for their traces; at most a hundred. */
export async function causingCommands(pool: Pool, outboxIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select distinct e.command_id as id from jiefen.outbox o join jiefen.events e on e.case_id = o.case_id and e.seq = o.seq
     where o.id = any($1::bigint[]) limit 100`,
    [outboxIds],
  );
  return rows.map(({ id }) => id);
}
