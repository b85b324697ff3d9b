import { PROBLEMS } from '#libs/contracts';
import type { FieldError, ProblemCode } from '#libs/contracts';
import type { AllowedCommand, BilingualText, Refusal } from '#libs/domain';

/** What a problem says beyond its code. */
export interface ProblemFields {
  readonly reason?: BilingualText;
  readonly errors?: readonly FieldError[];
  readonly allowed?: readonly AllowedCommand[];
  readonly basis?: string | null;
  readonly whoMay?: BilingualText | null;
  readonly from?: string | null;
  readonly version?: number;
  readonly retryAfter?: number;
}

/** A problem as it is recorded under an Idempotency-Key and rendered into every answer. */
export interface ProblemBody extends ProblemFields {
  readonly code: string;
  readonly status: number;
}

/** An expected no, on its way to the one filter that writes problem+json. */
export class ProblemError extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.code);
    this.name = 'ProblemError';
  }
}

/** A problem of the HTTP layer, by its code. */
export function problemOf(code: ProblemCode, fields: ProblemFields = {}): ProblemError {
  return new ProblemError({ code, status: PROBLEMS[code].status, ...fields });
}

/** 400 with the fields that are wrong. */
export function invalid(...errors: readonly FieldError[]): ProblemError {
  return problemOf('request.invalid', { errors: errors.slice(0, 100) });
}

/** A field that names something which does not exist. */
export const unknownReference = (field: string): FieldError => ({ field, code: 'unknown_reference', message: 'names nothing that exists' });

const REFUSAL_STATUS = { forbidden: 403, refused: 409, invalid: 400 } as const;

/** The domain's refusal as a problem, with everything the person needs to go on. */
export function refusalProblem(refusal: Refusal, allowed: readonly AllowedCommand[], version: number): ProblemBody {
  const { code, reason, basis, whoMay, from } = refusal;
  const errors = refusal.kind === 'invalid' ? [{ field: fieldOf(refusal), code, message: reason.en }] : undefined;
  return {
    code,
    status: REFUSAL_STATUS[refusal.kind],
    reason,
    basis,
    whoMay,
    from,
    allowed,
    version,
    ...(errors === undefined ? {} : { errors }),
  };
}

const fieldOf = (refusal: Refusal): string => (refusal.field === undefined ? 'payload' : `payload.${refusal.field}`);
