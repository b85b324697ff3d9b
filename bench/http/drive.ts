import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';

export interface Drive {
  readonly url: string;
  readonly connections: number;
  readonly length: { readonly seconds: number } | { readonly amount: number };
  readonly token: string;
  /** Called for every request, the path first. */
  readonly path: () => string;
  readonly body: () => unknown;
  readonly onAnswer?: (body: string) => void;
}

export interface Driven {
  readonly acknowledged: number;
  /** Acknowledged a second. */
  readonly perSecond: number;
  /** ms. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Posts on so many connections, each sending its next request when its last one was answered, each request with a key of its own.
 * @throws when anything but an acknowledgement came back
 */
export async function drive({ url, connections, length, token, path, body, onAnswer }: Drive): Promise<Driven> {
  const started = performance.now();
  // The driver itself looks only once a second whether it is done.
  let last = started;
  const result = await autocannon({
    url,
    connections,
    ...('amount' in length ? { amount: length.amount } : { duration: length.seconds }),
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          path: path(),
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
          body: JSON.stringify(body()),
        }),
        onResponse: (status, answer) => {
          last = performance.now();
          if (status < 300) onAnswer?.(answer);
        },
      },
    ],
  });
  const took = (last - started) / 1_000;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${String(result.non2xx)} refusals, ${String(result.errors)} errors: ${JSON.stringify(result.statusCodeStats)}`);
  return {
    acknowledged: result['2xx'],
    perSecond: result['2xx'] / took,
    p50: result.latency.p50,
    p99: result.latency.p99,
    max: result.latency.max,
  };
}
