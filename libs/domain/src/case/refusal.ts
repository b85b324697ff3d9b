import type { BilingualText, Refusal } from './decision.ts';

interface Details {
  readonly code?: string;
  readonly basis?: string | null;
  readonly whoMay?: BilingualText | null;
  readonly from?: string | null;
}

/** 409: the state or a condition forbids it. */
export function refused(reason: BilingualText, details: Details = {}): Refusal {
  return { kind: 'refused', code: 'case.command_refused', reason, basis: null, whoMay: null, from: null, ...details };
}

/** 403: this person can't do this in his relation to the case. */
export function forbidden(reason: BilingualText, details: Details = {}): Refusal {
  return { kind: 'forbidden', code: 'case.forbidden', reason, basis: null, whoMay: null, from: null, ...details };
}

/** 400: the payload contradicts the case, whatever its state. */
export function invalid(field: string, code: string, reason: BilingualText): Refusal {
  return { kind: 'invalid', code, reason, basis: null, whoMay: null, from: null, field };
}
