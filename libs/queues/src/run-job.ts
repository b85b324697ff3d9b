import type { Job } from 'bullmq';
import { DelayedError, UnrecoverableError } from 'bullmq';
import type { JobDefinition } from './job-definition.ts';
import type { JobHandler } from './job-handler.ts';
import { NotDueYet } from './job-handler.ts';

/** Parses the payload, calls the handler, maps what it throws to what the queue understands. */
export async function runJob(
  registered: { readonly job: JobDefinition; readonly handler: JobHandler<unknown> } | undefined,
  job: Job,
  token: string | undefined,
): Promise<void> {
  if (registered === undefined) throw new UnrecoverableError(`no kind of job of this queue is called ${job.name}`);
  const payload = registered.job.payload.safeParse(job.data);
  // Trying again won't make it valid; what it was about comes back from PostgreSQL.
  if (!payload.success)
    throw new UnrecoverableError(
      `the payload of ${job.name} is malformed: ${payload.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  try {
    await registered.handler.handle(payload.data);
  } catch (error) {
    if (!(error instanceof NotDueYet)) throw error;
    await job.moveToDelayed(Date.now() + error.remainingMs, token);
    throw new DelayedError();
  }
}
