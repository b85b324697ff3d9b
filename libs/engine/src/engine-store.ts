import type { CaseSnapshot, Instant } from '#libs/domain';
import type { DecidedAt, ToldTime } from './clock-estimate.ts';
import type { CaseWrite, KeyWrite } from './verdict.ts';

/** All that the engine asks of whatever keeps its cases. PostgreSQL in the product; the simulation keeps them in memory. */
export interface EngineStore {
  readonly clock: ClockStore;
  readonly rungs: RungStore;
  /** A session for one group; the caller ends it. */
  connect(): Promise<GroupSession>;
  /** Starts of blocks of `CASE_NUMBER_BLOCK` case numbers, given to nobody else. */
  caseNumbers(blocks: number): Promise<readonly number[]>;
  /** @returns how many were forgotten */
  purgeKeys(olderThanDays: number): Promise<number>;
}

/** The legal clock. Its answers come from one place for all processes. */
export interface ClockStore {
  now(): Promise<Instant>;
  /** The manual clock's instant; null while real time governs. */
  manual(): Promise<Instant | null>;
  /** @returns false when that would turn a manual clock back; nothing is changed then */
  set(at: Instant): Promise<boolean>;
}

export interface DueRung {
  readonly deadlineId: string;
  readonly caseId: string;
  readonly step: number;
  readonly version: number;
}

export interface Forecast {
  readonly rungs: readonly (DueRung & { readonly due: Date })[];
  readonly told: ToldTime;
}

/** Ladder rungs; those that failed lately or too often are left out of both answers. */
export interface RungStore {
  /** Due by the store's legal clock, the earliest first; without those of the deadlines named, which are being climbed. */
  due(limit: number, except: readonly string[]): Promise<readonly DueRung[]>;
  /** What falls due in the next `withinMs` of real time, the earliest first, and the time by the store's clock; none under the manual clock. */
  upcoming(withinMs: number, limit: number): Promise<Forecast>;
  /** When the next one falls due, or fell. */
  next(): Promise<Instant | null>;
  /** Counts a failure and lets the rung rest. @returns failures so far; 0 when it is no longer there or no longer due */
  failed(rung: DueRung, reason: string): Promise<number>;
  /** Makes a dead letter of it. */
  bury(rung: DueRung, reason: string, attempts: number): Promise<void>;
}

/** What a group's decisions depend on; of a case whose head is known already only what may have changed. */
export interface LoadRequest {
  readonly caseIds: readonly string[];
  /** The head hash of the caller's copy of each, empty where he has none. */
  readonly heads: readonly string[];
  readonly scopes: readonly string[];
  readonly keys: readonly string[];
  /** Cases whose wrapped data key is wanted. */
  readonly vaults: readonly string[];
}

export type CaseRow = readonly [
  id: string,
  head: string,
  seq: number,
  version: number,
  caseNo: string,
  lastAt: string,
  closedAt: string | null,
  snapshot: CaseSnapshot | null,
];
export type KeyRow = readonly [scope: string, key: string, bodyHash: string, status: number, answer: unknown, caseId: string | null];

/** Read at one moment; null where nothing was found. */
export interface LoadAnswer extends ToldTime {
  readonly cases: readonly CaseRow[] | null;
  readonly keys: readonly KeyRow[] | null;
  /** In base64. */
  readonly vaults: readonly (readonly [caseId: string, wrapped: string])[] | null;
}

export interface CommitAnswer extends ToldTime {
  /** For each write, whether it is committed: false, it lost a race, isn't due, or was decided by another clock. */
  readonly ok: readonly boolean[];
}

/** Where an attempt's command would stand. */
export interface SoughtEvent {
  readonly caseId: string;
  readonly seq: number;
}

/** A command that stands in the log. */
export interface StandingEvent extends SoughtEvent {
  readonly commandId: string;
}

/** One group's way to the store, used by one caller at a time; any call may fail, and the session with it. */
export interface GroupSession {
  /** Marks what this session commits, so that another one can end it. */
  readonly attempt: string;
  /** Holds the cases until the session commits or ends: nobody can be quicker. */
  lock(caseIds: readonly string[]): Promise<void>;
  load(request: LoadRequest): Promise<LoadAnswer>;
  /** Writes all or none of each command, durably when it has answered. */
  commit(writes: readonly (CaseWrite | KeyWrite)[], decidedAt: DecidedAt, knownWakeups: ReadonlySet<Instant>): Promise<CommitAnswer>;
  /**
   * Ends an attempt whose session broke: what hasn't reached the store by then changes nothing any more.
   * @returns what stands where it is sought
   */
  closeAttempt(attempt: string, sought: readonly SoughtEvent[]): Promise<readonly StandingEvent[]>;
  /** Ends the session; what it held and didn't commit is given up. Whether it may be used again by another group is told by `error`. */
  end(error?: unknown): Promise<void>;
}
