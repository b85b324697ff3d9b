import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { bilingual, code, instant, noQuery } from '../values.ts';
import { derivationStep, rulePackStatus } from './deadline.ts';

const pauseSpan = z
  .strictObject({ from: instant, to: instant })
  .refine((pause) => Date.parse(pause.from) <= Date.parse(pause.to), { error: 'a pause ends after it begins', path: ['to'] });

export const explainDeadline = endpoint({
  id: 'explainDeadline',
  method: 'POST',
  path: '/api/deadlines/explain',
  tag: 'deadlines',
  summary: 'How a due date comes about; the engine uses the same code',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    rule: code,
    region: z.string().regex(/^\d{6}$/, 'a division code of 6 digits'),
    triggerAt: instant,
    extensionDays: z.int().min(0).max(366).optional(),
    pauses: z.array(pauseSpan).max(100).optional(),
  }),
  answer: z.object({
    rule: z.string(),
    title: bilingual,
    basis: z.string(),
    basisEn: z.string(),
    rulePack: z.string(),
    rulePackStatus: rulePackStatus.optional(),
    calendarVersion: z.string(),
    provisional: z.boolean(),
    dueDate: z.string(),
    dueAt: z.string(),
    derivation: z.array(derivationStep),
  }),
  problems: [404],
});
