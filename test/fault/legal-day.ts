import { send } from '../support/api-client.ts';
import type { Counter } from './counter.ts';
import type { People } from './people.ts';

const HOUR = 3_600_000;

export const CLOCK_PATH = '/api/clock';
/** Where the manual clock stands on a fresh database; ms since the epoch. */
export const CLOCK_START = Date.parse('2026-01-05T01:00:00Z');

/** Legal time as clients know it. */
export interface LegalDay {
  /** The latest that was heard, ms since the epoch: legal time never stands before it. */
  readonly heard: number;
  /** Today's civil date in Asia/Shanghai, as the product sees it at this moment or a moment ago; null when it doesn't say. */
  today(username: string): Promise<string | null>;
}

/** Asks the product itself. */
export async function todayOf(app: Counter, people: People, username: string): Promise<string | null> {
  const token = await people.token(username);
  const answer = await send(app.url, { method: 'GET', path: CLOCK_PATH, token }).catch(() => null);
  if (answer?.status !== 200) return null;
  const now = Date.parse((answer.body as { now: string }).now);
  return new Date(now + 8 * HOUR).toISOString().slice(0, 10);
}
