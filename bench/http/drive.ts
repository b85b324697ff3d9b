import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../quantile.ts';
import { KeptConnection } from './kept-connection.ts';

export interface Drive {
  readonly url: string;
  readonly connections: number;
  readonly length: { readonly seconds: number } | { readonly amount: number } | { readonly asLongAs: () => boolean };
  /** ms that each connection rests between an answer and its next request; 0 if not given. */
  readonly rest?: number;
  readonly token: string;
  /** Called once for every request. */
  readonly request: () => { readonly path: string; readonly body: unknown };
  readonly onAnswer?: (body: string) => void;
}

export interface Driven {
  readonly acknowledged: number;
  /** Acknowledged a second. */
  readonly perSecond: number;
  /** ms, as everything below. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Posts on so many connections, each sending its next request when its last one was answered, each request with a key of its own.
 * @throws when anything but an acknowledgement came back
 */
export async function drive({ url, connections, length, rest = 0, token, request, onAnswer }: Drive): Promise<Driven> {
  const open = await Promise.all(Array.from({ length: connections }, () => KeptConnection.open(url, { authorization: `Bearer ${token}` })));
  const latencies: number[] = [];
  const started = performance.now();
  let left = 'amount' in length ? length.amount : Number.POSITIVE_INFINITY;
  const until = 'seconds' in length ? started + length.seconds * 1_000 : Number.POSITIVE_INFINITY;
  const goesOn = 'asLongAs' in length ? length.asLongAs : () => true;
  try {
    await Promise.all(
      open.map(async (connection) => {
        while (left-- > 0 && performance.now() < until && goesOn()) {
          const { path, body } = request();
          const sent = performance.now();
          const answer = await connection.post(path, randomUUID(), JSON.stringify(body));
          latencies.push(performance.now() - sent);
          if (answer.status >= 300) throw new Error(`${path}: ${String(answer.status)} ${answer.body}`);
          onAnswer?.(answer.body);
          if (rest > 0) await pause(rest);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (performance.now() - started) / 1_000;
  return {
    acknowledged: latencies.length,
    perSecond: latencies.length / took,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    max: quantile(latencies, 0.999_999),
  };
}
