import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { civilDate, divisionCode, noQuery, page, pageQuery, queryFlag, text, uuid } from '../values.ts';

const prose = text(4_000);
const officialNo = z.string().regex(/^[\p{Script=Han}0-9A-Za-z〔〕()（）-]{1,60}$/u, 'the number of a resolution or notice');
const done = z.object({ ok: z.literal(true) });
const namedUnit = z.object({ unitId: z.string(), name: z.string() });

/** 黄牌警告 of a unit, never of a person: since when, until when, why, and how it was lifted. */
const yellowCard = z.object({
  id: z.string(),
  unit: namedUnit,
  reason: z.string(),
  basisNo: z.string(),
  from: z.string(),
  until: z.string(),
  /** In force now: its days aren't over and it isn't lifted. */
  inForce: z.boolean(),
  liftedAt: z.string().nullable(),
  liftReason: z.string().nullable(),
});

export const listYellowCards = endpoint({
  id: 'listYellowCards',
  method: 'GET',
  path: '/api/yellow-cards',
  tag: 'records',
  summary: 'Yellow cards of units, newest first; a unit with one in force is shown so wherever it is shown',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ unitId: uuid.optional(), inForce: queryFlag.optional(), ...pageQuery }),
  answer: page(yellowCard),
  problems: [403],
});
export const issueYellowCard = endpoint({
  id: 'issueYellowCard',
  method: 'POST',
  path: '/api/yellow-cards',
  tag: 'records',
  summary: 'Warn a unit of the place by a yellow card, for a time; one at a time',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z
    .strictObject({ unitId: uuid, reason: prose, basisNo: officialNo, from: civilDate, until: civilDate })
    .refine((body) => body.until >= body.from, { error: 'it ends on its first day at the earliest', path: ['until'] }),
  answer: yellowCard,
  problems: [403, 409],
});
export const liftYellowCard = endpoint({
  id: 'liftYellowCard',
  method: 'POST',
  path: '/api/yellow-cards/{id}/lift',
  tag: 'records',
  summary: 'Lift a yellow card before its last day, with the reason',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ reason: prose }),
  answer: done,
  problems: [403, 404, 409],
});

export const GROUP_KINDS = ['region', 'paired', 'task-force'] as const;
export const GROUP_RANKS = ['leader', 'section-chief', 'member'] as const;
const member = z.strictObject({ unitId: uuid, rank: z.enum(GROUP_RANKS) });

const group = z.object({
  id: z.string(),
  kind: z.enum(GROUP_KINDS),
  name: z.string(),
  leader: z.object({ userId: z.string(), name: z.string() }),
  counties: z.array(z.string()),
  members: z.array(z.object({ unit: namedUnit, rank: z.enum(GROUP_RANKS) })),
  formedOn: z.string(),
  dissolvedOn: z.string().nullable(),
  /** The last feedback meeting, and by when the next is due: one a week, counted from the forming or the last meeting. */
  lastMeetingOn: z.string().nullable(),
  nextMeetingBy: z.string().nullable(),
  feedbackOverdue: z.boolean(),
});

export const listGroups = endpoint({
  id: 'listGroups',
  method: 'GET',
  path: '/api/supervision-groups',
  tag: 'records',
  summary: 'Supervision groups that this user’s unit formed, belongs to or is bound by, newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(group),
});
export const formGroup = endpoint({
  id: 'formGroup',
  method: 'POST',
  path: '/api/supervision-groups',
  tag: 'records',
  summary: 'Form a group bound to counties (督导组), paired with units, or a task force of two from each of two sides (2+2专班)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    kind: z.enum(GROUP_KINDS),
    name: text(100),
    leaderId: uuid,
    counties: z.array(divisionCode).min(1).max(50),
    members: z.array(member).min(1).max(100),
  }),
  answer: group,
  problems: [403, 409],
});
export const dissolveGroup = endpoint({
  id: 'dissolveGroup',
  method: 'POST',
  path: '/api/supervision-groups/{id}/dissolve',
  tag: 'records',
  summary: 'Dissolve a group, with the reason',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ reason: prose }),
  answer: done,
  problems: [403, 404, 409],
});

const minutes = z.object({
  id: z.string(),
  heldOn: z.string(),
  summary: z.string(),
  /** What was handed out there, each tracked by its supervision card; only those that this user may know of. */
  tasks: z.array(z.object({ id: z.string(), caseNo: z.string(), unit: namedUnit, state: z.string(), signedOff: z.boolean() })),
});
export const listMinutes = endpoint({
  id: 'listMinutes',
  method: 'GET',
  path: '/api/supervision-groups/{id}/minutes',
  tag: 'records',
  summary: 'Minutes of a group’s feedback meetings, newest first, with what became of what was handed out',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(minutes),
  problems: [404],
});
export const recordMinutes = endpoint({
  id: 'recordMinutes',
  method: 'POST',
  path: '/api/supervision-groups/{id}/minutes',
  tag: 'records',
  summary: 'Record a feedback meeting: what was said, and the supervision cards that were handed out (of the group’s counties)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ heldOn: civilDate, summary: prose, cardIds: z.array(uuid).max(100) }),
  answer: minutes,
  problems: [403, 404, 409],
});
