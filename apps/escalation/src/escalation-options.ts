/** Injection token of `EscalationOptions`. */
export const ESCALATION_OPTIONS = Symbol('ESCALATION_OPTIONS');

export interface EscalationOptions {
  /** ms between two sweeps that found nothing; null: no periodic sweep, the wake-ups alone do it. */
  readonly sweepEvery: number | null;
  /** ms between two looks at what falls due next, which is climbed at its instant; null: the sweep and the wake-ups find it. */
  readonly lookEvery: number | null;
  /** Rungs climbed by one call of the engine. */
  readonly batch: number;
  /** ms between two purges. */
  readonly purgeEvery: number;
  /** ms between two looks for a switch of the law to carry out. */
  readonly switchEvery: number;
  /** ms between two looks for a record to be opened. */
  readonly recordEvery: number;
  /** ms between two looks for a return visit that was drawn. */
  readonly drawEvery: number;
}

export const DEFAULT_ESCALATION_OPTIONS: EscalationOptions = {
  sweepEvery: 1000,
  lookEvery: 500,
  batch: 2000,
  purgeEvery: 3_600_000,
  switchEvery: 1000,
  recordEvery: 200,
  drawEvery: 500,
};
