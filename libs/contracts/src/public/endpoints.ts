import { z } from 'zod';
import { publicCommandBody, trackBody } from '../commands/command-body.ts';
import { endpoint } from '../endpoint.ts';
import { bilingual, noQuery } from '../values.ts';

/** Never a party's data, and of documents only the notes of talks that a mediator had with this side alone. */
export const trackAnswer = z.object({
  caseNo: z.string(),
  state: z.string(),
  stateText: bilingual,
  receivedAt: z.string(),
  holder: z.object({ name: z.string() }),
  clock: z
    .object({
      rule: z.string(),
      title: bilingual,
      dueDate: z.string(),
      remaining: z.object({ days: z.int(), workingDays: z.int() }),
      overdue: z.boolean(),
      basis: z.string(),
      basisEn: z.string(),
    })
    .nullable(),
  standsStill: bilingual.nullable(),
  /** What was said to this side alone (人民调解法 Art 23), the latest last; the other side never learns that there was a talk. */
  ownNotes: z.array(z.object({ text: z.string() })),
  remedy: z.object({ command: z.string(), text: bilingual, until: z.string() }).nullable(),
  allowed: z.array(z.object({ type: z.string(), label: bilingual })),
});

export const trackCase = endpoint({
  id: 'trackCase',
  method: 'POST',
  path: '/api/public/track',
  tag: 'public',
  summary: "Where one's own matter stands; every miss is answered alike",
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: trackBody,
  answer: trackAnswer,
  problems: [404, 429],
});
export const sendPublicCommand = endpoint({
  id: 'sendPublicCommand',
  method: 'POST',
  path: '/api/public/commands',
  tag: 'public',
  summary: 'Act as the petitioner, by code and digits',
  access: 'public',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: publicCommandBody,
  answer: trackAnswer,
  idempotent: true,
  problems: [404, 409, 429, 503],
});
