import { z } from 'zod';
import { CASE_CLASSES } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { bilingual, civilDate, divisionCode, noQuery, page, pageQuery, queryFlag } from '../values.ts';

export const notice = z.object({
  id: z.string(),
  kind: z.string(),
  text: bilingual,
  caseId: z.string(),
  caseNo: z.string(),
  title: z.string(),
  rule: z.string().nullable(),
  at: z.string(),
  read: z.boolean(),
});
export const readInbox = endpoint({
  id: 'readInbox',
  method: 'GET',
  path: '/api/inbox',
  tag: 'work',
  summary: "Notices to this user's unit and role, newest first",
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ unread: queryFlag.optional(), ...pageQuery }),
  answer: page(notice).extend({ unread: z.object({ count: z.int(), capped: z.boolean() }) }),
});
export const markNoticeRead = endpoint({
  id: 'markNoticeRead',
  method: 'POST',
  path: '/api/inbox/{id}/read',
  tag: 'work',
  summary: 'Mark a notice as read by this user',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({}).optional(),
  answer: z.object({ ok: z.literal(true) }),
  problems: [404],
});
export const streamChanges = endpoint({
  id: 'streamChanges',
  method: 'GET',
  path: '/api/stream',
  tag: 'work',
  summary: 'Server-sent events `{topic, id, version, at}`, never data; a heartbeat every 15 s',
  access: 'session',
  status: 200,
  produces: 'text/event-stream',
  query: noQuery,
  answer: z.string(),
});

export const INDICATOR_GROUPS = ['unit', 'division', 'category', 'class', 'channel', 'month'] as const;
const rate = z.object({ of: z.int(), inTime: z.int(), rate: z.number().nullable() });
const ratings = z.object({
  satisfied: z.int(),
  basically: z.int(),
  dissatisfied: z.int(),
  silent: z.int(),
  /** Who rated among the closed. */
  participation: z.number().nullable(),
  /** Satisfied and basically satisfied among those who rated. */
  rate: z.number().nullable(),
});
/** What petitioners said themselves, and what staff wrote down for them. */
const bySide = z.object({ public: ratings, staff: ratings });
export const indicatorRow = z.object({
  key: z.string(),
  name: z.string(),
  registered: z.int(),
  open: z.int(),
  closed: z.int(),
  overdue: z.int(),
  acceptance: rate,
  answers: rate,
  /** Of the closed cases, the centre and the handling unit apart; who didn't rate is `silent`, never counted as satisfied. */
  satisfaction: z.object({ centre: bySide, unit: bySide }),
});
export const readIndicators = endpoint({
  id: 'readIndicators',
  method: 'GET',
  path: '/api/indicators',
  tag: 'work',
  summary: 'Figures of cases received from … to (both days included); sealed cases and what this user may not know are left out',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({
    from: civilDate.optional(),
    to: civilDate.optional(),
    groupBy: z.enum(INDICATOR_GROUPS).optional(),
    division: divisionCode.optional(),
    class: z.enum(CASE_CLASSES).optional(),
  }),
  answer: z.object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    groupBy: z.enum(INDICATOR_GROUPS),
    total: indicatorRow,
    items: z.array(indicatorRow),
  }),
  problems: [403],
});
