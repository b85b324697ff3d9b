import { z } from 'zod';
import { LETTER_FORMATS, LETTER_KINDS } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { bilingual, noQuery } from '../values.ts';

const letterFile = z.object({ documentId: z.string(), format: z.enum(LETTER_FORMATS) });

/** A letter that a recorded event gives rise to: made, or to be made. */
export const letter = z.object({
  kind: z.enum(LETTER_KINDS),
  title: bilingual,
  /** The event it tells of, and when that was. */
  of: z.int(),
  at: z.string(),
  /** In whose name. */
  unit: z.object({ unitId: z.string(), name: z.string() }),
  /** 发文字号; null until it is made. */
  letterNo: z.string().nullable(),
  /** Empty until it is made, and for whoever may not read it. */
  files: z.array(letterFile),
  /** Whether this user may make it now. */
  mayMake: z.boolean(),
});

export const listLetters = endpoint({
  id: 'listLetters',
  method: 'GET',
  path: '/api/cases/{id}/letters',
  tag: 'cases',
  summary: 'Official letters of a case: those made, and those that what is recorded gives rise to',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(letter) }),
  problems: [404],
});
export const makeLetter = endpoint({
  id: 'makeLetter',
  method: 'POST',
  path: '/api/cases/{id}/letters',
  tag: 'cases',
  summary: 'Make an official letter of what is recorded, as DOCX and PDF; asked for again it is the same letter',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  /** Without `of`: of the last event that gives rise to it. */
  body: z.strictObject({ kind: z.enum(LETTER_KINDS), of: z.int().min(1).optional() }),
  answer: letter,
  problems: [403, 404, 409, 503],
});
export const readLetter = endpoint({
  id: 'readLetter',
  method: 'GET',
  path: '/api/cases/{id}/letters/{documentId}',
  tag: 'cases',
  summary: 'The file of a letter, PDF or DOCX; every reading is recorded',
  access: 'session',
  status: 200,
  produces: 'application/pdf',
  query: noQuery,
  answer: z.string(),
  problems: [403, 404],
});
