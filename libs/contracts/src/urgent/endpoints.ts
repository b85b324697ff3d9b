import { z } from 'zod';
import { URGENT_KINDS } from '#libs/domain';
import { caseItem, urgentView } from '../cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { officeRecord } from '../meetings/endpoints.ts';
import { instant, noQuery, page, pageQuery, queryFlag, text, uuid } from '../values.ts';

export const raiseUrgent = endpoint({
  id: 'raiseUrgent',
  method: 'POST',
  path: '/api/urgent-matters',
  tag: 'records',
  summary: 'Raise an urgent or major matter (Art 25): whoever is on duty is alerted at once, clocks of minutes begin',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    kind: z.enum(URGENT_KINDS),
    caseId: uuid,
    learnedAt: instant,
    situation: text(20_000),
  }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 409, 422, 503],
});
export const listUrgent = endpoint({
  id: 'listUrgent',
  method: 'GET',
  path: '/api/urgent-matters',
  tag: 'records',
  summary:
    'The register of what was reported upward, as far as this user may know of it, newest first; `late`: reported late by the recorded times',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ open: queryFlag.optional(), late: queryFlag.optional(), ...pageQuery }),
  answer: page(caseItem.extend({ urgentMatter: urgentView })),
});
