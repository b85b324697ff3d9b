import type { Pool } from 'pg';
import type { Finding } from './finding.ts';

/** What a client noted when it was told that a command was done. */
export interface Acknowledged {
  readonly caseId: string;
  /** The case's version after the command, as the answer gave it. */
  readonly version?: number;
  /** Number of the event, where the client knows it. */
  readonly seq?: number;
  /** Its Idempotency-Key, if it sent one. */
  readonly key?: { readonly scope: string; readonly key: string };
}

const EVENTS =
  'select count(*)::int as n, max(c.version) as version from jiefen.events e join jiefen.cases c on c.id = e.case_id where e.case_id = $1';
const AT = 'select count(*)::int as n from jiefen.events where case_id = $1 and seq = $2';
const KEYED = `select count(e.*)::int as n from jiefen.command_keys k join jiefen.events e on e.case_id = k.case_id and e.command_id = k.command_id
  where k.scope = $1 and k.key = $2 and k.case_id = $3`;

/** Everything that was acknowledged has exactly one event; nothing here may be missing after any crash. */
export async function checkClientLog(pool: Pool, log: Iterable<Acknowledged> | AsyncIterable<Acknowledged>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const { caseId, version, seq, key } of log) {
    const lost = (detail: string): void => void findings.push({ code: 'client.lost', caseId, seq: seq ?? null, detail });
    const found = (await pool.query<{ n: number; version: number | null }>(EVENTS, [caseId])).rows[0];
    if (found === undefined || found.n === 0) lost('the case has no event');
    else if (version !== undefined && (found.version ?? 0) < version)
      lost(`the client saw version ${String(version)}, stored is ${String(found.version)}`);
    if (seq !== undefined && (await pool.query<{ n: number }>(AT, [caseId, seq])).rows[0]?.n !== 1) lost(`event ${String(seq)}`);
    if (key !== undefined) {
      const n = (await pool.query<{ n: number }>(KEYED, [key.scope, key.key, caseId])).rows[0]?.n ?? 0;
      if (n !== 1) lost(`its key has ${String(n)} events`);
    }
  }
  return findings;
}
