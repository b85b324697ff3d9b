import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from '#libs/embedded-postgres';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { until } from '../support/until.ts';

const DATABASE = 'jiefen';

/** How a server may end; `fast` and `immediate` as `pg_ctl restart -m` has them. */
export const SERVER_ENDS = { fast: 'SIGINT', immediate: 'SIGQUIT', killed: 'SIGKILL' } as const;
export type ServerEnd = keyof typeof SERVER_ENDS;

/** A PostgreSQL server for one scenario, that can be restarted, killed and kept down. */
export class DatabaseServer {
  #server: EmbeddedPostgres | null = null;

  private constructor(
    readonly folder: string,
    private readonly made: boolean,
  ) {}

  /** `folder`: where the cluster is to lie; without it, in one of its own, removed in the end. */
  static async start(folder?: string, settings: Readonly<Record<string, string>> = {}): Promise<DatabaseServer> {
    const server = new DatabaseServer(folder ?? mkdtempSync(join(tmpdir(), 'jiefen-fault-pg-')), folder === undefined);
    await server.up(settings);
    return server;
  }

  get url(): string {
    return this.#running.url;
  }

  get port(): number {
    return this.#running.port;
  }

  /** Starts it where it was. */
  async up(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#server = await startEmbeddedPostgres({ dataDir: this.folder, database: DATABASE, settings });
  }

  /** Stops it until `up`. */
  async down(): Promise<void> {
    await this.#running.stop();
  }

  /** Ends it; it is started again by itself. @returns `performance.now()` when it took connections again */
  async end(how: ServerEnd): Promise<number> {
    const { pid } = this.#running;
    process.kill(pid, SERVER_ENDS[how]);
    await until(
      'the server is another one',
      () => this.#running.pid,
      (now) => now !== pid,
    );
    return this.back();
  }

  /** Kills one process of the server that serves a session of the application. The server then ends all sessions and recovers. */
  async killBackend(): Promise<number> {
    const pid = await this.#ask<{ pid: number }>(
      `select pid from pg_stat_activity where application_name like 'jiefen-%' and datname = current_database() order by backend_start desc limit 1`,
    );
    if (pid === undefined) throw new Error('nobody of the application is connected');
    process.kill(pid.pid, 'SIGKILL');
    return this.back();
  }

  /** Ends one session of the application, as an administrator would. */
  async terminateBackend(): Promise<number> {
    const ended = await this.#ask<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
       where application_name = 'jiefen-engine' and datname = current_database() order by backend_start desc limit 1`,
    );
    if (ended?.ended !== true) throw new Error('no session of the engine could be ended');
    return this.back();
  }

  /** Resolves when it takes connections. @returns `performance.now()` then */
  async back(): Promise<number> {
    await until('the database answers', () => this.#ask('select 1').then(Boolean, () => false), Boolean, 120_000, 50);
    return performance.now();
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    if (this.made) rmSync(this.folder, { recursive: true, force: true });
  }

  get #running(): EmbeddedPostgres {
    if (this.#server === null) throw new Error('it was not started');
    return this.#server;
  }

  async #ask<T extends object>(sql: string): Promise<T | undefined> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<T>(sql)).rows[0];
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
