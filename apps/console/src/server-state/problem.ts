import type { FieldError, Problem as ContractProblem } from '#libs/contracts';

export type { FieldError };

/** `application/problem+json`; anything a proxy may answer instead has at least status, code and title. */
export type Problem = Pick<ContractProblem, 'title' | 'status' | 'code'> & Partial<ContractProblem>;

/** What every failed call throws; no answer at all is status 0, `client.offline`. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem inside anything thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { title: error instanceof Error ? error.message : String(error), status: 0, code: 'client.unexpected' };
}
