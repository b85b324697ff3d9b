import type { DomainEnv, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import type { CaseNumbers } from './case-numbers.ts';
import type { DecidedAt } from './clock-estimate.ts';
import { isServerRefusal, isTaken, isTransient } from './database-errors.ts';
import type { Decisions } from './decisions.ts';
import type { EngineCounters } from './engine-counters.ts';
import type { EngineIdentity } from './engine-identity.ts';
import type { EngineStore, GroupSession, SoughtEvent } from './engine-store.ts';
import { EngineOverloaded, EngineUnavailable } from './errors.ts';
import { wakeupsOf } from './group-rows.ts';
import type { JudgeParts } from './judge.ts';
import { judge } from './judge.ts';
import type { GroupReader, LoadedGroup } from './loaded-group.ts';
import type { Outcome } from './requests.ts';
import type { Pending } from './pending.ts';
import type { ProcessTime } from './process-time.ts';
import type { CaseWrite, KeyWrite, Verdict } from './verdict.ts';

const ATTEMPTS = 6;
/** Commands that lost so often are served in turn: another process may keep writing the same case. */
const RACES = 3;
/** How long a broken connection is tried to be replaced before callers are told that the outcome isn't known. */
const RECONNECT_WITHIN_MS = 4_000;
const RECONNECT_AFTER_MS = 50;
const WAKEUPS_IN_MEMORY = 20_000;

interface Decided {
  readonly writes: readonly (CaseWrite | KeyWrite)[];
  /** Decided on what may be out of date: again, on what stands. */
  readonly unsure: readonly Pending[];
}

export interface CommitterParts {
  readonly store: EngineStore;
  readonly time: ProcessTime;
  readonly reader: GroupReader;
  readonly decisions: Decisions;
  readonly identity: EngineIdentity;
  readonly numbers: CaseNumbers;
  readonly env: () => DomainEnv;
  readonly counters: EngineCounters;
  /** Called once for every command, after its outcome is certain. */
  readonly release: (pending: Pending) => void;
}

/** Takes a group through load, decide, write and commit, until every command of it has its outcome. */
export class GroupCommitter {
  readonly #wakeups = new Set<Instant>();

  constructor(private readonly parts: CommitterParts) {}

  /** Never rejects: every outcome and every error goes to the command it belongs to. */
  async run(group: readonly Pending[]): Promise<void> {
    let todo = group;
    for (let attempt = 1; todo.length > 0; attempt++) {
      if (attempt > ATTEMPTS) {
        for (const pending of todo) this.#fail(pending, new EngineOverloaded(1));
        return;
      }
      todo = await this.#once(todo, attempt === 1 ? this.parts.reader.recall(todo) : undefined, attempt > RACES);
    }
  }

  /**
   * @param recalled the group as this process remembers it, if it does: then nothing is read before the write
   * @param inTurn its cases are locked before they are read: nobody can be quicker
   * @returns those that lost a race and have to be decided again
   */
  async #once(group: readonly Pending[], recalled: LoadedGroup | undefined, inTurn: boolean): Promise<readonly Pending[]> {
    let writes: readonly (CaseWrite | KeyWrite)[] = [];
    let unsure: readonly Pending[] = [];
    let session: GroupSession | undefined;
    try {
      session = await this.#connect();
      const numbers = await this.parts.numbers.claim(group.reduce((n, { registers }) => n + (registers ? 1 : 0), 0));
      if (inTurn) await session.lock(group.flatMap(({ caseId, related }) => [caseId, ...related]));
      const loaded = recalled ?? (await this.parts.reader.read(session, group));
      reachFaultPoint('engine.after-load');
      const titles = await this.#titles(group, loaded);
      ({ writes, unsure } = this.#decide(group, loaded, { ...this.parts, numbers, titles }, recalled !== undefined));
      if (writes.length === 0) {
        await session.end();
        return unsure;
      }
      const ok = await this.#write(session, loaded, writes);
      await session.end();
      return [...unsure, ...this.#acknowledge(writes, ok)];
    } catch (error) {
      await session?.end(error);
      const undecided = writes.length === 0 ? group : writes.map(({ pending }) => pending);
      const again = writes.length === 0 ? [] : unsure;
      if (isServerRefusal(error)) return [...again, ...(await this.#halve(undecided, error))];
      if (session !== undefined && writes.length > 0) return [...again, ...(await this.#resolve(session.attempt, writes, error))];
      for (const pending of undecided) this.#fail(pending, unavailable(error));
      return [];
    }
  }

  /** The pool may still hold connections of a server that has died: one that works is looked for until time is up. */
  async #connect(): Promise<GroupSession> {
    const { store, time } = this.parts;
    const until = time.now() + RECONNECT_WITHIN_MS;
    for (;;) {
      try {
        return await store.connect();
      } catch (error) {
        if (time.now() > until) throw error;
        await time.pause(RECONNECT_AFTER_MS);
      }
    }
  }

  /** Titles of sealed cases that may be unsealed: they stand encrypted among the documents. */
  async #titles(group: readonly Pending[], loaded: LoadedGroup): Promise<ReadonlyMap<string, string>> {
    const titles = new Map<string, string>();
    for (const { caseId, type } of group) {
      if (type !== 'RECLASSIFY' || loaded.cases.get(caseId)?.snapshot.context.sealed !== true) continue;
      const title = (await this.parts.identity.documents(caseId)).find(({ field }) => field === 'title')?.text;
      if (typeof title === 'string') titles.set(caseId, title);
    }
    return titles;
  }

  /** From memory only an acceptance counts, because the commit checks what it rests on; whatever else is decided again on what stands. */
  #decide(group: readonly Pending[], loaded: LoadedGroup, parts: JudgeParts, fromMemory: boolean): Decided {
    const writes: (CaseWrite | KeyWrite)[] = [];
    const unsure: Pending[] = [];
    for (const pending of group) {
      let verdict: Verdict;
      try {
        verdict = judge(pending, loaded, parts);
      } catch (error) {
        // A defect in deciding one command is that command's alone.
        if (fromMemory) unsure.push(pending);
        else this.#fail(pending, error);
        continue;
      }
      if (fromMemory && verdict.kind !== 'write') unsure.push(pending);
      else if (verdict.kind === 'answered') this.#settle(pending, verdict.outcome);
      else writes.push(verdict);
    }
    return { writes, unsure };
  }

  async #write(session: GroupSession, decidedAt: DecidedAt, writes: readonly (CaseWrite | KeyWrite)[]): Promise<readonly boolean[]> {
    reachFaultPoint('engine.before-commit');
    const answer = await session.commit(writes, decidedAt, this.#wakeups);
    reachFaultPoint('engine.after-commit');
    this.parts.counters.group(writes.length);
    const { clock } = this.parts.reader;
    if (answer.ok.includes(true)) clock.told(answer);
    else clock.forget();
    return answer.ok;
  }

  #acknowledge(writes: readonly (CaseWrite | KeyWrite)[], ok: readonly boolean[]): readonly Pending[] {
    const lost: Pending[] = [];
    writes.forEach((write, i) => {
      if (ok[i] === true) this.#committed(write);
      else lost.push(write.pending);
    });
    this.parts.counters.conflicts += lost.length;
    return lost;
  }

  #committed(write: CaseWrite | KeyWrite): void {
    if (write.kind === 'write') {
      this.parts.reader.remember(write.pending.caseId, write.after);
      if (this.#wakeups.size > WAKEUPS_IN_MEMORY) this.#wakeups.clear();
      for (const instant of wakeupsOf(write)) this.#wakeups.add(instant);
    }
    this.#settle(write.pending, write.outcome);
  }

  /** Something in the group can't be written: each half is tried alone, down to the culprit, who alone is told. */
  async #halve(group: readonly Pending[], error: Parameters<typeof isTransient>[0]): Promise<readonly Pending[]> {
    const [only] = group;
    if (only === undefined) return [];
    if (group.length === 1) {
      // Somebody else has just begun what there is one of: decided again, it is refused for that.
      if (isTransient(error) || (only.registers && only.related.length > 0 && isTaken(error))) return [only];
      this.#fail(only, error);
      return [];
    }
    this.parts.counters.halvings += 1;
    const middle = Math.ceil(group.length / 2);
    await this.run(group.slice(0, middle));
    await this.run(group.slice(middle));
    return [];
  }

  /**
   * The session broke while the group was being committed: a new one closes the attempt and looks what stands of it. The statement may still
   * be on its way to the server; closed, it changes nothing, so that whatever the command is told from now on stays true.
   */
  async #resolve(attempt: string, writes: readonly (CaseWrite | KeyWrite)[], cause: unknown): Promise<readonly Pending[]> {
    this.parts.counters.inDoubt += 1;
    let session: GroupSession | undefined;
    try {
      session = await this.#connect();
      const sought = writes.filter((write) => write.kind === 'write');
      const standing = new Set((await session.closeAttempt(attempt, sought.map(placeOf))).map(({ commandId }) => commandId));
      await session.end();
      // A refusal is decided again: its key, if it was recorded, gives the same answer.
      return this.#acknowledge(
        writes,
        writes.map(({ kind, pending }) => kind === 'write' && standing.has(pending.commandId)),
      );
    } catch (error) {
      await session?.end(error);
      for (const { pending } of writes)
        this.#fail(pending, unavailable(new AggregateError([cause, error], 'whether the command was stored is not known')));
      return [];
    }
  }

  #settle(pending: Pending, outcome: Outcome): void {
    const { counters } = this.parts;
    if (outcome.kind === 'done') counters.committed += 1;
    else if (outcome.kind === 'replayed') counters.replayed += 1;
    else counters.refused += 1;
    if (pending.registers && outcome.kind !== 'done') this.parts.identity.forgetVault(pending.caseId);
    counters.answered(this.parts.time.now() - pending.arrivedAt);
    this.parts.release(pending);
    pending.settle(outcome);
  }

  #fail(pending: Pending, error: unknown): void {
    this.parts.counters.failed += 1;
    if (pending.registers) this.parts.identity.forgetVault(pending.caseId);
    this.parts.release(pending);
    pending.fail(error);
  }
}

/** Where the event of a write would stand. */
function placeOf({ pending, after }: CaseWrite): SoughtEvent {
  return { caseId: pending.caseId, seq: after.seq };
}

function unavailable(cause: unknown): EngineUnavailable {
  return new EngineUnavailable(cause instanceof Error ? cause.message : 'the database is not available', { cause });
}
