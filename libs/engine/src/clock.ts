import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';

/** Legal time, as the database tells it; worker clocks never decide. */
export class LegalClock {
  /** Asked and not answered yet, and the one that will be asked then: whoever comes meanwhile shares the latter. */
  #asking: Promise<Instant> | undefined;
  #next: Promise<Instant> | undefined;
  #told: Instant = new Date(0).toISOString();

  constructor(private readonly pool: Pool) {}

  /** Never earlier than the call: a question that was under way already is nobody's answer. */
  now(): Promise<Instant> {
    if (this.#asking === undefined) return this.#ask();
    this.#next ??= this.#asking.then(
      () => this.#ask(),
      () => this.#ask(),
    );
    return this.#next;
  }

  /** What it was when it was last asked for. It never goes back: whatever isn't in this instant's future isn't in the present's. */
  get atLeast(): Instant {
    return this.#told;
  }

  #ask(): Promise<Instant> {
    this.#next = undefined;
    const asked = this.#read().finally(() => {
      if (this.#asking === asked) this.#asking = undefined;
    });
    this.#asking = asked;
    return asked;
  }

  async #read(): Promise<Instant> {
    const { rows } = await this.pool.query<{ now: Date }>("select date_trunc('milliseconds', jiefen.app_now()) as now");
    const now = rows[0]?.now;
    if (now === undefined) throw new Error('the database tells no time');
    this.#told = now.toISOString();
    return this.#told;
  }

  /** The manual clock's instant; null while the database's own clock governs. */
  async manual(): Promise<Instant | null> {
    const { rows } = await this.pool.query<{ now_at: Date | null }>('select now_at from jiefen.app_clock');
    return rows[0]?.now_at?.toISOString() ?? null;
  }

  /** @returns false when that would turn a manual clock back; nothing is changed then */
  async set(at: Instant): Promise<boolean> {
    const { rowCount } = await this.pool.query('update jiefen.app_clock set now_at = $1 where now_at is null or now_at <= $1', [at]);
    return rowCount === 1;
  }
}
