import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.ts';

/** Nest's own messages in our log: warnings and errors only, what it mounts where is of interest to nobody. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(): void {
    // Nest announces every module and route at this level.
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn('nest.warning', { message: String(message), context: context.at(-1) });
  }

  error(message: unknown, ...context: unknown[]): void {
    this.target.error('nest.error', message instanceof Error ? { error: message } : { message: String(message), context });
  }
}
