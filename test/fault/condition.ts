interface Waiting {
  readonly alone: boolean;
  readonly enter: () => void;
}

/**
 * A part of the installation that faults rely on or take away. Several may rely on it at the same time; whoever takes it away
 * does so alone. In order of arrival, so that nobody waits for ever.
 */
export class Condition {
  #relying = 0;
  #taken = false;
  readonly #waiting: Waiting[] = [];

  /** Does something that needs this part to be well. */
  relyOn<T>(work: () => Promise<T>): Promise<T> {
    return this.#within(false, work);
  }

  /** Does something bad to this part; nobody relies on it meanwhile. */
  takeAway<T>(work: () => Promise<T>): Promise<T> {
    return this.#within(true, work);
  }

  async #within<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ alone, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      if (alone) this.#taken = false;
      else this.#relying -= 1;
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#taken || (next.alone && this.#relying > 0)) return;
      this.#waiting.shift();
      if (next.alone) this.#taken = true;
      else this.#relying += 1;
      next.enter();
    }
  }
}
