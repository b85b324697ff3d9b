import { z } from 'zod';
import { FINDING_KINDS } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { officeRecord } from '../meetings/endpoints.ts';
import { noQuery, text, uuid } from '../values.ts';

export const openDispute = endpoint({
  id: 'openDispute',
  method: 'POST',
  path: '/api/cases/{id}/jurisdiction',
  tag: 'records',
  summary: 'Open a dispute on who is competent for this case (Art 24(1)); whoever has it answers for it meanwhile',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ organs: z.array(uuid).min(1).max(20), reason: text(20_000) }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});

const draft = z.object({
  id: z.string(),
  categoryCode: z.string(),
  categoryPath: z.string(),
  divisionCode: z.string(),
  divisionName: z.string(),
  function: z.string(),
  presentFunction: z.string(),
  ruledAt: z.string(),
  findings: z.array(z.object({ kind: z.enum(FINDING_KINDS), where: z.string(), counterexample: z.string() })),
});
export const listRoutingDrafts = endpoint({
  id: 'listRoutingDrafts',
  method: 'GET',
  path: '/api/routing/drafts',
  tag: 'administration',
  summary: 'Rules of routing that rulings on jurisdiction offer, with what speaks against each; codes only',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(draft) }),
  problems: [403],
});
export const decideRoutingDraft = endpoint({
  id: 'decideRoutingDraft',
  method: 'POST',
  path: '/api/routing/drafts/{id}/decision',
  tag: 'administration',
  summary: 'Take a ruling up as a rule of routing, or not; refused while something speaks against it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ accept: z.boolean(), reason: text(500) }),
  answer: z.object({ id: z.string(), accepted: z.boolean() }),
  problems: [403, 404, 409],
});
