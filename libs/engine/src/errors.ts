/** Too many commands wait, or they wait too long: 503 with Retry-After. Nothing was stored. */
export class EngineOverloaded extends Error {
  readonly code = 'engine.overloaded';

  constructor(readonly retryAfterSeconds: number) {
    super(`the engine is overloaded, retry after ${String(retryAfterSeconds)} s`);
    this.name = 'EngineOverloaded';
  }
}

/** The database can't be reached, or the engine is stopping: 503. Whether the command was stored was looked up where it could be. */
export class EngineUnavailable extends Error {
  readonly code = 'engine.unavailable';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineUnavailable';
  }
}
