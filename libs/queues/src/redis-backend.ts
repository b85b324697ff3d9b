import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { OpenQueue, QueueBackend, QueueProcessor, QueueWorkerOptions, RunnableWorker } from './queue-backend.ts';
import { QueueBackendUnusable } from './queue-backend.ts';

const OnRedis = withBackend(createRedisBackend);

/** Hash-tagged, so that all keys of the queues live in one slot of a Redis Cluster. */
const PREFIX = '{jiefen}';

const retryStrategy = (times: number): number => Math.min(times * 100, 2000);

/**
 * ms after which a connection that answers nothing is dropped and made anew: a network that went dumb says nothing of its own end, and a
 * command that is given up leaves the dead connection standing. Workers block for up to 10 s at a time.
 */
const DUMB_AFTER = { producers: 5_000, consumers: 15_000 };

/** Queues in Redis, for installations with several processes of each kind. */
export class RedisQueues implements QueueBackend {
  readonly kind = 'redis';
  private readonly producers: Redis;
  private readonly consumers: Redis;

  constructor(url: string, onError: (error: Error) => void) {
    // A producer fails at once: the relay releases the rows and tries again, instead of piling commands up in memory.
    this.producers = new Redis(url, {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 5000,
      commandTimeout: 10_000,
      socketTimeout: DUMB_AFTER.producers,
      retryStrategy,
    });
    // BullMQ wants workers to wait for ever: their blocking reads have no limit.
    this.consumers = new Redis(url, {
      lazyConnect: true,
      maxRetriesPerRequest: null,
      connectTimeout: 5000,
      socketTimeout: DUMB_AFTER.consumers,
      retryStrategy,
    });
    this.producers.on('error', onError);
    this.consumers.on('error', onError);
  }

  /** A Redis that evicts keys forgets jobs silently, so it is refused. */
  async prepare(): Promise<void> {
    for (const connection of [this.producers, this.consumers]) {
      if (connection.status === 'wait' || connection.status === 'end') await connection.connect();
    }
    await this.producers.ping();
    const memory = await this.producers.info('memory');
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') {
      throw new QueueBackendUnusable(`Redis may evict jobs (maxmemory-policy ${policy}): set maxmemory-policy noeviction`);
    }
  }

  queue(name: string): OpenQueue {
    return new OnRedis.Queue(name, { connection: this.producers, prefix: PREFIX });
  }

  worker(name: string, processor: QueueProcessor, options: QueueWorkerOptions): RunnableWorker {
    return new OnRedis.Worker(name, processor, { ...options, connection: this.consumers, prefix: PREFIX, autorun: false });
  }

  close(): Promise<void> {
    this.producers.disconnect();
    this.consumers.disconnect();
    return Promise.resolve();
  }
}
