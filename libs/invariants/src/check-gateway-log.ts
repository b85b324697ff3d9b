import type { Pool } from 'pg';
import type { Finding, InvariantCode } from './finding.ts';

/** One line of the log of a gateway for messages. */
export interface GatewayLine {
  /** The idempotency key that it was sent under: the delivery's id. */
  readonly key: string;
  /** It was taken by this request; a repetition of a key that was taken before is not. */
  readonly taken: boolean;
  /** ms since the epoch. */
  readonly at: number;
}

interface Sent {
  readonly key: string;
  readonly times: number;
  readonly caseId: string | null;
  readonly known: boolean;
  readonly sealed: boolean;
}

const TAKEN = `
  select g.key, g.times, d.case_id as "caseId", d.id is not null as known,
         exists(select from jiefen.events e where e.case_id = d.case_id and e.recorded_at <= to_timestamp(g.at / 1000)
           and (e.seq = 1 and e.body::jsonb #>> '{command,payload,class}' = 'ACCUSATION' or e.body::jsonb -> 'facts' @> '[{"type": "case.sealed"}]')) as sealed
  from unnest($1::text[], $2::int[], $3::float8[]) as g(key, times, at) left join jiefen.deliveries d on d.id::text = g.key`;

const NEVER_TAKEN = `
  select case_id as "caseId", id as key from jiefen.deliveries
  where state = 'accepted' and channel in ('sms', 'im') and id::text <> all ($1::text[])`;

/**
 * Holds what the gateway took against what the product says that it sent: each key at most once, each for a delivery that there is,
 * nothing of a case that was sealed by then, and nothing called accepted that the gateway doesn't know.
 */
export async function checkGatewayLog(pool: Pool, log: readonly GatewayLine[]): Promise<readonly Finding[]> {
  const taken = new Map<string, { times: number; at: number }>();
  for (const { key, at } of log.filter((line) => line.taken)) {
    const before = taken.get(key);
    taken.set(key, { times: (before?.times ?? 0) + 1, at: before?.at ?? at });
  }
  const keys = [...taken.keys()];
  const lines = [...taken.values()];
  const { rows } = await pool.query<Sent>(TAKEN, [keys, lines.map(({ times }) => times), lines.map(({ at }) => at)]);
  const findings: Finding[] = [];
  const found = (code: InvariantCode, caseId: string | null, detail: string): void =>
    void findings.push({ code, caseId, seq: null, detail });
  for (const { key, times, caseId, known, sealed } of rows) {
    if (times > 1) found('gateway.twice', caseId, `${key} was taken ${String(times)} times`);
    if (!known) found('gateway.unknown', null, key);
    if (sealed) found('gateway.sealed', caseId, key);
  }
  const never = await pool.query<{ caseId: string | null; key: string }>(NEVER_TAKEN, [keys]);
  for (const { caseId, key } of never.rows) found('gateway.never', caseId, key);
  return findings;
}
