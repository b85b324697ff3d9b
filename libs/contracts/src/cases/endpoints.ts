import { z } from 'zod';
import { CASE_CLASSES } from '#libs/domain';
import { commandBody } from '../commands/command-body.ts';
import { endpoint } from '../endpoint.ts';
import { categoryCode, civilDate, code, divisionCode, instant, noQuery, page, pageQuery, queryFlag, searchText, uuid } from '../values.ts';
import { caseItem, caseView, commandAnswer, historyEntry, intakeAnswer, previewAnswer } from './case.ts';
import { intakeBody, publicIntakeBody } from './intake.ts';

export const registerCase = endpoint({
  id: 'registerCase',
  method: 'POST',
  path: '/api/cases',
  tag: 'cases',
  summary: 'Register a case at the counter',
  access: 'session',
  status: 201,
  produces: 'application/json',
  query: noQuery,
  body: intakeBody,
  answer: intakeAnswer,
  idempotent: true,
  problems: [403, 409, 422, 503],
});
export const fileCase = endpoint({
  id: 'fileCase',
  method: 'POST',
  path: '/api/public/cases',
  tag: 'public',
  summary: 'File a matter, without login',
  access: 'public',
  status: 201,
  produces: 'application/json',
  query: noQuery,
  body: publicIntakeBody,
  answer: intakeAnswer,
  idempotent: true,
  problems: [409, 422, 503],
});
export const previewCase = endpoint({
  id: 'previewCase',
  method: 'POST',
  path: '/api/cases/preview',
  tag: 'cases',
  summary: 'What registering would give; stores nothing',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: intakeBody,
  answer: previewAnswer,
  problems: [403],
});

export const CASE_SORTS = ['-received', 'received', 'due', '-due', '-registered', 'registered'] as const;
const caseFilters = {
  state: code.optional(),
  unitId: uuid.optional(),
  division: divisionCode.optional(),
  class: z.enum(CASE_CLASSES).optional(),
  category: categoryCode.optional(),
  overdue: queryFlag.optional(),
  dueBefore: instant.or(civilDate).optional(),
  receivedFrom: instant.or(civilDate).optional(),
  receivedTo: instant.or(civilDate).optional(),
  q: searchText.optional(),
  sort: z.enum(CASE_SORTS).optional(),
};
export const listCases = endpoint({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  tag: 'cases',
  summary:
    'Cases this user may know of; `division` includes what lies below; `dueBefore` and `due` mean the next running clock (an overdue one first)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...caseFilters, count: queryFlag.optional(), ...pageQuery }),
  answer: page(caseItem),
});
export const exportCases = endpoint({
  id: 'exportCases',
  method: 'GET',
  path: '/api/cases/export',
  tag: 'cases',
  summary: 'The list as a file, CSV or XLSX, at most 50,000 rows; sealed cases and parties are never in it',
  access: 'session',
  status: 200,
  produces: 'text/csv',
  query: z.strictObject({ ...caseFilters, format: z.enum(['csv', 'xlsx']) }),
  answer: z.string(),
  problems: [403, 413],
});
export const readCase = endpoint({
  id: 'readCase',
  method: 'GET',
  path: '/api/cases/{id}',
  tag: 'cases',
  summary: 'One case, with what this user may do now and what not, and why',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: caseView,
  problems: [404],
});
export const readHistory = endpoint({
  id: 'readHistory',
  method: 'GET',
  path: '/api/cases/{id}/history',
  tag: 'cases',
  summary: 'Everything that happened, oldest first, hash-chained',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(historyEntry),
  problems: [404],
});
export const readDiagram = endpoint({
  id: 'readDiagram',
  method: 'GET',
  path: '/api/cases/{id}/diagram',
  tag: 'cases',
  summary: 'The live chart of the case',
  access: 'session',
  status: 200,
  produces: 'image/svg+xml',
  query: noQuery,
  answer: z.string(),
  problems: [404],
});
export const verifyCase = endpoint({
  id: 'verifyCase',
  method: 'GET',
  path: '/api/cases/{id}/verify',
  tag: 'cases',
  summary: 'Recompute the hash chain',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ valid: z.boolean(), length: z.int(), head: z.string().nullable(), brokenAt: z.int().optional() }),
  problems: [404],
});
export const sendCommand = endpoint({
  id: 'sendCommand',
  method: 'POST',
  path: '/api/cases/{id}/commands',
  tag: 'cases',
  summary: 'Act on a case',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: commandBody,
  answer: commandAnswer,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
