import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { civilDate, divisionCode, noQuery, page, pageQuery } from '../values.ts';

const plan = z.object({
  id: z.string(),
  division: z.string(),
  closedFrom: z.string(),
  closedTo: z.string(),
  percent: z.int(),
  /** SHA-256 of the seed, told at once. */
  seedDigest: z.string(),
  /** Null until the period is over: nobody knows beforehand which case will be visited. */
  seed: z.string().nullable(),
  createdAt: z.string(),
});

export const fixVisitPlan = endpoint({
  id: 'fixVisitPlan',
  method: 'POST',
  path: '/api/visit-plans',
  tag: 'visits',
  summary: 'Fix, before the cases close, how many of them are visited (supervisor of the place); it can’t be changed',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z
    .strictObject({ division: divisionCode, closedFrom: civilDate, closedTo: civilDate, percent: z.int().min(1).max(100) })
    .refine((body) => body.closedFrom <= body.closedTo, { error: 'ends before it begins', path: ['closedTo'] }),
  answer: plan,
  idempotent: true,
  problems: [403, 409],
});
export const listVisitPlans = endpoint({
  id: 'listVisitPlans',
  method: 'GET',
  path: '/api/visit-plans',
  tag: 'visits',
  summary: 'Plans of return visits, the newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...pageQuery }),
  answer: page(plan),
  problems: [403],
});
export const readVisitSample = endpoint({
  id: 'readVisitSample',
  method: 'GET',
  path: '/api/visit-plans/{id}/sample',
  tag: 'visits',
  summary:
    'The cases closed so far that the plan drew, each with its lot (SHA-256 of `seed:caseId`, first 8 hex digits, modulo 100, below `percent`)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({
    plan,
    /** Closed in the period, drawn or not. */
    closed: z.int(),
    unvisited: z.int(),
    overdue: z.int(),
    items: z.array(
      z.object({
        caseId: z.string(),
        caseNo: z.string(),
        closedOn: z.string(),
        lot: z.int(),
        outcome: z.enum(['solved', 'explained', 'unresolved']).nullable(),
        /** Until when the centre owes the visit. */
        dueDate: z.string().nullable(),
        /** It is owed still, and late: it has been urged. */
        overdue: z.boolean(),
      }),
    ),
    nextCursor: z.null(),
  }),
  problems: [403, 404],
});

/** Of the matters closed in a period how many came back within the days that the rule pack sets: a figure of units' work, of no person. */
export const readRefiled = endpoint({
  id: 'readRefiled',
  method: 'GET',
  path: '/api/indicators/refiled',
  tag: 'work',
  summary: 'Closed and filed again on the same matter within N days, by place and period; shown, never scored, and never by person',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ closedFrom: civilDate, closedTo: civilDate, division: divisionCode.optional() }),
  answer: z.object({ days: z.int(), closed: z.int(), refiled: z.int(), rate: z.number().nullable() }),
  problems: [403, 413],
});
