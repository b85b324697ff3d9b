import type { Instant } from '#libs/domain';
import type { ClockStore } from './engine-store.ts';

/** Legal time, as the database tells it; worker clocks never decide. */
export class LegalClock {
  /** Asked and not answered yet, and the one that will be asked then: whoever comes meanwhile shares the latter. */
  #asking: Promise<Instant> | undefined;
  #next: Promise<Instant> | undefined;
  #told: Instant = new Date(0).toISOString();

  constructor(private readonly store: ClockStore) {}

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
    this.#told = await this.store.now();
    return this.#told;
  }

  /** The manual clock's instant; null while the database's own clock governs. */
  manual(): Promise<Instant | null> {
    return this.store.manual();
  }

  /** @returns false when that would turn a manual clock back; nothing is changed then */
  set(at: Instant): Promise<boolean> {
    return this.store.set(at);
  }
}
