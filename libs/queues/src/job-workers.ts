import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Pool } from 'pg';
import { QueuePauses } from '#libs/backlog';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { registerHandlers } from './handler-register.ts';
import type { FoundHandler } from './handler-register.ts';
import type { JobHandler } from './job-handler.ts';
import { HANDLED_JOB } from './job-handler.ts';
import { JobProducer } from './job-producer.ts';
import { JOBS } from './jobs.ts';
import { obstacleOf } from './obstacle.ts';
import type { QueueBackend } from './queue-backend.ts';
import type { QueueName } from './queue-names.ts';
import { QUEUES } from './queue-names.ts';
import { QUEUE_POOL } from './queue-pool.ts';
import { runJob } from './run-job.ts';
import type { WorkerState } from './supervised-worker.ts';
import { SupervisedWorker } from './supervised-worker.ts';
import { QUEUE_BACKEND, WALL_CLOCK } from './tokens.ts';

/** Starts a supervised worker for every queue that this process consumes, once everything else has started. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly consumed = new Set<QueueName>();
  private readonly pauses: QueuePauses;
  private workers: readonly SupervisedWorker[] = [];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(JobProducer) private readonly producer: JobProducer,
    @Inject(QUEUE_POOL) private readonly pool: Pool,
    @Inject(WALL_CLOCK) private readonly wallClock: () => number,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.pauses = new QueuePauses(pool);
  }

  /** To be called in a module's `onModuleInit`: this process must consume the queue, so every job of it needs its handler. */
  consume(queue: QueueName): void {
    this.consumed.add(queue);
  }

  get states(): readonly WorkerState[] {
    return this.workers.map(({ state }) => state);
  }

  /** Health check: rejects with the reason while the queue's worker takes no jobs though nobody has paused it. */
  ensureWorking(queue: QueueName): Promise<void> {
    const state = this.states.find((candidate) => candidate.queue === queue);
    return state?.state === 'working' || state?.state === 'paused'
      ? Promise.resolve()
      : Promise.reject(new Error(`the ${queue} worker is ${state?.state ?? 'not started'}: ${state?.reason ?? 'no reason given'}`));
  }

  onApplicationBootstrap(): void {
    const registered = registerHandlers(JOBS, this.findHandlers(), this.consumed);
    this.workers = [...registered].map(
      ([queue, handlers]) =>
        new SupervisedWorker({
          queue,
          obstacle: () => obstacleOf(queue, { pool: this.pool, pauses: this.pauses, producer: this.producer, wallClock: this.wallClock }),
          make: () => this.backend.worker(queue, (job, token) => runJob(handlers.get(job.name), job, token), QUEUES[queue]),
          onChange: (state) => {
            this.log[state.state === 'away' ? 'warn' : 'info'](`queues.worker_${state.state}`, {
              queue: state.queue,
              // Why an operator has paused it is for the page; what a person writes doesn't belong into a log.
              reason: state.state === 'paused' ? null : state.reason,
            });
          },
        }),
    );
    for (const worker of this.workers) worker.start();
  }

  /** Before the servers and pools go: no more jobs are taken, those in hand are finished. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
  }

  private findHandlers(): FoundHandler[] {
    const reflector = new Reflector();
    const found = new Map<JobHandler<unknown>, FoundHandler>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!isHandler(instance) || typeof metatype !== 'function') continue;
      const job: unknown = reflector.get(HANDLED_JOB, metatype);
      if (typeof job === 'string') found.set(instance, { job, className: metatype.name, handler: instance });
    }
    return [...found.values()];
  }
}

function isHandler(instance: unknown): instance is JobHandler<unknown> {
  return typeof instance === 'object' && instance !== null && 'handle' in instance && typeof instance.handle === 'function';
}
