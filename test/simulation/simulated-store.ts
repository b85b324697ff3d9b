import type { Instant } from '#libs/domain';
import type { CommitAnswer, DueRung, EngineStore, GroupSession, LoadAnswer, LoadRequest, SoughtEvent, StandingEvent } from '#libs/engine';
import { isServerRefusal } from '../../libs/engine/src/database-errors.ts';
import type { GroupToCommit } from './memory-commit.ts';
import type { Life } from './scheduler.ts';
import type { SimulatedDatabase } from './simulated-database.ts';
import type { Wire } from './wire.ts';

/** The engine's store as one process sees it: over its own connections to the simulated database. */
export class SimulatedStore implements EngineStore {
  readonly clock: EngineStore['clock'] = {
    now: () => this.ask('clock', () => this.legalNow()),
    manual: () => this.ask('clock', () => this.database.store.manual),
    set: (at: Instant) => this.ask('set-clock', () => this.database.store.set(at)),
  };
  readonly rungs: EngineStore['rungs'] = {
    due: (limit: number, except: readonly string[]) => this.ask('due', () => this.database.store.due(limit, except, this.legalNow())),
    upcoming: (withinMs: number, limit: number) => this.ask('upcoming', () => this.database.store.upcoming(withinMs, limit)),
    next: () => this.ask('next-rung', () => this.database.store.nextRungAt()),
    failed: (rung: DueRung) => this.ask('rung-failed', () => this.database.store.failed(rung)),
    bury: (rung: DueRung, reason: string) =>
      this.ask('bury-rung', () => {
        this.database.store.bury(rung, reason);
      }),
  };
  #attempts = 0;

  /** @param skewMs how far this process's own clock is off: of no consequence, unless a planted bug lets it decide */
  constructor(
    readonly database: SimulatedDatabase,
    readonly life: Life,
    private readonly skewMs: number,
  ) {}

  async connect(): Promise<GroupSession> {
    const wire = await this.database.connect(this.life);
    this.#attempts += 1;
    return new SimulatedSession(this, wire, `${this.life.name}/${this.#attempts}`);
  }

  caseNumbers(blocks: number): Promise<readonly number[]> {
    return this.ask('case-numbers', () => this.database.store.numberBlocks(blocks));
  }

  /** Seven days don't pass in a simulation. */
  purgeKeys(): Promise<number> {
    return Promise.resolve(0);
  }

  /** One statement on a connection of its own. */
  async ask<T>(name: string, work: () => T): Promise<T> {
    return this.database.call(await this.database.connect(this.life), name, work);
  }

  /** What the database says of time, or what a planted bug makes of it. */
  told<T extends LoadAnswer | CommitAnswer>(answer: T): T {
    if (this.database.store.bug !== 'worker-clock-decides') return answer;
    const off = (time: Date): Date => new Date(time.getTime() + this.skewMs);
    return { ...answer, real_now: off(answer.real_now), manual: answer.manual === null ? null : off(answer.manual) };
  }

  private legalNow(): Instant {
    const { legalNow, bug } = this.database.store;
    return bug === 'worker-clock-decides' ? new Date(Date.parse(legalNow) + this.skewMs).toISOString() : legalNow;
  }
}

class SimulatedSession implements GroupSession {
  constructor(
    private readonly store: SimulatedStore,
    private readonly wire: Wire,
    readonly attempt: string,
  ) {}

  lock(caseIds: readonly string[]): Promise<void> {
    return this.store.database.lock(this.wire, caseIds);
  }

  async load(request: LoadRequest): Promise<LoadAnswer> {
    const { database } = this.store;
    return this.store.told(await database.call(this.wire, 'load', () => database.store.load(request)));
  }

  async commit(
    writes: GroupToCommit['writes'],
    decidedAt: GroupToCommit['decidedAt'],
    knownWakeups: ReadonlySet<Instant>,
  ): Promise<CommitAnswer> {
    const { database } = this.store;
    return this.store.told(await database.commit(this.wire, this.attempt, { writes, decidedAt, knownWakeups }));
  }

  async closeAttempt(attempt: string, sought: readonly SoughtEvent[]): Promise<readonly StandingEvent[]> {
    const { database } = this.store;
    await database.closeAttempt(this.wire, attempt);
    return database.call(this.wire, 'standing', () => database.store.standing(sought));
  }

  end(error?: unknown): Promise<void> {
    if (error !== undefined && !isServerRefusal(error)) this.wire.broken = true;
    this.store.database.hangUp(this.wire);
    return Promise.resolve();
  }
}
