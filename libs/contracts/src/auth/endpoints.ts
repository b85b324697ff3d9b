import { z } from 'zod';
import { ROLES } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { noQuery, text } from '../values.ts';

/** Who is logged in, as the login and `me` answer it. */
export const sessionUser = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  unit: z.object({ id: z.string(), name: z.string(), function: z.string(), division: z.string() }).nullable(),
});
export type SessionUser = z.output<typeof sessionUser>;

const credentials = z.strictObject({ username: text(128), password: z.string().min(1).max(1024) });

export const login = endpoint({
  id: 'login',
  method: 'POST',
  path: '/api/auth/login',
  tag: 'auth',
  summary: 'Log in; the token also comes as an HttpOnly cookie',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: credentials,
  answer: z.object({ token: z.string(), expiresAt: z.string(), user: sessionUser }),
  problems: [401, 429],
});
export const logout = endpoint({
  id: 'logout',
  method: 'POST',
  path: '/api/auth/logout',
  tag: 'auth',
  summary: 'End this session',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({}).optional(),
  answer: z.object({ ok: z.literal(true) }),
});
export const me = endpoint({
  id: 'me',
  method: 'GET',
  path: '/api/auth/me',
  tag: 'auth',
  summary: 'Who is logged in',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ user: sessionUser }),
});
export const changePassword = endpoint({
  id: 'changePassword',
  method: 'POST',
  path: '/api/auth/password',
  tag: 'auth',
  summary: 'Change the own password; other sessions end',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ current: z.string().min(1).max(1024), next: z.string().min(12).max(1024) }),
  answer: z.object({ ok: z.literal(true) }),
  problems: [403, 429],
});
