/** `pg.Pool` of the engine's hot path: few connections, each of them committing groups. */
export const ENGINE_POOL = Symbol('ENGINE_POOL');

/** `pg.Pool` of everything else the application asks the database. */
export const READ_POOL = Symbol('READ_POOL');
