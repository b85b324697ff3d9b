import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Pool } from 'pg';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import { reachFaultPoint } from '#libs/fault-points';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { JobProducer } from './job-producer.ts';
import { JobWorkers } from './job-workers.ts';
import { PostgresQueues } from './postgres-backend.ts';
import type { QueueBackend } from './queue-backend.ts';
import { QueueBackendUnusable } from './queue-backend.ts';
import { createQueuePool, QUEUE_POOL } from './queue-pool.ts';
import { RedisQueues } from './redis-backend.ts';
import { QUEUE_BACKEND, WALL_CLOCK } from './tokens.ts';

const tellOf =
  (log: Log) =>
  (error: Error): void => {
    log.warn('queues.backend_failed', { error });
  };

/** Queues for the processes that feed or empty them. The API uses it for the board alone. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: WALL_CLOCK, useValue: Date.now },
    { provide: QUEUE_POOL, inject: [CONFIG], useFactory: (config: Config) => createQueuePool(config.databaseUrl) },
    {
      provide: QUEUE_BACKEND,
      inject: [CONFIG, QUEUE_POOL, LOG],
      useFactory: (config: Config, pool: Pool, log: Log): QueueBackend =>
        config.redisUrl === null ? new PostgresQueues(pool, config.databaseUrl) : new RedisQueues(config.redisUrl, tellOf(log)),
    },
    {
      provide: JobProducer,
      inject: [QUEUE_BACKEND, LOG],
      useFactory: (backend: QueueBackend, log: Log) => new JobProducer(backend, tellOf(log)),
    },
    JobWorkers,
  ],
  exports: [QUEUE_POOL, QUEUE_BACKEND, JobProducer, JobWorkers],
})
export class QueuesModule implements OnApplicationShutdown, OnModuleInit {
  constructor(
    @Inject(JobProducer) private readonly producer: JobProducer,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(QUEUE_POOL) private readonly pool: Pool,
  ) {}

  /** @throws QueueBackendUnusable: the process must not start on queues that may forget jobs */
  async onModuleInit(): Promise<void> {
    try {
      await this.backend.verify();
    } catch (error) {
      // Away for now: whoever needs it says so, and goes on trying.
      if (error instanceof QueueBackendUnusable) throw error;
    }
  }

  /** The last phase; the workers have stopped in the one before. Queues, then the backend, the pool at the very end. */
  async onApplicationShutdown(): Promise<void> {
    reachFaultPoint('process.half-stopped');
    await this.producer.close();
    await this.backend.close();
    await this.pool.end();
  }
}
