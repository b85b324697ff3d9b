import { z } from 'zod';
import { PROCEDURES } from '#libs/domain';
import { leaderCaseBody } from '../commands/leader-payloads.ts';
import { deadline } from '../deadlines/deadline.ts';
import { endpoint } from '../endpoint.ts';
import { noQuery } from '../values.ts';
import { caseItem, holder } from './case.ts';

export const openLinked = endpoint({
  id: 'openLinked',
  method: 'POST',
  path: '/api/cases/{id}/linked',
  tag: 'cases',
  summary: 'Open a record of its own that belongs to this case: a leader’s responsibility for it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.discriminatedUnion('procedure', [leaderCaseBody]),
  answer: z.object({
    id: z.string(),
    caseNo: z.string(),
    procedure: z.enum(PROCEDURES),
    state: z.string(),
    version: z.int(),
    holder,
    deadlines: z.array(deadline),
  }),
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
export const listLinked = endpoint({
  id: 'listLinked',
  method: 'GET',
  path: '/api/cases/{id}/linked',
  tag: 'cases',
  summary: 'The records that belong to this case, as far as this user may know of it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(caseItem), nextCursor: z.null() }),
  problems: [404],
});
