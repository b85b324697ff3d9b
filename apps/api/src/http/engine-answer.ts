import { hash } from 'node:crypto';
import { canonicalJson } from '#libs/engine';
import type { Done, Idempotency, Outcome } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import { ProblemError, problemOf, refusalProblem } from './problem-error.ts';
import type { ProblemBody } from './problem-error.ts';

/** SHA-256 of the canonical JSON (RFC 8785): the same request in another spelling is the same request. */
export function bodyHashOf(body: unknown): string {
  return hash('sha256', canonicalJson(body), 'hex');
}

export interface KeyedRequest {
  readonly key: string | undefined;
  /** User (or `public`) and route. */
  readonly scope: string;
  /** As the client sent it. */
  readonly body: unknown;
}

/** How a key's outcome is recorded: the success as `record` gives it, a refusal as its problem. */
export function idempotencyOf(
  { key, scope, body }: KeyedRequest,
  status: 200 | 201,
  record: (done: Done) => unknown,
): { readonly idempotency?: Idempotency } {
  if (key === undefined) return {};
  return {
    idempotency: {
      scope,
      key,
      bodyHash: bodyHashOf(body),
      answer: (outcome) => {
        if (outcome.kind === 'done') return { status, body: record(outcome) };
        const problem = problemBodyOf(outcome);
        return { status: problem.status, body: problem };
      },
    },
  };
}

function problemBodyOf(outcome: Exclude<Outcome, Done | { readonly kind: 'replayed' }>): ProblemBody {
  switch (outcome.kind) {
    case 'not-found':
      return problemOf('case.not_found').body;
    case 'key-reused':
      return problemOf('idempotency.key_reused').body;
    case 'version-conflict':
      return problemOf('case.version_conflict', {
        version: outcome.version,
        reason: {
          zh: `案件已是第 ${String(outcome.version)} 版，请核对后再办`,
          en: `The case is at version ${String(outcome.version)} now`,
        },
      }).body;
    case 'refused':
      return refusalProblem(outcome.refusal, outcome.allowed, outcome.version);
  }
}

export interface Answered {
  readonly caseId: string;
  /** What `record` made of the success, now or when the key was first used. */
  readonly body: unknown;
}

/** What is recorded is asked for before the write, and by the caller after it: made once. */
export function once<T>(record: (done: Done) => T): (done: Done) => T {
  let made: { readonly of: Done; readonly body: T } | undefined;
  return (done) => {
    if (made?.of !== done) made = { of: done, body: record(done) };
    return made.body;
  };
}

/** The success, fresh or replayed. @throws the problem, fresh or replayed, of everything else. */
export function answeredBy(outcome: Outcome, record: (done: Done) => unknown): Answered {
  reachFaultPoint('api.before-answer');
  if (outcome.kind === 'done') return { caseId: outcome.caseId, body: record(outcome) };
  if (outcome.kind !== 'replayed') throw new ProblemError(problemBodyOf(outcome));
  if (outcome.status >= 400 || outcome.caseId === null) throw new ProblemError(outcome.body as ProblemBody);
  return { caseId: outcome.caseId, body: outcome.body };
}
