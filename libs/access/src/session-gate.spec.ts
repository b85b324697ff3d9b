import type { SessionStore } from './session-store.ts';
import { SessionGate } from './session-gate.ts';
import { newToken, tokenHash } from './session-token.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { Viewer } from './viewer.ts';

const TOKEN = newToken();
const VIEWER: Viewer = { userId: 'u', username: 'clerk', displayName: '', roles: ['clerk'], unit: null };
/** The one session there is; the real store is tested over a database in the end-to-end suite. */
const gate = new SessionGate({ resolve: (token: string) => Promise.resolve(token === TOKEN ? VIEWER : null) } as SessionStore);
const kindOf = async (method: string, headers: Record<string, string>): Promise<string> => (await gate.admit({ method, headers })).kind;
const cookie = `theme=dark; jiefen_session=${TOKEN}; x=1`;

it.each([
  ['a bearer token', 'POST', { authorization: `Bearer ${TOKEN}` }, 'admitted'],
  [
    'a bearer token from elsewhere: no browser sends one unasked',
    'POST',
    { authorization: `bearer ${TOKEN}`, origin: 'https://other.example' },
    'admitted',
  ],
  ['nothing', 'GET', {}, 'anonymous'],
  ['a wrong token', 'GET', { authorization: 'Bearer x' }, 'anonymous'],
  ['another scheme', 'GET', { authorization: `Basic ${TOKEN}` }, 'anonymous'],
  ['a cookie, reading', 'GET', { cookie }, 'admitted'],
  ['a cookie, writing, without a word of where from', 'POST', { cookie, host: 'a.example' }, 'cross-site'],
  ['a cookie, writing, same origin by the browser’s word', 'POST', { cookie, 'sec-fetch-site': 'same-origin' }, 'admitted'],
  [
    'a cookie, writing, same site but another origin',
    'PUT',
    { cookie, 'sec-fetch-site': 'same-site', host: 'a.example', origin: 'https://a.example' },
    'cross-site',
  ],
  ['a cookie, writing, same origin', 'POST', { cookie, host: 'a.example:3000', origin: 'http://a.example:3000' }, 'admitted'],
  ['a cookie, writing, another origin', 'POST', { cookie, host: 'a.example', origin: 'https://b.example' }, 'cross-site'],
  ['a cookie, writing, an opaque origin', 'POST', { cookie, host: 'a.example', origin: 'null' }, 'cross-site'],
])('with %s: %s → %s', async (_, method, headers, kind) => {
  expect(await kindOf(method, headers)).toBe(kind);
});

it('stores of a token only its hash', () => {
  expect(tokenHash(TOKEN)).toHaveLength(32);
  expect(tokenHash('short')).toBeNull();
  expect(newToken()).not.toBe(TOKEN);
});

it('verifies passwords, and does the work for nobody too', async () => {
  const hash = await hashPassword('demo');
  expect(hash.startsWith('$argon2id$')).toBe(true);
  expect(await verifyPassword(hash, 'demo')).toBe(true);
  expect(await verifyPassword(hash, 'Demo')).toBe(false);
  expect(await verifyPassword(null, 'there is no such account')).toBe(false);
});
