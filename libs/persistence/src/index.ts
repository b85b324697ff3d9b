export { DatabaseNewer, DatabaseTooOld, DatabaseUnreachable, DatabaseUnusable, MigrationChanged } from './migration-errors.ts';
export { ENGINE_POOL, READ_POOL } from './tokens.ts';

export declare class PersistenceModule {}
/** Applies the migrations; throws a `DatabaseUnusable` with one clear line otherwise. */
export declare function runMigrations(databaseUrl: string): Promise<{ readonly applied: readonly string[] }>;
