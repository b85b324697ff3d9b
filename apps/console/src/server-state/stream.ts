/** What the server tells: that something changed, never what. */
export interface Change {
  readonly topic: string;
  readonly id: string;
  readonly version?: number;
  readonly at?: string;
}

export type Connection = 'connecting' | 'live' | 'stale';

/** A heartbeat comes every 15 s; twice that without a word means the data may be old (console.md 3). */
const SILENCE_MS = 40_000;
const TOPICS = ['message', 'case', 'inbox', 'notice', 'heartbeat', 'change'] as const;

function parse(data: string): Change | null {
  try {
    const value = JSON.parse(data) as Partial<Change>;
    return typeof value.topic === 'string' && typeof value.id === 'string' ? (value as Change) : null;
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
  for (const topic of TOPICS) {
    source.addEventListener(topic, (event) => {
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
