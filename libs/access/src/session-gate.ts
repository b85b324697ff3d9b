import { Injectable } from '@nestjs/common';
import { SessionStore } from './session-store.ts';
import type { Viewer } from './viewer.ts';

export const SESSION_COOKIE = 'jiefen_session';

/** What the gate looks at; header names in lower case. */
export interface GateRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly viewer: Viewer; readonly token: string }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'cross-site' };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who is asking, by bearer token or by cookie. */
@Injectable()
export class SessionGate {
  constructor(private readonly sessions: SessionStore) {}

  async admit(request: GateRequest): Promise<Admission> {
    const bearer = bearerOf(request);
    const token = bearer ?? cookieOf(request);
    if (token === null) return { kind: 'anonymous' };
    const viewer = await this.sessions.resolve(token);
    if (viewer === null) return { kind: 'anonymous' };
    // A cookie is sent by the browser unasked: another site's page must not act with it.
    if (bearer === null && !SAFE_METHODS.has(request.method) && !sameOrigin(request)) return { kind: 'cross-site' };
    return { kind: 'admitted', viewer, token };
  }
}

const header = (request: GateRequest, name: string): string | null => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
};

function bearerOf(request: GateRequest): string | null {
  const match = /^Bearer +(\S+) *$/i.exec(header(request, 'authorization') ?? '');
  return match?.[1] ?? null;
}

function cookieOf(request: GateRequest): string | null {
  for (const pair of (header(request, 'cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value !== undefined && value !== '') return value;
  }
  return null;
}

/** By the browser's own word where it gives it, else by Origin and Host; neither: no browser's request, and a cookie needs one. */
function sameOrigin(request: GateRequest): boolean {
  const site = header(request, 'sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = header(request, 'origin');
  const host = header(request, 'host');
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
