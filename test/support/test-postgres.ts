import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import type { EmbeddedPostgres } from '#libs/embedded-postgres';
import { createPool, runMigrations } from '#libs/persistence';

const TEMPLATE = 'jiefen_template';

/** A database of one test file or one test: real commits, thrown away whole. */
export interface TestDatabase {
  /** Another database may be copied from it while nobody is connected. */
  readonly name: string;
  /** Connection string of the owner. */
  readonly url: string;
  /** Owner's pool, for looking and for breaking things; never for what the application does itself. */
  readonly owner: pg.Pool;
  /** Ends the owner's pool and keeps the database, as a template. */
  leave(): Promise<void>;
  /** Ends the owner's pool and drops the database; sessions still open are an error of the test. */
  drop(): Promise<void>;
}

/**
 * A PostgreSQL server of the test file's own with the migrations applied to a template: each database is a copy, made in
 * milliseconds. `prepare` adds to the template what every copy shall hold (an organisation, accounts).
 */
export class TestPostgres {
  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
  ) {}

  static async start(prepare: (owner: pg.Pool) => Promise<void> = () => Promise.resolve()): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'jiefen-pg-'));
    const server = await startEmbeddedPostgres({ dataDir: folder, database: TEMPLATE });
    await runMigrations(server.url);
    const owner = createPool(server.url, { name: 'prepare', max: 2, asApplication: false });
    await prepare(owner);
    await owner.end();
    return new TestPostgres(server, folder);
  }

  get pid(): number {
    return this.server.pid;
  }

  /** Connection string of the server's first superuser to any of its databases. */
  urlOf(database: string): string {
    return this.server.urlOf(database);
  }

  async database(template = TEMPLATE): Promise<TestDatabase> {
    const name = `t_${randomBytes(6).toString('hex')}`;
    await this.administer(`create database ${name} template ${template}`);
    const url = this.server.urlOf(name);
    const owner = createPool(url, { name: 'owner', max: 4, asApplication: false });
    return {
      name,
      url,
      owner,
      leave: () => owner.end(),
      drop: async () => {
        await owner.end();
        await this.administer(`drop database ${name}`);
      },
    };
  }

  /** Runs one statement as the superuser outside every test database. */
  async administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.server.urlOf('postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
