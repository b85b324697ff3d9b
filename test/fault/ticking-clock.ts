import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Counter } from './counter.ts';
import type { LegalDay } from './legal-day.ts';
import { CLOCK_START, todayOf } from './legal-day.ts';
import type { People } from './people.ts';

const HOUR = 3_600_000;
/** ms of real time between two ticks. */
const TICK_EVERY = 250;

interface Tick {
  /** Legal time from then on; ms since the epoch. */
  readonly legal: number;
  /** The database's real time; ms since the epoch. */
  readonly real: number;
}

/**
 * Legal time that passes by itself, hours at a time, because the test sets it in the database behind the product's back: nobody
 * fires what falls due but the product's own sweeps and wake-ups, and how late they are can be told.
 */
export class TickingClock implements LegalDay {
  heard = CLOCK_START;
  readonly #ticks: Tick[] = [{ legal: CLOCK_START, real: Date.now() }];
  #ended = false;
  #next: { readonly ticked: Promise<void>; readonly tell: () => void } = announcement();

  constructor(
    private readonly pool: pg.Pool,
    private readonly app: Counter,
    private readonly people: People,
  ) {}

  get count(): number {
    return this.#ticks.length - 1;
  }

  /** Until told to stop; while the database is away, legal time stands still. */
  async keepTicking(random: SeededRandom, stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      await this.tick(random.between(1, 5) * HOUR);
      await pause(TICK_EVERY);
    }
    // Nobody waits for a tick that doesn't come.
    this.#ended = true;
    this.#next.tell();
  }

  /** One tick. @returns false when the database is away */
  async tick(ms: number): Promise<boolean> {
    try {
      const { rows } = await this.pool.query<{ legal: number; real: number }>(
        `update jiefen.app_clock set now_at = now_at + make_interval(secs => $1)
         returning extract(epoch from now_at)::float8 * 1000 as legal, extract(epoch from clock_timestamp())::float8 * 1000 as real`,
        [ms / 1_000],
      );
      const [tick] = rows;
      if (tick === undefined) return false;
      this.#ticks.push(tick);
      this.heard = tick.legal;
      return true;
    } catch {
      return false;
    } finally {
      const { tell } = this.#next;
      this.#next = announcement();
      tell();
    }
  }

  /** Resolves with the next tick, or when one was due: what work is paced by. */
  ticked(): Promise<void> {
    return this.#ended ? Promise.resolve() : this.#next.ticked;
  }

  today(username: string): Promise<string | null> {
    return todayOf(this.app, this.people, username);
  }

  /** When an instant of legal time had come, in real time; ms since the epoch. */
  cameAt(legal: number): number {
    const tick = this.#ticks.find((candidate) => candidate.legal >= legal);
    return tick?.real ?? Number.POSITIVE_INFINITY;
  }
}

function announcement(): { readonly ticked: Promise<void>; readonly tell: () => void } {
  let tell!: () => void;
  const ticked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { ticked, tell };
}
