import { afterAll, beforeAll } from '@jest/globals';
import type { TestDatabase } from './test-postgres.ts';
import { TestPostgres } from './test-postgres.ts';

/** A PostgreSQL server for the tests of the calling file: started before them, stopped after them. */
export function ownServer(): { readonly database: () => Promise<TestDatabase> } {
  let server: TestPostgres | undefined;
  beforeAll(async () => {
    server = await TestPostgres.start();
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
  }, 60_000);
  return {
    database: () => {
      if (server === undefined) throw new Error('the server is not started: ask within a test or a hook');
      return server.database();
    },
  };
}
