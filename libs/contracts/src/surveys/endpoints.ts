import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { publicIntakeBody } from '../cases/intake.ts';
import { intakeAnswer } from '../cases/case.ts';
import { RATING_VALUES } from '../commands/payloads.ts';
import { civilDate, divisionCode, noQuery, page, pageQuery, text } from '../values.ts';

const span = { division: divisionCode, opensOn: civilDate, closesOn: civilDate };
const inOrder = (body: { readonly opensOn: string; readonly closesOn: string }): boolean => body.opensOn <= body.closesOn;
const WRONG_ORDER = { error: 'ends before it begins', path: ['closesOn'] };

/** Of fewer answers nothing is told. */
export const FEWEST_ANSWERS = 10;

const survey = z.object({
  id: z.string(),
  title: z.string(),
  division: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  invited: z.int(),
  answered: z.int(),
  /** Who was asked and said nothing: neither satisfied nor dissatisfied. */
  silent: z.int(),
  participation: z.number().nullable(),
  /** Null until the survey is over, and for ever where fewer than ten answered: what few said is what somebody said. */
  result: z
    .object({
      satisfied: z.int(),
      basically: z.int(),
      dissatisfied: z.int(),
      /** Satisfied and basically satisfied among those who answered. */
      satisfaction: z.number().nullable(),
    })
    .nullable(),
});
const call = z.object({ id: z.string(), topic: z.string(), division: z.string(), opensOn: z.string(), closesOn: z.string() });

export const openSurvey = endpoint({
  id: 'openSurvey',
  method: 'POST',
  path: '/api/surveys',
  tag: 'surveys',
  summary: 'A survey of satisfaction (supervisor of the place); the codes are told to this request alone and kept as digests',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ title: text(200), ...span, invitations: z.int().min(FEWEST_ANSWERS).max(2000) }).refine(inOrder, WRONG_ORDER),
  answer: z.object({ survey, codes: z.array(z.string()) }),
  idempotent: true,
  problems: [403, 409],
});
export const listSurveys = endpoint({
  id: 'listSurveys',
  method: 'GET',
  path: '/api/surveys',
  tag: 'surveys',
  summary: 'Surveys and, when they are over, what came of them; silence stands apart',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...pageQuery }),
  answer: page(survey),
});
export const answerSurvey = endpoint({
  id: 'answerSurvey',
  method: 'POST',
  path: '/api/public/surveys/answers',
  tag: 'public',
  summary: 'Answer a survey, once for each code; every miss is answered alike',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ code: z.string().min(1).max(64), value: z.enum(RATING_VALUES) }),
  answer: z.object({ ok: z.literal(true) }),
  problems: [404, 429],
});

export const openCall = endpoint({
  id: 'openCall',
  method: 'POST',
  path: '/api/suggestion-calls',
  tag: 'surveys',
  summary: 'Call for suggestions on a topic (supervisor of the place)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ topic: text(200), ...span }).refine(inOrder, WRONG_ORDER),
  answer: call,
  idempotent: true,
  problems: [403, 409],
});
export const listCalls = endpoint({
  id: 'listCalls',
  method: 'GET',
  path: '/api/public/suggestion-calls',
  tag: 'public',
  summary: 'Calls that are open today',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(call), nextCursor: z.null() }),
});
export const answerCall = endpoint({
  id: 'answerCall',
  method: 'POST',
  path: '/api/public/suggestion-calls/{id}/suggestions',
  tag: 'public',
  summary: 'Make a suggestion: it becomes a case of the class SUGGESTION, which is studied and replied to (Art 29)',
  access: 'public',
  status: 201,
  produces: 'application/json',
  query: noQuery,
  body: publicIntakeBody.omit({ channel: true, divisionCode: true, receivedAt: true }),
  answer: intakeAnswer,
  idempotent: true,
  problems: [404, 409, 422, 503],
});
export const readCallCases = endpoint({
  id: 'readCallCases',
  method: 'GET',
  path: '/api/suggestion-calls/{id}/cases',
  tag: 'surveys',
  summary: 'The suggestions that came to a call, as far as this user may know of them',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ call, items: z.array(z.object({ caseId: z.string(), caseNo: z.string(), state: z.string() })), nextCursor: z.null() }),
  problems: [404],
});

const meeting = z.object({
  id: z.string(),
  division: z.string(),
  heldOn: z.string(),
  place: z.string(),
  attendees: z.int(),
  summary: z.string(),
  issues: z.array(
    z.object({
      n: z.int(),
      issue: z.string(),
      answered: z.string().nullable(),
      case: z.object({ id: z.string(), caseNo: z.string(), state: z.string() }).nullable(),
    }),
  ),
});
export const recordYardMeeting = endpoint({
  id: 'recordYardMeeting',
  method: 'POST',
  path: '/api/yard-meetings',
  tag: 'outreach',
  summary: 'Record a meeting in the yard: when, where, how many came, and every issue raised; names of nobody',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    division: divisionCode,
    heldOn: civilDate,
    place: text(200),
    attendees: z.int().min(1).max(100_000),
    summary: text(500),
    /** Each in a line, like the title of a case; what is behind it is told when it becomes one. */
    issues: z
      .array(z.strictObject({ issue: text(200), answered: text(500).optional() }))
      .min(1)
      .max(100),
  }),
  answer: meeting,
  problems: [403],
});
export const listYardMeetings = endpoint({
  id: 'listYardMeetings',
  method: 'GET',
  path: '/api/yard-meetings',
  tag: 'outreach',
  summary: 'Meetings of the viewer’s own place with what became of each issue, the newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ division: divisionCode.optional(), ...pageQuery }),
  answer: page(meeting),
});
export const takeUpIssue = endpoint({
  id: 'takeUpIssue',
  method: 'POST',
  path: '/api/yard-meetings/{id}/issues/{n}/case',
  tag: 'outreach',
  summary: 'Register the case that an issue becomes: one, whoever asks for it and however often',
  access: 'session',
  status: 201,
  produces: 'application/json',
  query: noQuery,
  body: publicIntakeBody.omit({ channel: true, divisionCode: true, receivedAt: true, title: true }),
  answer: intakeAnswer,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
