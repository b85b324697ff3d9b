import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { RedisServer } from './redis-server.ts';

/** Where the queues may live; what touches them is tested over both. */
export const QUEUE_BACKENDS = ['postgres', 'redis'] as const;
export type QueueBackendKind = (typeof QUEUE_BACKENDS)[number];

/**
 * The place of the queues for a product under test: the database itself, or a Redis of the test's own.
 *
 *     const queues = await QueueStore.start(kind);
 *     const app = new RunningApp({ port, env: { DATA_DIR: folder, ...queues.env } });
 */
export class QueueStore {
  private constructor(
    readonly kind: QueueBackendKind,
    /** To be killed, frozen, flushed; null on PostgreSQL. */
    readonly redis: RedisServer | null,
  ) {}

  static async start(kind: QueueBackendKind): Promise<QueueStore> {
    return new QueueStore(kind, kind === 'redis' ? await RedisServer.start() : null);
  }

  /** `Config.redisUrl` of an application that runs on it. */
  get redisUrl(): string | null {
    return this.redis?.url ?? null;
  }

  /** The environment of a process that runs on it. */
  get env(): Readonly<Record<string, string>> {
    return this.redis === null ? {} : { REDIS_URL: this.redis.url };
  }

  /** Every job is lost at once. `databaseUrl`: its owner's, of the database that the product runs on. */
  async lose(databaseUrl: string): Promise<void> {
    if (this.redis !== null) return this.redis.flush();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query('truncate bullmq.job cascade');
    } finally {
      await client.end();
    }
  }

  /** Between two tests on databases of their own: nothing of the one reaches the other. */
  async clear(): Promise<void> {
    await this.redis?.flush();
  }

  async stop(): Promise<void> {
    await this.redis?.stop();
  }
}

/** A place of the queues for the tests of the calling block: started before them, stopped after them. */
export function ownQueues(kind: QueueBackendKind): { readonly store: () => QueueStore } {
  let store: QueueStore | undefined;
  beforeAll(async () => {
    store = await QueueStore.start(kind);
  }, 60_000);
  afterAll(async () => {
    await store?.stop();
  }, 60_000);
  return {
    store: () => {
      if (store === undefined) throw new Error('the queues are not started: ask within a test or a hook');
      return store;
    },
  };
}
