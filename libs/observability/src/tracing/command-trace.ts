import { randomBytes } from 'node:crypto';

/** The 32 hexadecimal digits of a command's id: its trace. */
export const traceOf = (commandId: string): string => commandId.replaceAll('-', '');

/** The span of the command itself: the second half of its id, which is never zero (it begins with the UUID's variant). */
export const spanOf = (commandId: string): string => traceOf(commandId).slice(16);

/** Ids of spans: the next ones are chosen by whoever starts a command's span, all others are drawn. */
export class ChosenIds {
  private trace: string | null = null;
  private span: string | null = null;

  /** For the very next span that is started. */
  choose(ids: { readonly trace?: string; readonly span?: string }): void {
    this.trace = ids.trace ?? null;
    this.span = ids.span ?? null;
  }

  generateTraceId = (): string => {
    const chosen = this.trace;
    this.trace = null;
    return chosen ?? randomBytes(16).toString('hex');
  };

  generateSpanId = (): string => {
    const chosen = this.span;
    this.span = null;
    return chosen ?? randomBytes(8).toString('hex');
  };
}
