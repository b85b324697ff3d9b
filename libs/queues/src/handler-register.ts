import type { JobDefinition } from './job-definition.ts';
import type { JobHandler } from './job-handler.ts';
import type { QueueName } from './queue-names.ts';

export interface FoundHandler {
  readonly job: string;
  readonly className: string;
  readonly handler: JobHandler<unknown>;
}

/** A job name without a handler, or with two: the process must not start. */
export class JobHandlersWrong extends Error {
  override readonly name = 'JobHandlersWrong';
}

/**
 * The handlers by queue, for every queue that this process consumes: those it says it does, and those it has a handler for.
 * @throws JobHandlersWrong naming every job of these queues without exactly one handler, and every handler of an unknown job
 */
export function registerHandlers(
  jobs: readonly JobDefinition[],
  found: readonly FoundHandler[],
  consumed: ReadonlySet<QueueName>,
): ReadonlyMap<QueueName, ReadonlyMap<string, { readonly job: JobDefinition; readonly handler: JobHandler<unknown> }>> {
  const problems: string[] = [];
  const known = new Map(jobs.map((job) => [job.name, job]));
  if (known.size !== jobs.length) problems.push('two kinds of job have the same name');
  const queues = new Set(consumed);
  for (const { job, className } of found) {
    const definition = known.get(job);
    if (definition === undefined) problems.push(`${className} handles ${job}, which is no kind of job`);
    else queues.add(definition.queue);
  }
  const registered = new Map<QueueName, Map<string, { job: JobDefinition; handler: JobHandler<unknown> }>>();
  for (const job of jobs.filter(({ queue }) => queues.has(queue))) {
    const handlers = found.filter((candidate) => candidate.job === job.name);
    const [only] = handlers;
    if (only === undefined) problems.push(`nothing handles ${job.name}`);
    else if (handlers.length > 1) problems.push(`${handlers.map(({ className }) => className).join(' and ')} both handle ${job.name}`);
    else {
      const ofQueue = registered.get(job.queue) ?? new Map<string, { job: JobDefinition; handler: JobHandler<unknown> }>();
      ofQueue.set(job.name, { job, handler: only.handler });
      registered.set(job.queue, ofQueue);
    }
  }
  if (problems.length > 0) throw new JobHandlersWrong(problems.join('; '));
  return registered;
}
