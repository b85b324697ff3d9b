import pg from 'pg';
import type { Instant } from '#libs/domain';
import type { CommitAnswer, DueRung, EngineStore, GroupSession, LoadAnswer, LoadRequest, PostgresStore, SoughtEvent } from '#libs/engine';
import type { GroupToCommit } from '../../simulation/memory-commit.ts';
import type { MemoryStore } from '../../simulation/memory-store.ts';

type Commit = Parameters<GroupSession['commit']>;

/** Another group that is sent before one: the same rows with something wrong about them. */
export type Spoil = (group: GroupToCommit) => GroupToCommit | null;

/** Both stores at once: whatever the engine asks is asked of both, and they must answer the same. */
export class StoreTwins implements EngineStore {
  readonly differences: string[] = [];
  readonly counts = { commits: 0, lost: 0, refused: 0, spoiled: 0 };
  readonly clock: EngineStore['clock'];
  readonly rungs: EngineStore['rungs'];
  /** One thing at a time: otherwise neither could be compared. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly real: PostgresStore,
    private readonly memory: MemoryStore,
    /** Sets the clock that the memory goes by. */
    private readonly tell: (realNow: number) => void,
    private readonly spoil: Spoil,
  ) {
    this.clock = {
      now: () => real.clock.now(),
      manual: () => real.clock.manual(),
      set: (at: Instant) =>
        this.#both(
          'clock',
          () => real.clock.set(at),
          () => memory.set(at),
        ),
    };
    this.rungs = {
      due: (limit, except) =>
        this.#both(
          'due',
          () => real.rungs.due(limit, except),
          () => memory.due(limit, except),
        ),
      upcoming: (withinMs, limit) => real.rungs.upcoming(withinMs, limit),
      next: () =>
        this.#both(
          'next',
          () => real.rungs.next(),
          () => memory.nextRungAt(),
        ),
      failed: (rung: DueRung, reason: string) =>
        this.#both(
          'failed',
          () => real.rungs.failed(rung, reason),
          () => memory.failed(rung),
        ),
      bury: (rung, reason, attempts) => real.rungs.bury(rung, reason, attempts),
    };
  }

  async connect(): Promise<GroupSession> {
    const session = await this.real.connect();
    return {
      attempt: session.attempt,
      lock: (caseIds) => session.lock(caseIds),
      load: (request) => this.#load(session, request),
      commit: (...commit) => this.#inTurn(() => this.#commit(session, commit)),
      closeAttempt: (attempt: string, sought: readonly SoughtEvent[]) =>
        this.#both(
          'close-attempt',
          () => session.closeAttempt(attempt, sought),
          () => this.memory.standing(sought),
        ),
      end: (error) => session.end(error),
    };
  }

  caseNumbers(blocks: number): Promise<readonly number[]> {
    return this.real.caseNumbers(blocks);
  }

  purgeKeys(olderThanDays: number): Promise<number> {
    return this.real.purgeKeys(olderThanDays);
  }

  async #load(session: GroupSession, request: LoadRequest): Promise<LoadAnswer> {
    return this.#inTurn(async () => {
      const answer = await session.load(request);
      this.#compare('load', untimed(answer), untimed(this.memory.load(request)));
      return answer;
    });
  }

  async #commit(session: GroupSession, [writes, decidedAt, knownWakeups]: Commit): Promise<CommitAnswer> {
    const group = { writes, decidedAt, knownWakeups };
    const spoiled = this.spoil(group);
    if (spoiled !== null) {
      this.counts.spoiled += 1;
      // In a session of its own: what the database refuses is the spoiled group's alone.
      const own = await this.real.connect();
      const error = await this.#commitBoth(own, spoiled).then(
        () => undefined,
        (refusal: unknown) => refusal,
      );
      await own.end(error);
    }
    return this.#commitBoth(session, group);
  }

  async #commitBoth(session: GroupSession, group: GroupToCommit): Promise<CommitAnswer> {
    this.counts.commits += 1;
    try {
      const answer = await session.commit(group.writes, group.decidedAt, group.knownWakeups);
      this.tell(answer.real_now.getTime());
      this.counts.lost += answer.ok.filter((ok) => !ok).length;
      this.#compare('commit', answer.ok, this.#inMemory(group));
      return answer;
    } catch (error) {
      this.counts.refused += 1;
      const refused = error instanceof pg.DatabaseError ? error : undefined;
      this.#compare(`refusal by ${refused?.constraint ?? ''}`, refused?.code ?? String(error), this.#inMemory(group));
      throw error;
    }
  }

  /** What the memory answers: for each write whether it is committed, or the code of the refusal. */
  #inMemory(group: GroupToCommit): unknown {
    try {
      const { ok, apply } = this.memory.prepare(group);
      apply();
      return ok;
    } catch (error) {
      return error instanceof pg.DatabaseError ? error.code : String(error);
    }
  }

  #both<T>(what: string, real: () => Promise<T>, memory: () => T): Promise<T> {
    return this.#inTurn(async () => {
      const answer = await real();
      this.#compare(what, answer, memory());
      return answer;
    });
  }

  #compare(what: string, real: unknown, memory: unknown): void {
    const [a, b] = [JSON.stringify(real), JSON.stringify(memory)] as readonly (string | undefined)[];
    if (a === b) return;
    let from = 0;
    while (a?.[from] === b?.[from]) from += 1;
    const around = (text: string | undefined): string => text?.slice(Math.max(0, from - 80), from + 120) ?? '';
    this.differences.push(`${what}: the database says …${around(a)}…, the memory …${around(b)}…`);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** Of both in the same form and order; what each says of time apart. */
function untimed({ cases, keys, vaults }: LoadAnswer): unknown {
  return {
    cases: [...(cases ?? [])]
      .map(([id, head, seq, version, caseNo, lastAt, closedAt, snapshot]) => [
        id,
        head,
        seq,
        version,
        caseNo,
        instant(lastAt),
        closedAt === null ? null : instant(closedAt),
        snapshot,
      ])
      .sort(),
    keys: [...(keys ?? [])].sort(),
    vaults: [...(vaults ?? [])].sort(),
  };
}

function instant(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
