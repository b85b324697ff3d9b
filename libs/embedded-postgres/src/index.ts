export { EmbeddedPostgresError } from './embedded-postgres-error.ts';
export { freePort } from './free-port.ts';
export { startEmbeddedPostgres } from './embedded-server.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions, ServerLog } from './embedded-server.ts';
