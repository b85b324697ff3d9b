import { z } from 'zod';
import { rulePackStatus } from '../deadlines/deadline.ts';
import { endpoint } from '../endpoint.ts';
import { bilingual, noQuery } from '../values.ts';

export const procedureView = z.object({
  id: z.string(),
  version: z.int(),
  title: bilingual,
  states: z.array(z.object({ id: z.string(), label: bilingual, final: z.boolean() }).loose()),
  commands: z.array(z.object({ type: z.string(), label: bilingual, from: z.array(z.string()), to: z.array(z.string()) }).loose()),
  deadlines: z.array(
    z.object({ rule: z.string(), title: bilingual, basis: z.string(), amount: z.int().nullable(), unit: z.string() }).loose(),
  ),
  /** The law of this place today; regional packs that may be out of date say so. */
  law: z.object({
    rulePack: z.string(),
    title: bilingual,
    rulePackStatus: rulePackStatus.optional(),
    conditions: z.array(z.object({ text: bilingual, basis: bilingual })),
  }),
  /** SVG. */
  diagram: z.string(),
});
export const listProcedures = endpoint({
  id: 'listProcedures',
  method: 'GET',
  path: '/api/procedures',
  tag: 'procedures',
  summary: 'Procedures with states, commands, deadlines and a diagram',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(procedureView), nextCursor: z.null() }),
});
export const readProcedure = endpoint({
  id: 'readProcedure',
  method: 'GET',
  path: '/api/procedures/{id}/{version}',
  tag: 'procedures',
  summary: 'One version of a procedure',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: procedureView,
  problems: [404],
});
