import { z } from 'zod';
import { caseItem, holder } from '../cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { officeRecord } from '../meetings/endpoints.ts';
import { noQuery, page, pageQuery, text, uuid } from '../values.ts';

export const readDuty = endpoint({
  id: 'readDuty',
  method: 'GET',
  path: '/api/duty',
  tag: 'records',
  summary: 'Which unit has the duty now, since when, and which are on call',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ unit: holder, since: z.string().nullable(), onCall: z.array(holder) }),
});
export const handOverDuty = endpoint({
  id: 'handOverDuty',
  method: 'POST',
  path: '/api/duty/handovers',
  tag: 'records',
  summary: 'Hand the duty over to another unit, with what is open; it keeps the duty until that one takes it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ unitId: uuid, onCall: z.array(uuid).max(50), note: text(20_000) }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 409, 422, 503],
});
export const listHandOvers = endpoint({
  id: 'listHandOvers',
  method: 'GET',
  path: '/api/duty/handovers',
  tag: 'records',
  summary: 'The log of hand-overs that this user may know of, newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(caseItem),
});
