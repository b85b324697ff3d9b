import { SetMetadata } from '@nestjs/common';
import type { JobDefinition } from './job-definition.ts';

export const HANDLED_JOB = 'jiefen:handled-job';

/** Thrown by a handler whose job has come too early: it waits on, without counting as failed. */
export class NotDueYet extends Error {
  override readonly name = 'NotDueYet';

  constructor(readonly remainingMs: number) {
    super(`not due for another ${String(remainingMs)} ms`);
  }
}

/** Does one kind of job. Doing it twice must change nothing: every job may be delivered again. */
export interface JobHandler<Payload> {
  handle(payload: Payload): Promise<void>;
}

/** Marks the one class that handles this kind of job; the process refuses to start with none or two. */
export function HandlesJob<Payload>(job: JobDefinition<Payload>): (target: new (...args: never[]) => JobHandler<Payload>) => void {
  return (target) => {
    SetMetadata(HANDLED_JOB, job.name)(target);
  };
}
