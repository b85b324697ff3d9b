import type { CommitAnswer } from '#libs/engine';
import type { SeededRandom } from '../support/seeded-random.ts';
import { CaseLocks } from './case-locks.ts';
import { earlyIn } from './check-world.ts';
import { described } from './described-group.ts';
import { databaseError } from './memory-commit.ts';
import type { GroupToCommit } from './memory-commit.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { Trace } from './trace.ts';
import type { Weather } from './weather.ts';
import type { Wire } from './wire.ts';

/** What happens on the way: nothing, or to whom the connection is lost and when. */
type Way = 'well' | 'lost-before' | 'lost-after' | 'lost-meanwhile' | 'refused';

const PASSING = ['40P01', '40001', '55P03', '57014'] as const;
/** By then the end of a server that died has been noticed. */
const DEATH_NOTICED_MS = 10_000;
const LONG_COMMIT_MS = 60;
const UP_AGAIN_MS = [200, 4_000] as const;

/**
 * A database server, and the network to it: every call takes its time there and back, may be refused for a passing reason, and may
 * lose its connection before the server has heard of it, while it is at it, or after it was done. What the server does is one
 * transaction at one instant (`MemoryStore`).
 */
export class SimulatedDatabase {
  weather: Weather;
  #up = true;
  #generation = 0;
  readonly #locks = new CaseLocks((ms, run) => {
    this.#onServer(ms, run);
  });
  /** Those with a transaction open. */
  readonly #wires = new Set<Wire>();
  /** Attempts that the server is still at, and who waits for their end. */
  readonly #attempts = new Map<string, (() => void)[]>();
  readonly #closed = new Set<string>();
  /** What was written before its time, by the database's own clock. */
  readonly early: string[] = [];
  readonly counts = { calls: 0, broken: 0, refused: 0, restarts: 0, inDoubt: 0, tooLate: 0, inTurn: 0 };

  constructor(
    readonly store: MemoryStore,
    private readonly scheduler: Scheduler,
    private readonly random: SeededRandom,
    private readonly trace: Trace,
    weather: Weather,
  ) {
    this.weather = weather;
  }

  /** Whether no commit is under way. */
  get idle(): boolean {
    return this.#attempts.size === 0;
  }

  connect(life: Life): Promise<Wire> {
    const wire: Wire = { life, generation: this.#generation, broken: false, held: new Set() };
    return this.call(wire, 'connect', () => wire);
  }

  /** A call that is done at once when the server gets to it. */
  call<T>(wire: Wire, name: string, work: () => T): Promise<T> {
    return this.#send(wire, name, (answer, refuse) => {
      try {
        answer(work());
      } catch (error) {
        refuse(error);
      }
    });
  }

  lock(wire: Wire, caseIds: readonly string[]): Promise<void> {
    this.counts.inTurn += 1;
    return this.#send(wire, 'lock', (answer, refuse) => {
      const existing = caseIds.filter((id) => this.store.tables.cases.has(id));
      this.#locks.whenFree(
        wire,
        existing,
        () => {
          this.#locks.hold(wire, existing);
          this.#wires.add(wire);
          answer();
        },
        refuse,
      );
    });
  }

  commit(wire: Wire, attempt: string, group: GroupToCommit): Promise<CommitAnswer> {
    return this.#send(wire, 'commit', (answer, refuse, way) => {
      if (this.#closed.has(attempt)) {
        this.counts.tooLate += 1;
        return;
      }
      this.#attempts.set(attempt, []);
      const over = (tell: () => void): void => {
        const waiting = this.#attempts.get(attempt) ?? [];
        this.#attempts.delete(attempt);
        this.#locks.letGo(wire);
        tell();
        for (const run of waiting) run();
      };
      const write = (): void => {
        try {
          const { toldTime } = this.store;
          const { ok, apply } = this.store.prepare(group);
          apply();
          this.#watch(group, ok);
          this.trace.say(`committed ${attempt}: ${described(group, ok)}`);
          over(() => {
            answer({ ok, ...toldTime });
          });
        } catch (error) {
          over(() => {
            refuse(error);
          });
        }
      };
      if (this.store.bug === 'answered-before-commit') answer({ ok: this.store.prepare(group).ok, ...this.store.toldTime });
      const cases = group.writes.flatMap((one) => [one.pending.caseId, ...(one.kind === 'write' ? one.refs.map(([id]) => id) : [])]);
      // Time enough for the client to lose patience, to ask for the outcome, and to be there before it.
      const late = way === 'lost-meanwhile' ? this.random.next() * LONG_COMMIT_MS : 0;
      this.#onServer(this.#took() + late, () => {
        this.#locks.whenFree(wire, cases, write, (error) => {
          over(() => {
            refuse(error);
          });
        });
      });
    });
  }

  /** Answers when the server is no longer at it, and will never be again. */
  closeAttempt(wire: Wire, attempt: string): Promise<void> {
    this.counts.inDoubt += 1;
    return this.#send(wire, 'close-attempt', (answer) => {
      const close = (): void => {
        if (this.store.bug !== 'attempt-not-closed') this.#closed.add(attempt);
        answer();
      };
      const waiting = this.#attempts.get(attempt);
      if (waiting === undefined) close();
      else waiting.push(close);
    });
  }

  /** The caller is done with it, or has died: a transaction that is open is rolled back. */
  hangUp(wire: Wire): void {
    this.#wires.delete(wire);
    if (wire.held.size === 0) return;
    this.#onServer(this.#took(), () => {
      this.#locks.letGo(wire);
    });
  }

  /** Its transactions are rolled back once the server has noticed. */
  died(life: Life): void {
    for (const wire of this.#wires) if (wire.life === life) this.hangUp(wire);
  }

  /** Everything under way is lost or done; nobody gets an answer. */
  restart(): void {
    this.counts.restarts += 1;
    this.trace.say('database restarts');
    this.#generation += 1;
    this.#up = false;
    this.#locks.forget();
    this.#wires.clear();
    this.#attempts.clear();
    this.scheduler.after(this.random.between(...UP_AGAIN_MS), () => {
      this.#up = true;
      this.trace.say('database is up');
    });
  }

  /**
   * @param atServer what the server does; it calls one of both, sooner or later
   * @returns what comes back to the caller, if he lives
   */
  #send<T>(
    wire: Wire,
    name: string,
    atServer: (answer: (value: T) => void, refuse: (error: unknown) => void, way: Way) => void,
  ): Promise<T> {
    this.counts.calls += 1;
    const way = this.#way(wire, name);
    return new Promise<T>((resolve, reject) => {
      let told = false;
      const back = (delay: number, run: () => void): void => {
        this.scheduler.after(
          delay,
          () => {
            if (told) return;
            told = true;
            run();
          },
          wire.life,
        );
      };
      const lose = (delay: number): void => {
        back(delay, () => {
          this.counts.broken += 1;
          wire.broken = true;
          this.hangUp(wire);
          this.trace.say(`${wire.life.name} ${name}: connection lost (${way})`);
          reject(new Error('Connection terminated unexpectedly'));
        });
      };
      if (way === 'lost-before') {
        lose(this.#took());
        return;
      }
      if (way === 'refused') {
        this.counts.refused += 1;
        const code = this.random.pick(PASSING);
        back(this.#took() * 2, () => {
          this.trace.say(`${wire.life.name} ${name}: refused ${code}`);
          reject(databaseError(code, 'refused for a passing reason'));
        });
        return;
      }
      // What was sent before the connection broke may reach the server long after it was asked for there.
      const late = way === 'lost-meanwhile' && name === 'commit' && this.random.chance(0.5);
      const arrives = this.#took() + (late ? this.random.next() * LONG_COMMIT_MS : 0);
      if (way === 'lost-meanwhile') lose(late ? this.#took() : arrives + this.#took() / 2);
      this.scheduler.after(arrives, () => {
        if (wire.generation !== this.#generation || !this.#up) {
          lose(this.#took());
          return;
        }
        // A server that dies while it is at it never answers, but its end is noticed.
        this.#noticeDeath(wire.generation, lose);
        atServer(
          (value) => {
            if (way === 'lost-after') lose(this.#took());
            else if (way === 'well')
              back(this.#took(), () => {
                resolve(value);
              });
          },
          (error) => {
            back(this.#took(), () => {
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          },
          way,
        );
      });
    });
  }

  #watch({ writes }: GroupToCommit, ok: readonly boolean[]): void {
    const { tables, legalNow } = this.store;
    writes.forEach(({ kind, pending }, i) => {
      if (kind === 'key' || ok[i] !== true) return;
      const events = tables.events.get(pending.caseId) ?? [];
      const event = events.at(-1);
      if (event === undefined) return;
      const early = earlyIn(event, events.at(-2)?.at ?? undefined, legalNow, (id) => tables.deadlines.get(id)?.due_at ?? undefined);
      if (early !== null) this.early.push(`${pending.caseId} ${early}`);
    });
  }

  #noticeDeath(generation: number, lose: (delay: number) => void): void {
    this.scheduler.after(DEATH_NOTICED_MS, () => {
      if (generation !== this.#generation) lose(0);
    });
  }

  #way(wire: Wire, name: string): Way {
    if (wire.broken) return 'lost-before';
    const { broken, refused } = this.weather;
    // What is lost while it is being committed is the hardest question: it is asked oftener.
    if (name === 'commit' && this.random.chance(broken)) return 'lost-meanwhile';
    if (this.random.chance(broken)) return this.random.pick(['lost-before', 'lost-after', 'lost-meanwhile'] as const);
    return this.random.chance(refused) ? 'refused' : 'well';
  }

  /** Ms for a way through the network, or for a piece of work. */
  #took(): number {
    return this.random.chance(this.weather.slow) ? this.random.between(100, 3_000) : 0.1 + this.random.next() * 2;
  }

  /** Something the server does a little later, if it lives then. */
  #onServer(delay: number, run: () => void): void {
    const generation = this.#generation;
    this.scheduler.after(delay, () => {
      if (generation === this.#generation) run();
    });
  }
}
