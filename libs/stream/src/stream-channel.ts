import { z } from 'zod';
import { ROLES } from '#libs/domain';
import type { CaseNews } from './stream-event.ts';

export const STREAM_CHANNEL = 'jiefen_stream';

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const LARGEST_PAYLOAD = 7800;

/** A pool, or one connection of it. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<unknown>;
}

const wire = z.array(
  z.object({
    topic: z.enum(['inbox', 'case']),
    caseId: z.uuid(),
    seq: z.int(),
    version: z.int(),
    at: z.string(),
    to: z.array(z.object({ unitId: z.uuid(), roles: z.array(z.enum(ROLES)) })),
  }),
);

/**
 * Tells every process that listens, when (and only if) the caller's transaction commits. Many events share a payload: each
 * NOTIFY costs every listener a round.
 */
export async function publishStream(client: Queryable, events: readonly CaseNews[]): Promise<void> {
  if (events.length === 0) return;
  await client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [STREAM_CHANNEL, packPayloads(events)]);
}

/** JSON arrays of events, each small enough for one NOTIFY. */
export function packPayloads(events: readonly CaseNews[]): string[] {
  const payloads: string[] = [];
  let open: string[] = [];
  let size = 2;
  for (const event of events) {
    const text = JSON.stringify(event);
    const bytes = Buffer.byteLength(text) + 1;
    if (open.length > 0 && size + bytes > LARGEST_PAYLOAD) {
      payloads.push(`[${open.join(',')}]`);
      open = [];
      size = 2;
    }
    open.push(text);
    size += bytes;
  }
  if (open.length > 0) payloads.push(`[${open.join(',')}]`);
  return payloads;
}

/** The events of a payload; null when it isn't one of ours (a newer version's, or somebody else's NOTIFY). */
export function parsePayload(payload: string): readonly CaseNews[] | null {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return null;
  }
  const parsed = wire.safeParse(value);
  return parsed.success ? parsed.data : null;
}
