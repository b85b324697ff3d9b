import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, noQuery } from '../values.ts';

export const live = endpoint({
  id: 'live',
  method: 'GET',
  path: '/api/health/live',
  tag: 'platform',
  summary: 'The process answers',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ status: z.literal('ok') }),
});
export const ready = endpoint({
  id: 'ready',
  method: 'GET',
  path: '/api/health/ready',
  tag: 'platform',
  summary: 'The process can work: database reachable, migrations applied',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ status: z.literal('ok') }).loose(),
  problems: [503],
});
export const openapi = endpoint({
  id: 'openapi',
  method: 'GET',
  path: '/api/openapi.json',
  tag: 'platform',
  summary: 'This document',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({}).loose(),
});
export const readClock = endpoint({
  id: 'readClock',
  method: 'GET',
  path: '/api/clock',
  tag: 'platform',
  summary: 'Legal time now',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ now: z.string(), manual: z.boolean() }),
});
export const moveClock = endpoint({
  id: 'moveClock',
  method: 'PUT',
  path: '/api/clock',
  tag: 'platform',
  summary: 'Jump forward (test clock only); what falls due on the way fires in order',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ now: instant }),
  answer: z.object({ now: z.string(), fired: z.int() }),
  problems: [403, 404, 409],
});
export const readQueues = endpoint({
  id: 'readQueues',
  method: 'GET',
  path: '/api/queues',
  tag: 'platform',
  summary: 'Queues, outbox and dead letters (operators)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({}).loose(),
  problems: [403],
});
