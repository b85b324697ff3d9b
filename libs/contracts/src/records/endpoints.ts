import { z } from 'zod';
import { RECTIFIED_BY, SUGGESTION_KINDS, SUPERVISION_GROUNDS } from '#libs/domain';
import { caseItem, holder } from '../cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { divisionCode, noQuery, page, pageQuery, queryFlag, text, uuid } from '../values.ts';
import { suggestionLetter, supervisionCard } from './record.ts';

const prose = text(20_000);

/** A record that was just opened. */
const opened = z.object({ id: z.string(), caseNo: z.string(), state: z.string(), version: z.int(), holder });

export const openSupervision = endpoint({
  id: 'openSupervision',
  method: 'POST',
  path: '/api/cases/{id}/supervisions',
  tag: 'records',
  summary: 'Supervise a unit that has or had the case (Art 40(1)); `unitId` left out: its holder',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ ground: z.enum(SUPERVISION_GROUNDS), unitId: uuid.optional(), demand: prose }),
  answer: opened,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
export const issueLetter = endpoint({
  id: 'issueLetter',
  method: 'POST',
  path: '/api/cases/{id}/suggestion-letters',
  tag: 'records',
  summary: 'Suggest to a unit to improve its work, to change a policy, or to hold somebody to account (Art 40)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ kind: z.enum(SUGGESTION_KINDS), unitId: uuid, facts: prose, suggestion: prose }),
  answer: opened,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});

const record = caseItem.pick({
  id: true,
  caseNo: true,
  title: true,
  state: true,
  stateLabel: true,
  divisionCode: true,
  holder: true,
  registeredAt: true,
  closedAt: true,
  overdue: true,
  clock: true,
});
const mainCase = z.object({ id: z.string(), caseNo: z.string(), title: z.string() }).nullable();

const recordFilters = { unitId: uuid.optional(), division: divisionCode.optional(), open: queryFlag.optional() };
const supervisionFilters = { ...recordFilters, listed: queryFlag.optional() };
export const listSupervisions = endpoint({
  id: 'listSupervisions',
  method: 'GET',
  path: '/api/supervisions',
  tag: 'records',
  summary: 'The ledger of supervisions (督办台账) that this user may know of, newest first; `listed` those under 挂牌督办',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...supervisionFilters, ...pageQuery }),
  answer: page(
    record.extend({
      card: supervisionCard,
      mainCase,
      /** Who answers for a listed matter (包案领导). */
      leader: z.string().nullable(),
      /** When the unit replied: on the card, or in the case that is overdue. */
      repliedOn: z.string().nullable(),
    }),
  ),
});
export const exportSupervisions = endpoint({
  id: 'exportSupervisions',
  method: 'GET',
  path: '/api/supervisions/export',
  tag: 'records',
  summary: 'The ledger as CSV; with `listed` the rectification ledger (整改台账) with unit and leader',
  access: 'session',
  status: 200,
  produces: 'text/csv',
  query: z.strictObject(supervisionFilters),
  answer: z.string(),
  problems: [403],
});
export const readSupervisionBoard = endpoint({
  id: 'readSupervisionBoard',
  method: 'GET',
  path: '/api/supervisions/board',
  tag: 'records',
  summary: 'The zero-out board (销号清零): how many supervisions are open and signed off, by unit, units with most open ones first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ division: divisionCode.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        unit: holder,
        open: z.int(),
        itemsOpen: z.int(),
        overdue: z.int(),
        warned: z.int(),
        listed: z.int(),
        signedOff: z.int(),
      }),
    ),
    total: z.object({ open: z.int(), signedOff: z.int(), listed: z.int() }),
  }),
});
export const listSuggestionLetters = endpoint({
  id: 'listSuggestionLetters',
  method: 'GET',
  path: '/api/suggestion-letters',
  tag: 'records',
  summary: 'Letters of suggestion that this user may know of, newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...recordFilters, ...pageQuery }),
  answer: page(record.extend({ letter: suggestionLetter, mainCase })),
});

export const openRectification = endpoint({
  id: 'openRectification',
  method: 'POST',
  path: '/api/cases/{id}/rectifications',
  tag: 'records',
  summary: 'Ask a unit to put right what a return visit found (whoever may visit); `unitId` left out: the unit that holds the case',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ unitId: uuid.optional(), finding: prose }),
  answer: opened,
  idempotent: true,
  problems: [403, 404, 409, 422, 503],
});
export const listRectifications = endpoint({
  id: 'listRectifications',
  method: 'GET',
  path: '/api/rectifications',
  tag: 'records',
  summary: 'Rectifications that this user may know of, newest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ ...recordFilters, ...pageQuery }),
  answer: page(record.extend({ mainCase })),
});
/** 宣: the unit, the matter and how it was put right; no case, no person, no word of anybody's. */
export const listPublishedResults = endpoint({
  id: 'listPublishedResults',
  method: 'GET',
  path: '/api/public/rectifications',
  tag: 'public',
  summary: 'What return visits found and units have put right, as published, the newest first',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ division: divisionCode.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        unit: z.string(),
        category: z.string(),
        place: z.string(),
        how: z.enum(RECTIFIED_BY),
        askedOn: z.string(),
        checkedOn: z.string(),
        publishedOn: z.string(),
      }),
    ),
    nextCursor: z.null(),
  }),
});
