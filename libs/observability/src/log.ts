export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Ids, codes and figures; never what a petitioner said or who he is. Errors go under `error`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** JSON lines, one event name a line: `case.registered` with its ids, not a sentence. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** The same log with fields (`caseId`, `commandId`, `correlationId`) on every line. */
  with(fields: LogFields): Log;
}
