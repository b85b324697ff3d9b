import { DueSweep } from '#apps/escalation';
import { DEFAULT_RELAY_OPTIONS, OutboxRelay } from '#apps/relay';
import type { Delivery } from '#libs/backlog';
import { OutboxConsumer } from '#libs/backlog';
import type { DomainEnv } from '#libs/domain';
import type { Outcome, ProcessTime } from '#libs/engine';
import { domainDecisions, Engine } from '#libs/engine';
import { DELIVER_NOTICES, WAKE_UP } from '#libs/queues';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedIdentity } from './simulated-identity.ts';
import type { Delivering } from './simulated-outbox.ts';
import { SimulatedOutbox } from './simulated-outbox.ts';
import type { SimulatedQueue } from './simulated-queue.ts';
import { SimulatedStore } from './simulated-store.ts';

const SWEEP_EVERY_MS = 1_000;
const RELAY_EVERY_MS = 500;
const WAKE_EVERY_MS = 1_500;
const DAY_MS = 86_400_000;
/** Clocks of machines are off; only the database's may decide. */
const WORST_SKEW_MS = 2 * DAY_MS;

export interface ProcessParts {
  readonly name: string;
  readonly env: DomainEnv;
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly database: SimulatedDatabase;
  readonly queue: SimulatedQueue;
}

/**
 * One process of the product: the engine, the sweep, the relay and the consumer of notices as they are, over a store, a network and a
 * time that are not. When it dies, everything it had in memory is gone; the next one starts from the tables.
 */
export class SimulatedProcess {
  readonly life: Life;
  readonly engine: Engine;
  readonly store: SimulatedStore;
  readonly #time: ProcessTime;
  readonly #sweep: DueSweep;
  readonly #deaths: (() => void)[] = [];

  constructor(private readonly parts: ProcessParts) {
    const { name, env, scheduler, random, database, queue } = parts;
    const life: Life = { name, alive: true, frozenUntil: 0 };
    this.life = life;
    const skew = random.chance(0.5) ? 0 : random.between(-WORST_SKEW_MS, WORST_SKEW_MS);
    this.store = new SimulatedStore(database, life, skew);
    // Steady clocks begin anywhere and run a little fast or slow.
    const start = random.next() * 1e6;
    const rate = 1 + (random.next() - 0.5) * 0.000_4;
    this.#time = {
      now: () => start + scheduler.now * rate,
      soon: (run) => {
        scheduler.after(random.next() * 0.05, run, life);
      },
      pause: (ms) =>
        new Promise((resolve) => {
          scheduler.after(ms, resolve, life);
        }),
    };
    this.engine = new Engine({
      store: this.store,
      identity: new SimulatedIdentity(this.store),
      env: () => env,
      decisions: domainDecisions(),
      groupSize: random.pick([1, 3, 200]),
      time: this.#time,
      mintCommandId: () => commandId(random, database.store.realNow()),
    });
    this.#sweep = new DueSweep(this.engine, 50);
    const outbox = new SimulatedOutbox(this.store);
    const relay = new OutboxRelay(outbox, queue.producer(life), DEFAULT_RELAY_OPTIONS);
    const consumer = new OutboxConsumer(outbox);
    queue.workers.set(life, async (job, payload) => {
      if (job === WAKE_UP.name) await this.#sweep.run();
      else if (job === DELIVER_NOTICES.name) await consumer.consume(payload as unknown as Delivery, deliver);
    });
    this.#every(SWEEP_EVERY_MS, () => this.#sweep.run());
    this.#every(SWEEP_EVERY_MS, () => this.#lookAhead());
    this.#every(RELAY_EVERY_MS, () => relay.turn());
    this.#every(WAKE_EVERY_MS, () => this.#queueWakeUps(queue));
  }

  /** What a client gets who asks this process; he is cut off when it dies. */
  serve(work: (engine: Engine) => Promise<Outcome>): Promise<Outcome> {
    const { scheduler, random } = this.parts;
    const way = (): number => 0.1 + random.next() * 3;
    return new Promise((resolve, reject) => {
      const cutOff = (): void => {
        scheduler.after(way(), () => {
          reject(new CutOff());
        });
      };
      if (!this.life.alive) {
        cutOff();
        return;
      }
      this.#deaths.push(cutOff);
      const answered = (run: () => void): void => {
        scheduler.after(way(), run);
      };
      scheduler.after(
        way(),
        () => {
          work(this.engine).then(
            (outcome) => {
              answered(() => {
                resolve(outcome);
              });
            },
            (error: unknown) => {
              answered(() => {
                reject(error instanceof Error ? error : new Error(String(error)));
              });
            },
          );
        },
        this.life,
      );
    });
  }

  /** `kill -9`. */
  kill(): void {
    this.life.alive = false;
    this.parts.queue.workers.delete(this.life);
    this.parts.database.died(this.life);
    for (const cutOff of this.#deaths) cutOff();
  }

  /** As the agenda does: what falls due before the next look is climbed at its instant. */
  async #lookAhead(): Promise<void> {
    const { scheduler } = this.parts;
    const upcoming = await this.engine.upcomingRungs({ withinMs: SWEEP_EVERY_MS * 2, limit: 50 });
    for (const { rung, at } of upcoming)
      scheduler.after(at - this.#time.now(), () => void this.engine.climbRungs([rung]).catch(() => undefined), this.life);
  }

  /** As the relay does: first the job, then the mark. */
  async #queueWakeUps(queue: SimulatedQueue): Promise<void> {
    const { wakeups } = this.store.database.store.tables;
    const { legalNow } = this.store.database.store;
    const due = await this.store.ask('wakeups', () =>
      [...wakeups].filter(([at, { queued }]) => !queued && at <= legalNow).map(([at]) => at),
    );
    if (due.length === 0) return;
    await queue.producer(this.life).add(
      WAKE_UP,
      due.map((at) => ({ id: `at-${at}`, payload: { at } })),
    );
    await this.store.ask('wakeups-queued', () => {
      for (const at of due) wakeups.set(at, { queued: true });
    });
  }

  /** Again and again for as long as it lives, whatever becomes of a turn. */
  #every(ms: number, turn: () => Promise<unknown>): void {
    const { scheduler, random } = this.parts;
    const next = (): void => {
      scheduler.after(ms * (0.7 + random.next() * 0.6), run, this.life);
    };
    const run = (): void => {
      turn().then(next, next);
    };
    next();
  }
}

/** The client's connection ended before an answer: he doesn't know. */
export class CutOff extends Error {
  constructor() {
    super('cut off');
    this.name = 'CutOff';
  }
}

function deliver(transaction: Delivering, ids: readonly string[]): Promise<void> {
  transaction(ids);
  return Promise.resolve();
}

/** In the form of the engine's own, drawn from the seed. */
function commandId(random: SeededRandom, now: number): string {
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += random.between(0, 15).toString(16);
    return text;
  };
  const time = Math.floor(now).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(10)}00`;
}
