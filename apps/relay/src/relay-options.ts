/** Injection token of `RelayOptions`. */
export const RELAY_OPTIONS = Symbol('RELAY_OPTIONS');

export interface RelayOptions {
  /** ms for which a batch belongs to its job; afterwards it is delivered again. */
  readonly lease: number;
  /** Jobs of notices that may wait or run at once; rows beyond stay unleased, so that nothing ages in the queue. */
  readonly jobsInFlight: number;
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
  jobsInFlight: 4,
  maxTries: 5,
  keepHours: 24,
  poll: [200, 250],
  horizonHours: 24,
};
