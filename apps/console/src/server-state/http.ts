import { ProblemError, type Problem } from './problem.ts';

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

let onUnauthenticated: (() => void) | null = null;

/** Called when a session turns out to be over; the shell shows the login over the page. */
export function whenUnauthenticated(then: () => void): void {
  onUnauthenticated = then;
}

function address(path: string, query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function problemFrom(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('retry-after'));
  const extra = {
    ...(Number.isFinite(retry) && retry > 0 ? { retryAfter: retry } : {}),
    ...(response.headers.get('x-request-id') === null ? {} : { requestId: response.headers.get('x-request-id') ?? '' }),
  };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { title: response.statusText, code: `http.${String(response.status)}`, ...body, status: response.status, ...extra };
  } catch {
    return { title: response.statusText, status: response.status, code: `http.${String(response.status)}`, ...extra };
  }
}

/**
 * One request to the API. The session travels in an HttpOnly cookie that scripts never see; a 401 tells the shell.
 * @throws ProblemError for every answer that is not 2xx, and when no answer came (status 0, `client.offline`).
 */
export async function request(path: string, call: Call = {}): Promise<Response> {
  // Texts of the API follow the console's language, which need not be the browser's.
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(address(path, call.query), {
      method: call.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ title: 'offline', status: 0, code: 'client.offline' });
  }
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (response.status === 401 && !path.startsWith('/api/auth/') && !path.startsWith('/api/public/')) onUnauthenticated?.();
  throw new ProblemError(problem);
}

/** The parsed answer. The types of `api-types.ts` are the API's promise; they are not checked again here. */
export async function json<T>(path: string, call: Call = {}): Promise<T> {
  const response = await request(path, call);
  return (await response.json()) as T;
}
