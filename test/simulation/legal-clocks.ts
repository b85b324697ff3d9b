import type { SeededRandom } from '../support/seeded-random.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { Trace } from './trace.ts';

const START = Date.UTC(2026, 0, 5, 1);
const HOUR_MS = 3_600_000;

/** The database server's clock, which may be set, and the manual one, which somebody moves on through a process of the product. */
export class LegalClocks {
  leaps = 0;
  #ahead = 0;
  #store: MemoryStore | undefined;
  readonly #isManual: boolean;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: SeededRandom,
    private readonly trace: Trace,
  ) {
    this.#isManual = random.chance(0.5);
  }

  realNow(): number {
    return START + this.#ahead + this.scheduler.now;
  }

  govern(store: MemoryStore): void {
    this.#store = store;
    if (this.#isManual) store.manual = new Date(START).toISOString();
  }

  /** To the next rung, or by up to twenty days; a server's clock is also set back. */
  leap({ engine, life }: SimulatedProcess): void {
    const store = this.#store;
    if (store === undefined) return;
    this.leaps += 1;
    const next = store.nextRungAt();
    const now = Date.parse(store.legalNow);
    const toRung = next !== null && Date.parse(next) > now && this.random.chance(0.6);
    const by = toRung ? Date.parse(next) - now + this.random.between(-1, 1) : this.random.between(0, 480) * HOUR_MS;
    if (this.#isManual) {
      const at = new Date(now + by).toISOString();
      this.scheduler.after(0, () => void engine.setManualClock(at).catch(() => false), life);
      this.trace.say(`${life.name} sets the clock to ${at}`);
      return;
    }
    this.#ahead += this.random.chance(0.15) ? -this.random.between(1, 60_000) : by;
    this.trace.say(`the server's clock is set to ${store.legalNow}`);
  }
}
