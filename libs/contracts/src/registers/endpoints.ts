import { z } from 'zod';
import { HELPER_REGISTERS, LEADER_RANKS, UNIT_LEVELS, VILLAGE_ROLES } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { divisionCode, noQuery, page, pageQuery, queryFlag, text, uuid } from '../values.ts';

export const leader = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  rank: z.enum(LEADER_RANKS),
  level: z.enum(UNIT_LEVELS),
  division: z.string(),
  unitId: z.string().nullable(),
  userId: z.string().nullable(),
  active: z.boolean(),
});
export const helper = z.object({
  id: z.string(),
  register: z.enum(HELPER_REGISTERS),
  name: z.string(),
  roles: z.array(z.enum(VILLAGE_ROLES)),
  division: z.string(),
  organisation: z.string().nullable(),
  active: z.boolean(),
});

export const listLeaders = endpoint({
  id: 'listLeaders',
  method: 'GET',
  path: '/api/registers/leaders',
  tag: 'registers',
  summary: 'Leaders who take on cases and receive people; `division` and what lies above and below it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({
    division: divisionCode.optional(),
    rank: z.enum(LEADER_RANKS).optional(),
    active: queryFlag.optional(),
    ...pageQuery,
  }),
  answer: page(leader),
});
export const addLeader = endpoint({
  id: 'addLeader',
  method: 'POST',
  path: '/api/registers/leaders',
  tag: 'registers',
  summary: 'Enter a leader (supervisor of the place); with an account, it is one of the role leader in that place',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    name: text(100),
    title: text(100),
    rank: z.enum(LEADER_RANKS),
    division: divisionCode,
    unitId: uuid.optional(),
    userId: uuid.optional(),
  }),
  answer: leader,
  problems: [403, 409],
});
export const changeLeader = endpoint({
  id: 'changeLeader',
  method: 'PUT',
  path: '/api/registers/leaders/{id}',
  tag: 'registers',
  summary: 'Change title, rank or whether he is still in office; audited',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ title: text(100).optional(), rank: z.enum(LEADER_RANKS).optional(), active: z.boolean().optional() }),
  answer: leader,
  problems: [403, 404],
});

export const listHelpers = endpoint({
  id: 'listHelpers',
  method: 'GET',
  path: '/api/registers/helpers',
  tag: 'registers',
  summary: 'Village mediators, legal advisers of villages, legal-aid organisations; `division` and what lies above and below it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({
    division: divisionCode.optional(),
    register: z.enum(HELPER_REGISTERS).optional(),
    active: queryFlag.optional(),
    ...pageQuery,
  }),
  answer: page(helper),
});
export const addHelper = endpoint({
  id: 'addHelper',
  method: 'POST',
  path: '/api/registers/helpers',
  tag: 'registers',
  summary: 'Enter a helper (supervisor of the place); a village mediator has his roles',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z
    .strictObject({
      register: z.enum(HELPER_REGISTERS),
      name: text(100),
      roles: z.array(z.enum(VILLAGE_ROLES)).max(VILLAGE_ROLES.length).optional(),
      division: divisionCode,
      organisation: text(200).optional(),
    })
    .refine((body) => (body.register === 'village-mediator') === (body.roles ?? []).length > 0, {
      error: 'a village mediator has a role, nobody else has one',
      path: ['roles'],
    }),
  answer: helper,
  problems: [403],
});
export const changeHelper = endpoint({
  id: 'changeHelper',
  method: 'PUT',
  path: '/api/registers/helpers/{id}',
  tag: 'registers',
  summary: 'Change the organisation or whether he is still there; audited',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ organisation: text(200).optional(), active: z.boolean().optional() }),
  answer: helper,
  problems: [403, 404],
});

/** People by name for the fields that name one: whoever may see a case chooses from a list, not by a number. */
export const listColleagues = endpoint({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/directory/people',
  tag: 'directory',
  summary: 'Active handlers, heads, mediators and leaders of a unit, by name',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ unitId: uuid }),
  answer: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), unitId: z.string(), roles: z.array(z.string()) })),
    nextCursor: z.null(),
  }),
  problems: [404],
});
