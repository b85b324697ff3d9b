import { send } from '../support/api-client.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { People } from './people.ts';

const HOUR = 3_600_000;
const PATH = '/api/clock';

/** The manual clock, moved on while everything else happens. */
export class LegalTime {
  /** The latest that was heard, ms since the epoch: legal time never stands before it. */
  heard = Date.parse('2026-01-05T01:00:00Z');
  moves = 0;

  constructor(
    private readonly app: RunningApp,
    private readonly people: People,
  ) {}

  /** Moves on by hours and days, again and again, until told to stop. */
  async keepMoving(random: SeededRandom, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) await this.moveTo(this.heard + random.between(2, 40) * HOUR, stop);
  }

  /** Asks until the clock stands there: a move that was cut off goes on with the next one. */
  async moveTo(target: number, stop?: AbortSignal): Promise<void> {
    while (stop?.aborted !== true) {
      await this.app.up();
      const token = await this.people.token('admin');
      const body = { now: new Date(target).toISOString() };
      const answer = await send(this.app.url, { method: 'PUT', path: PATH, token, body, within: 90_000 }).catch(() => null);
      if (answer?.status === 200) {
        this.heard = Math.max(this.heard, target);
        this.moves += 1;
        return;
      }
      // 503: it has moved, but not everything has been told yet.
      if (answer !== null && answer.status !== 503) throw new Error(`the clock can't be moved: ${JSON.stringify(answer)}`);
    }
  }

  /** Today's civil date in Asia/Shanghai, as the product sees it at this moment or a moment ago; null when it doesn't say. */
  async today(username: string): Promise<string | null> {
    const token = await this.people.token(username);
    const answer = await send(this.app.url, { method: 'GET', path: PATH, token }).catch(() => null);
    if (answer?.status !== 200) return null;
    const now = Date.parse((answer.body as { now: string }).now);
    return new Date(now + 8 * HOUR).toISOString().slice(0, 10);
  }
}
