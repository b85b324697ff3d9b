import { z } from 'zod';
import { CASE_CLASSES, UNIT_LEVELS } from '#libs/domain';
import { caseItem, holder, intakeAnswer, receptionView } from '../cases/case.ts';
import { publicIntakeBody } from '../cases/intake.ts';
import { trackBody } from '../commands/command-body.ts';
import { endpoint } from '../endpoint.ts';
import { officeRecord } from '../meetings/endpoints.ts';
import { noQuery, page, pageQuery, queryFlag, uuid } from '../values.ts';

export const openReception = endpoint({
  id: 'openReception',
  method: 'POST',
  path: '/api/receptions',
  tag: 'records',
  summary:
    'A leader of the register owes days of reception (Art 18(2)), arranged by this user’s petition office or centre; one record a leader',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ leaderId: uuid }),
  answer: officeRecord,
  idempotent: true,
  problems: [403, 409, 422, 503],
});
export const listReceptions = endpoint({
  id: 'listReceptions',
  method: 'GET',
  path: '/api/receptions',
  tag: 'records',
  summary: 'Days of reception that this user may know of, the newest duty first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ open: queryFlag.optional(), ...pageQuery }),
  answer: page(caseItem.extend({ reception: receptionView })),
});
export const readReceptionFigures = endpoint({
  id: 'readReceptionFigures',
  method: 'GET',
  path: '/api/receptions/figures',
  tag: 'records',
  summary: 'By place and level: how many leaders owe days, how many days were held, and how many are late now; never by person',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({
    items: z.array(
      z.object({ division: z.string(), level: z.enum(UNIT_LEVELS), owing: z.int(), held: z.int(), late: z.int(), cases: z.int() }),
    ),
    nextCursor: z.null(),
  }),
  problems: [403],
});
export const openReceptionCase = endpoint({
  id: 'openReceptionCase',
  method: 'POST',
  path: '/api/receptions/{id}/cases',
  tag: 'records',
  summary: 'Register a case at the table, as any other, and list it beside the day; an accusation is registered and listed nowhere',
  access: 'session',
  status: 201,
  produces: 'application/json',
  query: noQuery,
  body: publicIntakeBody.omit({ channel: true, receivedAt: true }).extend({ class: z.enum(CASE_CLASSES).optional() }),
  answer: intakeAnswer,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});

const publicDay = z.object({
  id: z.string(),
  on: z.string(),
  level: z.enum(UNIT_LEVELS),
  division: z.string(),
  /** Officials in their office, by name and title: published by Art 18(1). */
  leader: z.string(),
  at: holder.pick({ name: true }),
  free: z.int(),
});
export const listReceptionDays = endpoint({
  id: 'listReceptionDays',
  method: 'GET',
  path: '/api/public/receptions',
  tag: 'public',
  summary: 'Published days of reception from today on: who, where, and how many places are free',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(publicDay), nextCursor: z.null() }),
});

const byCode = trackBody.extend({ receptionId: uuid });
const booking = z.object({ caseNo: z.string(), booked: z.boolean(), day: publicDay });
export const bookReception = endpoint({
  id: 'bookReception',
  method: 'POST',
  path: '/api/public/receptions/bookings',
  tag: 'public',
  summary: 'Book a published day for one’s own matter, by code and digits',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: byCode,
  answer: booking,
  idempotent: true,
  problems: [404, 409, 429, 503],
});
export const cancelReceptionBooking = endpoint({
  id: 'cancelReceptionBooking',
  method: 'POST',
  path: '/api/public/receptions/cancellations',
  tag: 'public',
  summary: 'Give the place back, by code and digits',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: byCode,
  answer: booking,
  idempotent: true,
  problems: [404, 409, 429, 503],
});
