/** Injection token of the process's `Tracing`, or of null where no collector is configured. */
export const TRACING = Symbol('TRACING');

/**
 * Traces of commands, for a collector. **The trace of a command is its id**: whoever later moves or handles what it caused knows the
 * trace from the event, so nothing has to be carried through tables and queues. Attributes are codes and counts, never anybody's data.
 */
export interface Tracing {
  /** Begins the span of a request. `id`: a fresh command id; the request's first command takes it, and so its trace. */
  request(name: string, id: string): RequestSpan;
  /**
   * Runs a command within its span, under the id that it shall have: `given`, else the one of the request around it, else `mint()`.
   * A command that finds the request's trace taken has a trace of its own, linked with the request's span.
   */
  command<T extends { readonly kind: string }>(
    type: string,
    ids: { readonly given: string | undefined; readonly mint: () => string },
    run: (commandId: string) => Promise<T>,
  ): Promise<T>;
  /** Begins the span of one commit; those commands are linked with it. Call what it returns when the commit is over. */
  group(commandIds: readonly string[]): () => void;
  /**
   * Runs work on messages that these commands have caused: one span for all, and one in each command's trace that is linked with it
   * (in the first hundred; a trace is for looking at, not for counting).
   */
  batch<T>(name: string, commandIds: readonly string[], run: () => Promise<T>): Promise<T>;
  /** Sends what is waiting, within seconds. */
  close(): Promise<void>;
}

export interface RequestSpan {
  /** Runs the rest of the request's handling so that its commands find it. */
  within(run: () => void): void;
  end(status: number): void;
}
