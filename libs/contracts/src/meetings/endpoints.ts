import { z } from 'zod';
import { PROCEDURES, RESOLUTION_KINDS } from '#libs/domain';
import { caseItem, holder } from '../cases/case.ts';
import { deadline } from '../deadlines/deadline.ts';
import { endpoint } from '../endpoint.ts';
import { civilDate, noQuery, page, pageQuery, queryFlag, text, uuid } from '../values.ts';

/** A record that was opened: a case of its own from now on, read and acted on as any other. */
export const officeRecord = z.object({
  id: z.string(),
  caseNo: z.string(),
  procedure: z.enum(PROCEDURES),
  state: z.string(),
  version: z.int(),
  holder,
  deadlines: z.array(deadline),
});

export const openMeeting = endpoint({
  id: 'openMeeting',
  method: 'POST',
  path: '/api/meetings',
  tag: 'records',
  summary: 'Ask for a joint meeting at the level of this user’s petition office or centre (Art 11–13)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ title: text(200), members: z.array(uuid).min(1).max(100) }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 409, 422, 503],
});
export const listMeetings = endpoint({
  id: 'listMeetings',
  method: 'GET',
  path: '/api/meetings',
  tag: 'records',
  summary: 'Joint meetings that this user may know of, newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ open: queryFlag.optional(), ...pageQuery }),
  answer: page(caseItem),
});
export const makeResolution = endpoint({
  id: 'makeResolution',
  method: 'POST',
  path: '/api/meetings/{id}/resolutions',
  tag: 'records',
  summary: 'Write down a resolution of a meeting that was held: a measure of Art 39(3), a ruling on jurisdiction, or another',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    kind: z.enum(RESOLUTION_KINDS),
    caseId: uuid.optional(),
    unitId: uuid,
    dueDate: civilDate,
    text: text(20_000),
  }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
export const readRelated = endpoint({
  id: 'readRelated',
  method: 'GET',
  path: '/api/cases/{id}/related',
  tag: 'records',
  summary: 'Records beside this case, and where it is one itself the cases it is about, as far as this user may know of them',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ records: z.array(caseItem), about: z.array(caseItem) }),
  problems: [404],
});
