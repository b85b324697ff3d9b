import pg from 'pg';
import { poolConfig, survivingBreaks } from '#libs/persistence';

/** `pg.Pool` of the queues and of the processes that feed and empty them; kept apart from the engine's few connections. */
export const QUEUE_POOL = Symbol('QUEUE_POOL');

/** Where BullMQ keeps its tables on PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * One pool for everything: BullMQ given a config instead would open one for each queue and worker. Each worker keeps one of
 * its connections for LISTEN. `jiefen` is not on the search path, so that nobody's SQL meets BullMQ's `job` by accident. No JIT:
 * what it would compile is run in milliseconds.
 */
export function createQueuePool(databaseUrl: string, options: { readonly max?: number } = {}): pg.Pool {
  const config = poolConfig(databaseUrl, { name: 'queues', max: options.max ?? 12, statementTimeout: 20_000 });
  const pool = survivingBreaks(new pg.Pool({ ...config, options: `${config.options ?? ''} -c search_path=${QUEUE_SCHEMA} -c jit=off` }));
  // Every backend of BullMQ on the pool adds a listener of its own.
  pool.setMaxListeners(50);
  return pool;
}
