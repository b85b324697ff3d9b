import type pg from 'pg';
import { until } from '../support/until.ts';
import type { ClientLog } from './client-log.ts';
import { slowness } from './slowness.ts';

/**
 * Signs that work moves: `answers`, a request is acknowledged; `tells`, an outbox row is delivered; `fires`, a rung is climbed;
 * `sends`, a message is accepted outside. Each by itself from beginning to end after the moment asked about.
 */
export type Sign = 'answers' | 'tells' | 'fires' | 'sends';

/** Of the work that every installation does. */
export const ALL_SIGNS: readonly Sign[] = ['answers', 'tells', 'fires'];

/** A moment, by the two clocks that what follows is told by. */
export interface Moment {
  readonly mine: number;
  /** The database runs on this machine: its clock is ours. */
  readonly wall: Date;
}

export function thisMoment(): Moment {
  return { mine: performance.now(), wall: new Date() };
}

/** What doesn't come within so many times its limit doesn't come at all. */
const HOPELESS = 6;
/** The questions are asked of the server that is to recover. */
const ASK_EVERY = 100;

const TOLD = 'select exists(select from jiefen.outbox where created_at > $1 and done_at is not null) as so';
const FIRED = `select exists(select from jiefen.events where recorded_at > $1 and body::jsonb #>> '{command,by,role}' = 'engine') as so`;

const SENT = `select exists(select from jiefen.deliveries where created_at > $1 and state = 'accepted') as so`;
const QUESTIONS: Readonly<Record<Exclude<Sign, 'answers'>, string>> = { tells: TOLD, fires: FIRED, sends: SENT };

/** Tells how long it takes until work moves again. */
export class Movement {
  /** Recoveries that took longer than they may, as text. */
  readonly tooSlow: string[] = [];
  /** Recoveries beyond their limit on a machine that was so much slower than it should be. */
  readonly stretched: string[] = [];

  constructor(
    private readonly log: ClientLog,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * Waits until all the signs were seen after a moment; notes it when that took longer than `within` ms.
   * @returns ms from that moment
   * @throws Error when it doesn't come at all
   */
  async after(moment: Moment, signs: readonly Sign[], why: string, within: number): Promise<number> {
    let left = signs;
    const came: string[] = [];
    await until(
      `work moves again after ${why}`,
      async () => {
        const seen = await Promise.all(left.map((sign) => this.#seen(sign, moment)));
        const seconds = ((performance.now() - moment.mine) / 1_000).toFixed(1);
        came.push(...left.filter((_, i) => seen[i] === true).map((sign) => `${sign} after ${seconds}`));
        left = left.filter((_, i) => seen[i] !== true);
        return left;
      },
      (missing) => missing.length === 0,
      within * HOPELESS,
      ASK_EVERY,
    );
    const took = performance.now() - moment.mine;
    if (took > within) this.#judge(`${why} (${came.join(', ')})`, took, within);
    return took;
  }

  #judge(why: string, took: number, within: number): void {
    const times = slowness();
    const line = `${why}: ${(took / 1_000).toFixed(1)} s instead of ${String(within / 1_000)} s, on a machine ${times.toFixed(1)} times too slow`;
    (took > within * times ? this.tooSlow : this.stretched).push(line);
  }

  async #seen(sign: Sign, { mine, wall }: Moment): Promise<boolean> {
    if (sign === 'answers') return this.log.latestAcknowledgedSentAt > mine;
    try {
      const { rows } = await this.pool.query<{ so: boolean }>(QUESTIONS[sign], [wall]);
      return rows[0]?.so === true;
    } catch {
      return false;
    }
  }
}
