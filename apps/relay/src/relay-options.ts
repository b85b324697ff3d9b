/** Injection token of `RelayOptions`. */
export const RELAY_OPTIONS = Symbol('RELAY_OPTIONS');

export interface RelayOptions {
  /** ms for which a batch belongs to its job; afterwards it is delivered again. */
  readonly lease: number;
  /**
   * Jobs of notices that may wait at once; rows beyond stay unleased, so that nothing ages in the queue. Those that are being done don't
   * count: some may have died with their process, and would hold everything up until their locks run out.
   */
  readonly jobsWaiting: number;
  /** Tries after which a row becomes a dead letter. */
  readonly maxTries: number;
  /** Hours that done rows are kept. */
  readonly keepHours: number;
  /** ms between two looks at the outbox: at least, at most. */
  readonly poll: readonly [shortest: number, longest: number];
  /** Under the real clock wake-ups are queued this many hours ahead. */
  readonly horizonHours: number;
}

export const DEFAULT_RELAY_OPTIONS: RelayOptions = {
  lease: 15_000,
  jobsWaiting: 2,
  maxTries: 5,
  keepHours: 24,
  poll: [200, 250],
  horizonHours: 24,
};
