import pg from 'pg';

/** The role the application works as; it owns nothing and is granted what the migrations grant it. */
export const APPLICATION_ROLE = 'jiefen_app';

export interface PoolOptions {
  /** Shown in pg_stat_activity; `jiefen-` in front tells a running application from an administrator's session. */
  readonly name: string;
  readonly max: number;
  /** Milliseconds a statement may take on the server. */
  readonly statementTimeout?: number;
  /** False: the connection stays the owner's (migrations, rotation of the master key). */
  readonly asApplication?: boolean;
}

/** `pg` waits for ever by default: every wait here has an end. All instants come and go in UTC. */
export function poolConfig(databaseUrl: string, options: PoolOptions): pg.PoolConfig {
  const statementTimeout = options.statementTimeout ?? 10_000;
  const { url, startup } = withoutStartupOptions(databaseUrl);
  const role = options.asApplication === false ? '' : ` -c role=${APPLICATION_ROLE}`;
  return {
    connectionString: url,
    max: options.max,
    application_name: `jiefen-${options.name}`,
    options: `${startup} -c TimeZone=UTC -c DateStyle=ISO${role}`.trim(),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + 5_000,
    lock_timeout: Math.min(statementTimeout, 5_000),
    idle_in_transaction_session_timeout: 30_000,
  };
}

/** A pool whose connections may break without taking the process with them: the next query opens a new one. */
export function createPool(databaseUrl: string, options: PoolOptions): pg.Pool {
  return survivingBreaks(new pg.Pool(poolConfig(databaseUrl, options)));
}

/**
 * Keeps a pool's broken connections from ending the process. The pool itself hears only of those that lie idle: one that breaks
 * while somebody holds it between two queries has nobody listening. Whoever holds it learns of it from his next query.
 */
export function survivingBreaks(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/** `options` of the address would replace ours instead of joining them. */
function withoutStartupOptions(databaseUrl: string): { readonly url: string; readonly startup: string } {
  const mark = databaseUrl.indexOf('?');
  if (mark < 0) return { url: databaseUrl, startup: '' };
  const parameters = new URLSearchParams(databaseUrl.slice(mark + 1));
  const startup = parameters.get('options') ?? '';
  parameters.delete('options');
  const rest = parameters.toString();
  return { url: databaseUrl.slice(0, mark) + (rest === '' ? '' : `?${rest}`), startup };
}
