import type { Actor, DomainEnv, Instant } from '#libs/domain';
import { UnknownLaw } from '#libs/domain';
import type { Tracing } from '#libs/observability';
import { CaseNumbers } from './case-numbers.ts';
import { LegalClock } from './clock.ts';
import { mintCommandId } from './command-id.ts';
import type { WaitingLimits } from './command-queue.ts';
import { CommandQueue } from './command-queue.ts';
import type { Decisions } from './decisions.ts';
import type { EngineStats } from './engine-counters.ts';
import { EngineCounters } from './engine-counters.ts';
import type { EngineIdentity } from './engine-identity.ts';
import type { DueRung, EngineStore } from './engine-store.ts';
import { GroupCommitter } from './group-committer.ts';
import { GroupReader } from './loaded-group.ts';
import type { Pending } from './pending.ts';
import type { ProcessTime } from './process-time.ts';
import { PROCESS_TIME } from './process-time.ts';
import type { ExecuteRequest, Idempotency, ImportMarks, Outcome, RegisterRequest } from './requests.ts';
import type { SweepResult, UpcomingRung } from './sweep.ts';
import { Sweep } from './sweep.ts';

export interface EngineParts {
  readonly store: EngineStore;
  readonly identity: EngineIdentity;
  readonly env: () => DomainEnv;
  readonly decisions: Decisions;
  /** Reads the law again: true when there was news. */
  readonly refreshLaw?: () => Promise<boolean>;
  /** Groups being committed at the same time. */
  readonly lanes?: number;
  readonly groupSize?: number;
  /** When commands are shed. */
  readonly limits?: WaitingLimits;
  /** Left out: the process's own. */
  readonly time?: ProcessTime;
  /** Left out: UUIDs of version 7. */
  readonly mintCommandId?: () => string;
  /** Where a collector of traces is configured. */
  readonly tracing?: Tracing | undefined;
}

const LANES = 2;
const GROUP_SIZE = 200;
/** Fewer than this are not worth splitting. */
const SMALLEST_SHARE = 16;

/**
 * Command → load → decide → commit, grouped; nothing else writes a case. A group is whatever waits while the last commit runs, so
 * a lone command waits for nobody.
 */
export class Engine {
  readonly #counters = new EngineCounters();
  readonly #queue: CommandQueue;
  readonly #reader: GroupReader;
  readonly #committer: GroupCommitter;
  readonly #clock: LegalClock;
  readonly #sweep: Sweep;
  readonly #time: ProcessTime;
  readonly #mint: () => string;
  readonly #lanes: number;
  readonly #groupSize: number;
  /** Groups and commands that are out. */
  #out = 0;
  #inFlight = 0;
  #kicked = false;
  #drained: (() => void) | undefined;

