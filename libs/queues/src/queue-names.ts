import type { WorkerOptions } from 'bullmq';
import type { QueueName } from '#libs/contracts';

export { QUEUE_NAMES } from '#libs/contracts';
export type { QueueName } from '#libs/contracts';

type Consumption = Required<
  Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'drainDelay' | 'runRetryDelay'>
>;

/**
 * How a process consumes each queue. Locks are short: a job lost with its process is found again within seconds, and a
 * second delivery changes nothing.
 */
export const QUEUES: Readonly<Record<QueueName, Consumption>> = {
  // Two batches at a time: while one commits, the other is read. A job that dies with its process isn't tried again: its rows come back by
  // their leases, in smaller company, and the one that kills is found.
  notices: { concurrency: 2, lockDuration: 15_000, stalledInterval: 5000, maxStalledCount: 0, drainDelay: 5, runRetryDelay: 1000 },
  // Each waits for a provider most of its time; how many of a channel are on their way is the lease's affair.
  deliveries: { concurrency: 40, lockDuration: 30_000, stalledInterval: 5000, maxStalledCount: 10, drainDelay: 5, runRetryDelay: 1000 },
  // One: all wake-ups of a process run the same sweep.
  wakeups: { concurrency: 1, lockDuration: 30_000, stalledInterval: 5000, maxStalledCount: 10, drainDelay: 5, runRetryDelay: 1000 },
};
