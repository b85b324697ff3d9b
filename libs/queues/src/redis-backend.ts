import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { OpenQueue, QueueBackend, QueueProcessor, QueueWorkerOptions, RunnableWorker } from './queue-backend.ts';
import { QueueBackendUnusable } from './queue-backend.ts';

const OnRedis = withBackend(createRedisBackend);

/** Hash-tagged, so that all keys of the queues live in one slot of a Redis Cluster. */
const PREFIX = '{jiefen}';

/** ms until the next attempt to connect; never more, so that work goes on within seconds of Redis coming back. */
const retryStrategy = (times: number): number => Math.min(times * 100, 2000);

/** ms after which a producer gives a command up: a Redis that is frozen, or cut off, keeps its connections and answers nothing. */
const ANSWER_WITHIN = 3000;

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
      connectTimeout: ANSWER_WITHIN,
      commandTimeout: ANSWER_WITHIN,
      socketTimeout: DUMB_AFTER.producers,
      retryStrategy,
    });
    // BullMQ wants workers to wait for ever: their blocking reads have no limit.
    this.consumers = new Redis(url, {
      lazyConnect: true,
      maxRetriesPerRequest: null,
      connectTimeout: ANSWER_WITHIN,
      socketTimeout: DUMB_AFTER.consumers,
      retryStrategy,
    });
    this.producers.on('error', onError);
    this.consumers.on('error', onError);
  }

  async prepare(): Promise<void> {
    for (const connection of [this.producers, this.consumers]) {
      if (connection.status === 'wait' || connection.status === 'end') await connection.connect();
    }
    await this.verify();
  }

  /** A Redis that evicts keys forgets jobs silently, so it is refused: at start, and when somebody sets it so later. */
  async verify(): Promise<void> {
    if (this.producers.status === 'wait') await this.producers.connect();
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
