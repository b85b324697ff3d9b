import { send } from '../support/api-client.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Counter } from './counter.ts';
import type { LegalDay } from './legal-day.ts';
import { CLOCK_PATH, CLOCK_START, todayOf } from './legal-day.ts';
import type { People } from './people.ts';

const HOUR = 3_600_000;

/** The manual clock, moved on through the API while everything else happens. */
export class LegalTime implements LegalDay {
  heard = CLOCK_START;
  moves = 0;

  constructor(
    private readonly app: Counter,
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
      const answer = await send(this.app.url, { method: 'PUT', path: CLOCK_PATH, token, body, within: 90_000 }).catch(() => null);
      if (answer?.status === 200) {
        this.heard = Math.max(this.heard, target);
        this.moves += 1;
        return;
      }
      // 503: it has moved, but not everything has been told yet.
      if (answer !== null && answer.status !== 503) throw new Error(`the clock can't be moved: ${JSON.stringify(answer)}`);
    }
  }

  today(username: string): Promise<string | null> {
    return todayOf(this.app, this.people, username);
  }
}
