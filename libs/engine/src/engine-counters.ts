/** Buckets of the acknowledgement time, in milliseconds. */
export const LATENCY_BUCKETS_MS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000] as const;

/** What the engine has done since the process started: plain numbers for the metrics page. */
export interface EngineStats {
  readonly committed: number;
  readonly refused: number;
  readonly replayed: number;
  readonly failed: number;
  /** Commits, of one or many commands. */
  readonly groups: number;
  readonly groupSizeMax: number;
  readonly halvings: number;
  /** Commands decided again because somebody else was quicker. */
  readonly conflicts: number;
  /** Commits whose outcome had to be looked up on a new connection. */
  readonly inDoubt: number;
  readonly shed: number;
  /** Waiting now. */
  readonly queued: number;
  /** Counts of acknowledgement times up to each of `LATENCY_BUCKETS_MS`, then the rest. */
  readonly latency: readonly number[];
  readonly latencySumMs: number;
}

export class EngineCounters {
  committed = 0;
  refused = 0;
  replayed = 0;
  failed = 0;
  groups = 0;
  groupSizeMax = 0;
  halvings = 0;
  conflicts = 0;
  inDoubt = 0;
  latencySumMs = 0;
  readonly latency: number[] = Array.from({ length: LATENCY_BUCKETS_MS.length + 1 }, () => 0);

  group(size: number): void {
    this.groups += 1;
    this.groupSizeMax = Math.max(this.groupSizeMax, size);
  }

  answered(ms: number): void {
    this.latencySumMs += ms;
    const found = LATENCY_BUCKETS_MS.findIndex((limit) => ms <= limit);
    const bucket = found < 0 ? LATENCY_BUCKETS_MS.length : found;
    this.latency[bucket] = (this.latency[bucket] ?? 0) + 1;
  }
}