  constructor(private readonly parts: EngineParts) {
    const { store, identity, env, decisions, time = PROCESS_TIME } = parts;
    this.#time = time;
    this.#mint = parts.mintCommandId ?? mintCommandId;
    this.#queue = new CommandQueue(parts.limits, time);
    this.#lanes = parts.lanes ?? LANES;
    this.#groupSize = parts.groupSize ?? GROUP_SIZE;
    const numbers = new CaseNumbers(identity.keyring.keyFor('case-number'), (blocks) => store.caseNumbers(blocks));
    this.#reader = new GroupReader(identity, time);
    this.#committer = new GroupCommitter({
      store,
      time,
      identity,
      env,
      decisions,
      numbers,
      reader: this.#reader,
      counters: this.#counters,
      release: (pending) => {
        this.#queue.release(pending);
      },
    });
    this.#clock = new LegalClock(store.clock);
    this.#sweep = new Sweep(store.rungs, (request, rung, patient) => this.#submit({ ...request, rung, internal: true, patient }), time);
  }

  /** Registers a case. The outcome is committed and fsynced, or nothing was stored. @throws EngineOverloaded EngineUnavailable */
  register(request: RegisterRequest): Promise<Outcome> {
    const { caseId: newCaseId, ...rest } = request;
    return this.#submit({ ...rest, newCaseId, type: 'REGISTER' });
  }

  /** Sends a command to a case. @throws EngineOverloaded EngineUnavailable */
  execute(request: ExecuteRequest): Promise<Outcome> {
    return this.#submit(request);
  }

  /** Fires and climbs what is due by the database's legal clock, at most `limit` rungs. */
  fireDue({ limit }: { readonly limit: number }): Promise<SweepResult> {
    return this.#sweep.fireDue(limit);
  }

  /** What falls due in the next `withinMs` of real time, earliest first; nothing under the manual clock. */
  upcomingRungs({ withinMs, limit }: { readonly withinMs: number; readonly limit: number }): Promise<readonly UpcomingRung[]> {
    return this.#sweep.upcoming(withinMs, limit);
  }

  /** Climbs these rungs if the database finds them due; those it doesn't, and those that fail, are left to `fireDue`. */
  climbRungs(rungs: readonly DueRung[]): Promise<SweepResult> {
    return this.#sweep.climb(rungs);
  }

  /** The earliest instant at which some ladder has a rung, due or not; dead letters left out. */
  nextRungAt(): Promise<Instant | null> {
    return this.#sweep.nextRungAt();
  }

  /** Legal time. */
  now(): Promise<Instant> {
    return this.#clock.now();
  }

  /** The manual clock's instant; null while the database's own clock governs. */
  manualClock(): Promise<Instant | null> {
    return this.#clock.manual();
  }

  /** Sets the manual clock and fires nothing. @returns false when that would turn it back */
  async setManualClock(at: Instant): Promise<boolean> {
    const moved = await this.#clock.set(at);
    if (moved) this.#reader.clock.setTo(at);
    return moved;
  }

  /** Forgets the outcomes of keys older than that (the contract keeps them 7 days at least). */
  purgeKeys(olderThanDays: number): Promise<number> {
    return this.parts.store.purgeKeys(Math.max(olderThanDays, 7));
  }

  stats(): EngineStats {
    const { committed, refused, replayed, failed, groups, groupSizeMax, halvings, conflicts, inDoubt, latency, latencySumMs } =
      this.#counters;
    return {
      committed,
      refused,
      replayed,
      failed,
      groups,
      groupSizeMax,
      halvings,
      conflicts,
      inDoubt,
      latency: [...latency],
      latencySumMs,
      shed: this.#queue.shed,
      queued: this.#queue.length,
    };
  }

  /** Takes no more and waits for the outcomes of what was taken. */
  async drain(): Promise<void> {
    this.#queue.close();
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }

  /** A case may have been moved to a version of the law that this process hasn't read yet; what couldn't be decided wasn't written. */
  async #submit(request: Submission): Promise<Outcome> {
    try {
      return await this.#wait(request);
    } catch (error) {
      if (!(error instanceof UnknownLaw) || (await this.parts.refreshLaw?.()) !== true) throw error;
      return this.#wait(request);
    }
  }

  #wait(request: Submission): Promise<Outcome> {
    const { tracing } = this.parts;
    const given = request.importMarks?.caseId ?? request.newCaseId;
    if (tracing === undefined) return this.#enqueue(request, given ?? this.#mint());
    return tracing.command(request.type, { given, mint: this.#mint }, (commandId) => this.#enqueue(request, commandId));
  }

  async #enqueue(request: Submission, commandId: string): Promise<Outcome> {
    return new Promise<Outcome>((settle, fail) => {
      this.#queue.push(this.#pending(request, commandId, settle, fail));
      this.#kick();
    });
  }

  #pending(request: Submission, commandId: string, settle: Pending['settle'], fail: Pending['fail']): Pending {
    const registers = request.caseId === undefined;
    const { codes, texts } =
      registers || request.texts !== undefined
        ? { codes: request.payload, texts: request.texts ?? {} }
        : this.#withoutTexts(request.type, request.payload);
    return {
      commandId,
      caseId: request.caseId ?? commandId,
      registers,
      type: request.type,
      actor: request.actor,
      payload: codes,
      texts,
      parties: request.parties ?? [],
      related: registers
        ? (request.related ?? [])
        : this.parts.decisions.namedCases(request.type, codes).filter((id) => id !== request.caseId),
      expectedVersion: request.expectedVersion,
      idempotency: request.idempotency,
      importMarks: request.importMarks,
      rung: request.rung,
      internal: request.internal ?? false,
      patient: request.patient ?? false,
      arrivedAt: this.#time.now(),
      settle,
      fail,
    };
  }

  /** Free text never enters the event: the fields that the catalogue names are taken out. */
  #withoutTexts(
    type: string,
    payload: Readonly<Record<string, unknown>>,
  ): { readonly codes: Record<string, unknown>; readonly texts: Record<string, string> } {
    const fields = this.parts.decisions.commands[type]?.texts ?? [];
    const codes: Record<string, unknown> = {};
    const texts: Record<string, string> = {};
    for (const [field, value] of Object.entries(payload)) {
      if (typeof value === 'string' && fields.includes(field)) texts[field] = value;
      else if (value !== undefined) codes[field] = value;
    }
    return { codes, texts };
  }

  /** After everything that came in this moment: commands of one tick share a group. */
  #kick(): void {
    if (this.#kicked) return;
    this.#kicked = true;
    this.#time.soon(() => {
      this.#kicked = false;
      while (this.#out < this.#lanes) {
        // Half of what is there for each lane, so that one decides while the other commits.
        const fair = Math.ceil((this.#queue.length + this.#inFlight) / this.#lanes);
        const group = this.#queue.take(Math.min(this.#groupSize, Math.max(fair, SMALLEST_SHARE)));
        if (group.length === 0) break;
        void this.#dispatch(group);
      }
      // What waited may have been answered without being dispatched: it had waited too long.
      if (this.#isIdle()) this.#drained?.();
    });
  }

  async #dispatch(group: readonly Pending[]): Promise<void> {
    this.#out += 1;
    this.#inFlight += group.length;
    const ended = this.parts.tracing?.group(group.map(({ commandId }) => commandId));
    try {
      await this.#committer.run(group);
    } finally {
      ended?.();
      this.#out -= 1;
      this.#inFlight -= group.length;
      if (this.#queue.length > 0) this.#kick();
      else if (this.#isIdle()) this.#drained?.();
    }
  }

  /** Nothing waits, nothing is being committed. */
  #isIdle(): boolean {
    return this.#queue.length === 0 && this.#out === 0;
  }
}

interface Submission {
  readonly actor: Actor;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly caseId?: string;
  readonly texts?: RegisterRequest['texts'] | undefined;
  readonly newCaseId?: string | undefined;
  readonly related?: RegisterRequest['related'];
  readonly parties?: RegisterRequest['parties'];
  readonly expectedVersion?: number | undefined;
  readonly idempotency?: Idempotency | undefined;
  readonly importMarks?: ImportMarks | undefined;
  readonly rung?: Pending['rung'];
  readonly internal?: boolean;
  readonly patient?: boolean;
}
