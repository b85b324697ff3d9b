import { lookup as lookupAddresses } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-addresses.ts';

export interface HttpCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms for everything, from the name's lookup to the answer's last byte. */
  readonly within: number;
  /** Bytes of the answer that are read, the rest is dropped; 0: its status is enough. */
  readonly atMost: number;
  /** Refuse to connect to private addresses, whatever the name says at this moment. */
  readonly publicOnly: boolean;
}

export type HttpAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: number | null; readonly body: string }
  /** `sent`: the request may have reached the other side. `reason`: a code. */
  | { readonly kind: 'broken'; readonly sent: boolean; readonly reason: string };

/** The name leads to one of our own networks. */
class PrivateAddress extends Error {
  readonly code = 'EPRIVATE';
}

/**
 * One request on a connection of its own, without redirects. The address that was checked is the one that is connected to: the check sits
 * in the lookup itself. Never throws; the first answer counts, whatever else the other side says.
 */
export function callHttp(call: HttpCall): Promise<HttpAnswer> {
  const host = call.url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up.
  if (call.publicOnly && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.resolve({ kind: 'broken', sent: false, reason: 'EPRIVATE' });
  return new Promise((resolve) => {
    let sent = false;
    const request = (call.url.protocol === 'https:' ? requestHttps : requestHttp)(call.url, {
      method: call.method,
      headers: {
        ...call.headers,
        ...(call.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(call.body)) }),
        'user-agent': 'jiefen',
      },
      agent: false,
      ...(call.publicOnly ? { lookup: publicLookup } : {}),
    });
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    }, call.within);
    const end = (answer: HttpAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    request.on('socket', (socket) => {
      socket.once(call.url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        sent = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      end({ kind: 'broken', sent, reason: error.code ?? error.name });
    });
    request.on('response', (response) => {
      readBody(response, call.atMost).then(
        (body) => {
          end({ kind: 'answered', status: response.statusCode ?? 0, retryAfter: retryAfterOf(response.headers['retry-after']), body });
        },
        (error: unknown) => {
          end({ kind: 'broken', sent: true, reason: error instanceof Error && 'code' in error ? String(error.code) : 'EBODY' });
        },
      );
    });
    request.end(call.body);
  });
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookupAddresses(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = error === null ? found : [];
    if (first === undefined) {
      callback(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 4);
    } else if (found.some(({ address }) => isPrivateAddress(address))) {
      callback(new PrivateAddress('the name leads to a private address'), '', 4);
    } else if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

async function readBody(response: IncomingMessage, atMost: number): Promise<string> {
  if (atMost === 0) return '';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= atMost) break;
  }
  return Buffer.concat(chunks).subarray(0, atMost).toString('utf8');
}

/** Seconds or a date (RFC 9110) as ms from now. */
function retryAfterOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  if (/^\d{1,7}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
