import type { Job, JobsOptions, WorkerOptions } from 'bullmq';

export type QueueWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

export type QueueProcessor = (job: Job, token: string | undefined) => Promise<void>;

export interface JobToAdd {
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions;
}

/** What is used of BullMQ's `Queue`; its own type differs by backend. */
export interface OpenQueue {
  add(name: string, data: unknown, opts: JobsOptions): Promise<unknown>;
  addBulk(jobs: JobToAdd[]): Promise<unknown>;
  getJobCounts(...states: ('waiting' | 'prioritized' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>;
  isPaused(): Promise<boolean>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What is used of BullMQ's `Worker`. */
export interface RunnableWorker {
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
}

/** Where the queues live: PostgreSQL, or Redis. Both give the same queues and workers. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Makes the backend usable. @throws QueueBackendUnusable when it never will be, any other error when it is away for now */
  prepare(): Promise<void>;
  /**
   * Whether it may be used at this moment, asked again and again while it is; answers within seconds.
   * @throws QueueBackendUnusable when it is set up wrongly, any other error when it is away
   */
  verify(): Promise<void>;
  queue(name: string): OpenQueue;
  /** Does not run before `run()` is called. */
  worker(name: string, processor: QueueProcessor, options: QueueWorkerOptions): RunnableWorker;
  /** After the queues and workers are closed. */
  close(): Promise<void>;
}

/** The backend can't be used as it is set up; one line for whoever starts the process. */
export class QueueBackendUnusable extends Error {
  override readonly name = 'QueueBackendUnusable';
}

/** Why a backend can't be used, as a code for tables and pages. */
export const awayReasonOf = (error: unknown): 'evicting' | 'unreachable' =>
  error instanceof QueueBackendUnusable ? 'evicting' : 'unreachable';
