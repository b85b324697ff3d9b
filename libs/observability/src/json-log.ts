import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import { describeError } from './describe-error.ts';
import type { Log, LogFields, LogLevel } from './log.ts';

/** Keys that would carry identity, free text or a secret: removed wherever somebody passes them by mistake. */
const NEVER_LOGGED = [
  'name',
  'phone',
  'phoneLast4',
  'idNumber',
  'address',
  'title',
  'narrative',
  'payload',
  'texts',
  'parties',
  'queryCode',
  'password',
  'token',
  'authorization',
  'cookie',
  'masterKey',
];

/** The process's log. `stream` is standard output unless a test reads along. */
export function createLog(options: { readonly app: string; readonly level: LogLevel }, stream?: DestinationStream): Log {
  const settings = {
    level: options.level,
    base: { app: options.app },
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: describeError },
    redact: { paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`]), remove: true },
  };
  return new JsonLog(stream === undefined ? pino(settings) : pino(settings, stream));
}

class JsonLog implements Log {
  constructor(private readonly logger: Logger) {}

  debug(event: string, fields: LogFields = {}): void {
    this.logger.debug(fields, event);
  }

  info(event: string, fields: LogFields = {}): void {
    this.logger.info(fields, event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.logger.warn(fields, event);
  }

  error(event: string, fields: LogFields = {}): void {
    this.logger.error(fields, event);
  }

  with(fields: LogFields): Log {
    return new JsonLog(this.logger.child(fields));
  }
}
