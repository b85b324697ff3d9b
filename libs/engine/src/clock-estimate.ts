import type { Instant } from '#libs/domain';
import type { ProcessTime } from './process-time.ts';
import { PROCESS_TIME } from './process-time.ts';

/** By which clock decisions are taken: the manual clock's instant (null: real time governs), legal and real time. */
export interface DecidedAt {
  readonly manual: Instant | null;
  readonly legalNow: Instant;
  readonly realNow: Instant;
}

/** What the database said of time in its last answer. */
export interface ToldTime {
  readonly manual: Date | null;
  readonly real_now: Date;
}

/** Past this the two clocks may have drifted apart by more than a millisecond's part, and the database is asked again, ms. */
const GOOD_FOR_MS = 2_000;
/** No answer takes so long to get here while others come. */
const SET_BACK_MS = 500;

/**
 * The database's clock as far as this process knows it: every answer tells the time, and until the next one it runs on. It is always
 * a little late, by the answer's way here, and never ahead; the commit checks both, so a wrong estimate costs a second try at most.
 */
export class ClockEstimate {
  #manual: Instant | null = null;
  /** Database's milliseconds minus this process's steady ones. */
  #offset = Number.NEGATIVE_INFINITY;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly time: ProcessTime = PROCESS_TIME) {}

  told({ manual, real_now: realNow }: ToldTime): void {
    const steady = this.time.now();
    const offset = realNow.getTime() - steady;
    // The quickest of the last answers knows best. It loses a thousandth of the time since, more than clocks drift apart, and
    // everything when the database's clock was set back.
    if (offset > this.#offset || this.#offset - offset > SET_BACK_MS) this.#offset = offset;
    else this.#offset = Math.max(offset, this.#offset - (steady - this.#toldAt) / 1_000);
    this.#toldAt = steady;
    this.#manual = manual?.toISOString() ?? null;
  }

  /** Whatever was decided by it was refused: perhaps the database's clock was set back. */
  forget(): void {
    this.#offset = Number.NEGATIVE_INFINITY;
    this.#toldAt = Number.NEGATIVE_INFINITY;
  }

  /** The manual clock was set here. */
  setTo(at: Instant): void {
    this.#manual = at;
  }

  /** Undefined when it must be asked. */
  now(): DecidedAt | undefined {
    const steady = this.time.now();
    if (steady - this.#toldAt > GOOD_FOR_MS) return undefined;
    const realNow = new Date(Math.floor(steady + this.#offset)).toISOString();
    return { manual: this.#manual, legalNow: this.#manual ?? realNow, realNow };
  }
}
