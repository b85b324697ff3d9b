import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import type { PgPool } from 'bullmq';
import pg from 'pg';
import { APPLICATION_ROLE, poolConfig } from '#libs/persistence';
import type { OpenQueue, QueueBackend, QueueProcessor, QueueWorkerOptions, RunnableWorker } from './queue-backend.ts';
import { LARGEST_SKEW } from './database-clock.ts';
import { QUEUES } from './queue-names.ts';
import { QUEUE_SCHEMA } from './queue-pool.ts';

/** Any number; the same in every process. */
const PREPARE_LOCK = 5_240_002;

/**
 * BullMQ makes a sequence for each queue when the first job is added, so the application may create in that schema (and in no
 * other). Those sequences are its own; granting on them would be refused to an owner who is no superuser.
 */
const GRANTS = `
  grant usage, create on schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE};
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE};
  grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APPLICATION_ROLE};
  do $$
  declare
    sequence regclass;
  begin
    for sequence in
      select oid from pg_class where relkind = 'S' and relnamespace = '${QUEUE_SCHEMA}'::regnamespace and relowner = current_user::regrole
    loop
      execute format('grant usage, select, update on sequence %s to ${APPLICATION_ROLE}', sequence);
    end loop;
  end
  $$`;

/** $1 the longest lock, $2 the largest skew that is let pass, both in ms. Before the first job there is nothing to heal. */
const HEAL = `
  with database as (
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now
  ), recovery as (
    update ${QUEUE_SCHEMA}.meta m set value = database.now::text from database
    where m.field = 'stalled-check' and m.value::bigint > database.now + $2
  )
  update ${QUEUE_SCHEMA}.job j set locked_until_ms = database.now from database
  where j.state = 'active' and j.locked_until_ms > database.now + $1 + $2`;

const LONGEST_LOCK = Math.max(...Object.values(QUEUES).map(({ lockDuration }) => lockDuration));

const OnPostgres = withBackend(createPostgresBackend);

/** Queues in the database itself: nothing else to run. Shares the given pool and never ends it. */
export class PostgresQueues implements QueueBackend {
  readonly kind = 'postgres';

  private readonly pool: PgPool;

  constructor(
    pool: pg.Pool,
    private readonly ownerUrl: string,
  ) {
    // The same thing at run time; BullMQ writes out overloads that pg's generic `on` has no type for.
    this.pool = pool as unknown as PgPool;
  }

  /** Brings BullMQ's own tables up to date (as the owner: the application's role owns nothing) and lets the application use them. */
  async prepare(): Promise<void> {
    const client = new pg.Client(
      poolConfig(this.ownerUrl, { name: 'queue-migrations', max: 1, statementTimeout: 60_000, asApplication: false }),
    );
    // A connection that breaks between two statements shows in the next one.
    client.on('error', () => undefined);
    await client.connect();
    try {
      // Processes that start together would otherwise trip over each other's grants. Ends with the connection.
      await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
      await runMigrations(client, QUEUE_SCHEMA);
      await client.query(GRANTS);
    } finally {
      await client.end();
    }
  }

  /**
   * Undoes what a process with a fast clock did before it noticed. BullMQ keeps the clocks of whoever wrote last: one pass of
   * stalled recovery in the future keeps every other process from making one until then, and jobs locked until then stay with
   * their dead holders.
   */
  async verify(): Promise<void> {
    await this.pool.query(HEAL, [LONGEST_LOCK, LARGEST_SKEW]);
  }

  queue(name: string): OpenQueue {
    return new OnPostgres.Queue(name, { connection: this.pool });
  }

  worker(name: string, processor: QueueProcessor, options: QueueWorkerOptions): RunnableWorker {
    return new OnPostgres.Worker(name, processor, { ...options, connection: this.pool, autorun: false });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
