import pg from 'pg';

type Handler = (payload: string) => void;

export interface PgListenerOptions {
  readonly connection: pg.ClientConfig;
  readonly onError: (error: unknown) => void;
}

const LONGEST_RETRY = 2000;

/**
 * One connection that LISTENs, and comes back when it breaks. Notifications sent meanwhile are lost, so nothing may depend
 * on them: subscribers are told of the gap (`onGap`) and look for themselves.
 */
export class PgListener {
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly gapHandlers = new Set<() => void>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private failures = 0;
  private everConnected = false;
  private closed = false;

  constructor(private readonly options: PgListenerOptions) {}

  /** Connects; when the database is away it keeps trying in the background and resolves all the same. */
  async start(): Promise<void> {
    this.connecting ??= this.connect();
    await this.connecting;
  }

  /** Whether notifications arrive at this moment. */
  get connected(): boolean {
    return this.client !== null;
  }

  /** Calls `handler` with the payload of every notification on `channel`; returns the way to end it. */
  subscribe(channel: string, handler: Handler): () => void {
    let handlers = this.handlers.get(channel);
    if (handlers === undefined) {
      handlers = new Set();
      this.handlers.set(channel, handlers);
      void this.client?.query(`listen ${pg.escapeIdentifier(channel)}`).catch(this.options.onError);
    }
    handlers.add(handler);
    return () => {
      handlers.delete(handler);
    };
  }

  /** Calls `handler` after every reconnection: notifications may have been missed. */
  onGap(handler: () => void): () => void {
    this.gapHandlers.add(handler);
    return () => {
      this.gapHandlers.delete(handler);
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    await this.connecting;
    const client = this.client;
    this.client = null;
    await client?.end().catch(this.options.onError);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    // A silently dropped connection must show as an error: nothing is ever sent on it that would time out.
    const client = new pg.Client({ ...this.options.connection, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    // `error` comes before `end` on a broken connection, `end` alone when the server says goodbye: the first one counts.
    client.on('error', (error) => {
      this.lose(client, error);
    });
    client.on('end', () => {
      this.lose(client, null);
    });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel) ?? []) {
        this.call(() => {
          handler(payload ?? '');
        });
      }
    });
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      this.options.onError(error);
      void client.end().catch(() => undefined);
      this.retryLater();
      return;
    }
    if (this.isClosed()) {
      await client.end().catch(this.options.onError);
      return;
    }
    this.client = client;
    this.failures = 0;
    const gap = this.everConnected;
    this.everConnected = true;
    if (gap) for (const handler of this.gapHandlers) this.call(handler);
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private lose(client: pg.Client, error: Error | null): void {
    if (this.client !== client) return;
    this.client = null;
    if (error !== null) this.options.onError(error);
    void client.end().catch(() => undefined);
    this.retryLater();
  }

  private retryLater(): void {
    if (this.closed) return;
    this.failures += 1;
    const delay = Math.min(50 * 2 ** this.failures, LONGEST_RETRY);
    this.retry = setTimeout(() => {
      this.connecting = this.connect();
    }, delay);
    this.retry.unref();
  }

  private call(handler: () => void): void {
    try {
      handler();
    } catch (error) {
      this.options.onError(error);
    }
  }
}
