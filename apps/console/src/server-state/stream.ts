/** What the server tells: that something changed, never what. `resync`: the line was down, fetch again what is shown. */
export interface Change {
  readonly topic: 'case' | 'inbox' | 'resync';
  /** The case. */
  readonly id?: string;
  readonly version?: number;
  readonly at?: string;
}

export type Connection = 'connecting' | 'live' | 'stale';

/** A heartbeat comes every 15 s; twice that without a word means the data may be old (console.md 3). */
const SILENCE_MS = 40_000;
const EVENTS = ['case', 'inbox', 'resync', 'heartbeat'] as const;

function parse(data: string): Change | null {
  try {
    const value = JSON.parse(data) as Partial<Change>;
    return value.topic === undefined ? null : { ...value, topic: value.topic };
  } catch {
    return null;
  }
}

/**
 * Listens to `/api/stream`; the browser reconnects by itself and sends `Last-Event-ID`.
 * @returns the function that ends it
 */
export function openStream(onChange: (change: Change) => void, onConnection: (connection: Connection) => void): () => void {
  const source = new EventSource('/api/stream');
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    onConnection('live');
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      onConnection('stale');
    }, SILENCE_MS);
  };
  source.onopen = heard;
  source.onerror = () => {
    onConnection('stale');
  };
  for (const name of EVENTS) {
    source.addEventListener(name, (event) => {
      heard();
      const change = parse(String((event as MessageEvent<unknown>).data));
      if (change !== null) onChange(change);
    });
  }
  return () => {
    clearTimeout(watchdog);
    source.close();
  };
}
