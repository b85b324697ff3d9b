import { z } from 'zod';
import { UNIT_LEVELS } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { categoryCode, code, divisionCode, page, pageQuery, searchText } from '../values.ts';

export const unit = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  function: z.string(),
  division: z.string(),
  level: z.enum(UNIT_LEVELS),
  superiorId: z.string().nullable(),
  reviewUnitIds: z.array(z.string()),
  /** 黄牌警告: it has a yellow card now. */
  yellowCard: z.literal(true).optional(),
});
export const division = z.object({ code: z.string(), name: z.string(), level: z.enum(UNIT_LEVELS), parent: z.string().nullable() });
export const category = z.object({
  code: z.string(),
  path: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  owner: z.string(),
  lowestLevel: z.enum(UNIT_LEVELS),
  desk: z.string().optional(),
});

export const listUnits = endpoint({
  id: 'listUnits',
  method: 'GET',
  path: '/api/directory/units',
  tag: 'directory',
  summary: 'Units; `division` means that division only',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({
    function: code.optional(),
    division: divisionCode.optional(),
    level: z.enum(UNIT_LEVELS).optional(),
    q: searchText.optional(),
    ...pageQuery,
  }),
  answer: page(unit),
});
export const listDivisions = endpoint({
  id: 'listDivisions',
  method: 'GET',
  path: '/api/directory/divisions',
  tag: 'directory',
  summary: 'Divisions; without `parent` all, flat',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ parent: divisionCode.optional(), ...pageQuery }),
  answer: page(division),
});
export const listCategories = endpoint({
  id: 'listCategories',
  method: 'GET',
  path: '/api/directory/categories',
  tag: 'directory',
  summary: 'Categories of matters; without `parent` all, flat',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject({ parent: categoryCode.optional(), ...pageQuery }),
  answer: page(category),
});
