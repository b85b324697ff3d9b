import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import type { PgPool } from 'bullmq';
import pg from 'pg';
import { APPLICATION_ROLE, poolConfig } from '#libs/persistence';
import type { OpenQueue, QueueBackend, QueueProcessor, QueueWorkerOptions, RunnableWorker } from './queue-backend.ts';
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
