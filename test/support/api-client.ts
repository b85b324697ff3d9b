/** What came back; the body parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Seconds, as the header `Retry-After` has them; null without it. */
  readonly retryAfter: number | null;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
  /** ms; default 30,000. */
  readonly within?: number;
}

/** One HTTP request as a foreign client sends it. @throws when the connection breaks or no answer comes in time */
export async function send(baseUrl: string, { method, path, token, body, key, within = 30_000 }: Request): Promise<Answer> {
  const response = await fetch(baseUrl + path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(within),
  });
  const text = await response.text();
  const retryAfter = response.headers.get('retry-after');
  return {
    status: response.status,
    body: text === '' ? null : (JSON.parse(text) as unknown),
    retryAfter: retryAfter === null ? null : Number(retryAfter),
  };
}
