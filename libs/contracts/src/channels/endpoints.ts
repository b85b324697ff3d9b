import { z } from 'zod';
import { NOTICE_KINDS } from '#libs/domain';
import { endpoint } from '../endpoint.ts';
import { bilingual, noQuery, text } from '../values.ts';

const channel = z.enum(['email', 'sms', 'im', 'webhook']);
const personChannel = z.enum(['email', 'sms', 'im']);
const language = z.enum(['zh', 'en']);
const kinds = z.array(z.enum(NOTICE_KINDS)).max(100);
const url = z.string().min(1).max(2000);
const description = text(200);

const webhook = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  kinds: z.array(z.string()).meta({ description: 'kinds of notice that are told; empty: all' }),
  active: z.boolean(),
  failures: z.int().meta({ description: 'in a row' }),
  disabledAt: z.string().nullable(),
  disabledReason: z.string().nullable(),
  previousSecretUntil: z.string().nullable().meta({ description: 'until then the secret before the last rotation signs, too' }),
  lastAcceptedAt: z.string().nullable(),
  createdAt: z.string(),
});
const withSecret = webhook.extend({ secret: z.string().meta({ description: 'whsec_…; shown this once' }) });

export const readChannels = endpoint({
  id: 'readChannels',
  method: 'GET',
  path: '/api/channels',
  tag: 'channels',
  summary: 'E-mail, SMS, IM and webhooks: whether they are on, and how they fare (administrators, operators)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({
    items: z.array(
      z.object({
        channel,
        configured: z.boolean().nullable(),
        rate: z.number().nullable(),
        waiting: z.int(),
        retrying: z.int(),
        overdueSeconds: z.number().nullable(),
        dead: z.int(),
        lastAcceptedAt: z.string().nullable(),
      }),
    ),
  }),
  problems: [403],
});
export const listWebhooks = endpoint({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  tag: 'channels',
  summary: 'Subscribed systems (administrators); secrets are never shown again',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(webhook), kinds: z.array(z.object({ kind: z.string(), text: bilingual })) }),
  problems: [403],
});
export const createWebhook = endpoint({
  id: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  tag: 'channels',
  summary: 'Subscribe a system; the answer holds its signing secret (Standard Webhooks), once',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ url, description, kinds: kinds.default([]) }),
  answer: withSecret,
  problems: [403, 409],
});
export const updateWebhook = endpoint({
  id: 'updateWebhook',
  method: 'PUT',
  path: '/api/webhooks/{id}',
  tag: 'channels',
  summary: 'Change a subscription, switch it off or on again',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    url: url.optional(),
    description: description.optional(),
    kinds: kinds.optional(),
    active: z.boolean().optional(),
  }),
  answer: webhook,
  problems: [403, 404],
});
export const rotateWebhook = endpoint({
  id: 'rotateWebhook',
  method: 'POST',
  path: '/api/webhooks/{id}/rotate',
  tag: 'channels',
  summary: 'A new secret, shown once; for a day the one before signs beside it',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({}).optional(),
  answer: withSecret,
  problems: [403, 404],
});
export const removeWebhook = endpoint({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/api/webhooks/{id}',
  tag: 'channels',
  summary: 'End a subscription; what waits for it is withdrawn',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ id: z.string() }),
  problems: [403, 404],
});

const contact = z.object({ channel: personChannel, address: z.string(), wanted: z.boolean(), language });

export const readContacts = endpoint({
  id: 'readContacts',
  method: 'GET',
  path: '/api/me/contacts',
  tag: 'channels',
  summary: 'Where this user wants to be told, and which channels there are',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({ items: z.array(contact), available: z.array(personChannel) }),
});
const address = z.string().min(1).max(200);
export const writeContacts = endpoint({
  id: 'writeContacts',
  method: 'PUT',
  path: '/api/me/contacts',
  tag: 'channels',
  summary: 'Replaces them all; a channel that is left out is forgotten',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({
    items: z
      .array(
        z.discriminatedUnion('channel', [
          z.strictObject({
            channel: z.literal('email'),
            address: address.regex(/^[^\s@<>,"]+@[^\s@<>,"]+$/, 'a plain e-mail address'),
            wanted: z.boolean(),
            language,
          }),
          z.strictObject({
            channel: z.literal('sms'),
            address: address.regex(/^\+?\d[\d -]{4,24}$/, 'a phone number'),
            wanted: z.boolean(),
            language,
          }),
          z.strictObject({
            channel: z.literal('im'),
            address: address.regex(/^[\w.@-]{1,100}$/, 'a handle'),
            wanted: z.boolean(),
            language,
          }),
        ]),
      )
      .max(3)
      .refine((items) => new Set(items.map((item) => item.channel)).size === items.length, 'one of each channel'),
  }),
  answer: z.object({ items: z.array(contact), available: z.array(personChannel) }),
});
