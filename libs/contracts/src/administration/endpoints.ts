import { z } from 'zod';
import { ROLES } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { civilDate, code, noQuery, page, pageQuery, searchText, text, uuid } from '../values.ts';

const role = z.enum(ROLES.filter((one) => one !== 'petitioner' && one !== 'engine'));
const bilingualText = z.strictObject({ zh: text(100), en: text(100) });
const roles = z.array(role).min(1).max(8);
const password = z.string().min(12).max(1024);
const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,127}$/, 'lower case letters, digits, dots and hyphens');
const account = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  unitId: z.string().nullable(),
  active: z.boolean(),
  createdAt: z.string(),
});

export const listUsers = endpoint({
  id: 'listUsers',
  method: 'GET',
  path: '/api/admin/users',
  tag: 'administration',
  summary: 'Accounts',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ q: searchText.optional(), unitId: uuid.optional(), ...pageQuery }),
  answer: page(account),
  problems: [403],
});
export const createUser = endpoint({
  id: 'createUser',
  method: 'POST',
  path: '/api/admin/users',
  tag: 'administration',
  summary: 'Create an account',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ username, displayName: text(100), password, roles, unitId: uuid.nullable() }),
  answer: account,
  problems: [403, 409],
});
export const updateUser = endpoint({
  id: 'updateUser',
  method: 'PUT',
  path: '/api/admin/users/{id}',
  tag: 'administration',
  summary: 'Change roles, unit, name, password or whether the account is active; its sessions end',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    displayName: text(100).optional(),
    password: password.optional(),
    roles: roles.optional(),
    unitId: uuid.nullable().optional(),
    active: z.boolean().optional(),
  }),
  answer: account,
  problems: [403, 404],
});

const days = z
  .strictObject({ from: civilDate, to: civilDate, name: bilingualText })
  .refine((run) => run.from <= run.to, { error: 'ends before it begins', path: ['to'] });
/** One official notice as dated data; a late one is a new version, never a change of an old one. */
const calendarBody = z.strictObject({
  version: z.string().regex(/^[\w.-]{3,40}$/, 'letters, digits, dots and hyphens'),
  region: z.string().regex(/^(CN|\d{6})$/, 'CN or a division code of 6 digits'),
  extends: z.string().min(3).max(40).optional(),
  from: civilDate,
  provisionalFrom: civilDate,
  holidays: z.array(days).max(1000),
  makeUpWorkdays: z.array(z.strictObject({ date: civilDate, name: bilingualText })).max(1000),
  sources: z.array(text(500)).max(50),
  notice: text(500),
});
const moved = z.object({ caseId: z.string(), deadlineId: z.string(), rule: z.string(), from: z.string(), to: z.string() });

export const listCalendars = endpoint({
  id: 'listCalendars',
  method: 'GET',
  path: '/api/admin/calendars',
  tag: 'administration',
  summary: 'Calendar versions, the current one first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({
    items: z.array(z.object({ version: z.string(), publishedAt: z.string().nullable(), notice: z.string(), current: z.boolean() }).loose()),
    nextCursor: z.null(),
  }),
  problems: [403],
});
export const previewCalendar = endpoint({
  id: 'previewCalendar',
  method: 'POST',
  path: '/api/admin/calendars/preview',
  tag: 'administration',
  summary: 'Which open deadlines a new calendar would move; stores nothing',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: calendarBody,
  answer: z.object({ moved: z.int(), items: z.array(moved) }),
  problems: [403, 409],
});
export const publishCalendar = endpoint({
  id: 'publishCalendar',
  method: 'POST',
  path: '/api/admin/calendars',
  tag: 'administration',
  summary: 'Publish a calendar; open deadlines are re-derived by an explicit fact',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: calendarBody,
  answer: z.object({ version: z.string(), moved: z.int(), items: z.array(moved) }),
  problems: [403, 409],
});

export const readAudit = endpoint({
  id: 'readAudit',
  method: 'GET',
  path: '/api/admin/audit',
  tag: 'administration',
  summary: 'Acts of administration and disclosures of identity (auditors)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ action: code.optional(), ...pageQuery }),
  answer: page(
    z.object({
      id: z.string(),
      at: z.string(),
      userId: z.string().nullable(),
      action: z.string(),
      object: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  problems: [403],
});
