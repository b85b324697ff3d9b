export { DatabaseNewer, DatabaseTooOld, DatabaseUnreachable, DatabaseUnusable, MigrationChanged } from './migration-errors.ts';
export { packageRoot } from './package-root.ts';
export { PersistenceModule } from './persistence.module.ts';
export { APPLICATION_ROLE, createPool, poolConfig } from './pools.ts';
export type { PoolOptions } from './pools.ts';
export { runMigrations, shippedMigrations } from './run-migrations.ts';
export type { Migration } from './run-migrations.ts';
export { ENGINE_POOL, READ_POOL } from './tokens.ts';
