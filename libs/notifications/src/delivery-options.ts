/** Injection token of `DeliveryOptions`. */
export const DELIVERY_OPTIONS = Symbol('DELIVERY_OPTIONS');

export interface DeliveryOptions {
  /** ms for which a delivery belongs to its job, and then to whoever claimed it. */
  readonly lease: number;
  /** Deliveries of one channel that may be leased at once, over all processes: a provider that hangs holds up no other. */
  readonly inFlight: number;
  /** ms a provider has to answer. Well below the lease, so that nobody else takes over a call that still runs. */
  readonly answerWithin: number;
  /** Calls, or questions about one, after which a delivery becomes a dead letter. */
  readonly maxTries: number;
  /** Pause in ms after the first failure, doubled with each further one up to the longest. */
  readonly retryAfter: readonly [first: number, longest: number];
  /** ms before an unknown outcome is asked about. */
  readonly askAfter: number;
  /** ms to wait before mail of unknown outcome goes out again under the same Message-ID. */
  readonly resendMailAfter: number;
  /** Failures in a row after which a webhook is switched off. */
  readonly webhookFailures: number;
  /** Days that finished deliveries are kept. */
  readonly keepDays: number;
}

export const DEFAULT_DELIVERY_OPTIONS: DeliveryOptions = {
  lease: 20_000,
  inFlight: 20,
  answerWithin: 8000,
  maxTries: 10,
  retryAfter: [5000, 3_600_000],
  askAfter: 5000,
  resendMailAfter: 300_000,
  webhookFailures: 20,
  keepDays: 90,
};
