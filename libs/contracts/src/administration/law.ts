import { z } from 'zod';
import { KEPT_REASONS } from '#libs/domain';
import { derivationStep } from '../deadlines/deadline.ts';
import { endpoint } from '../endpoint.ts';
import { bilingual, code, noQuery, page, pageQuery, text } from '../values.ts';
import { rulePackBody } from './rule-pack.ts';

const SUBJECT_KINDS = ['calendar', 'rule-pack', 'procedure'] as const;

const totals = z.object({
  cases: z.int(),
  moving: z.int(),
  staying: z.int(),
  clocks: z.object({ later: z.int(), earlier: z.int(), sameDay: z.int(), kept: z.int() }),
});

/** A switch of the law, from its preview to its end. */
export const lawSwitch = z.object({
  id: z.string(),
  kind: z.enum(SUBJECT_KINDS),
  subject: z.string(),
  running: z.boolean(),
  state: z.enum(['previewed', 'running', 'done']),
  baseEdition: z.int(),
  edition: z.int().nullable(),
  digest: z.string(),
  totals,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  confirmReason: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
const progress = lawSwitch.extend({ outcomes: z.record(z.string(), z.int()), left: z.int() });

const derived = z.object({ rulePack: z.string(), calendarVersion: z.string(), derivation: z.array(derivationStep) });
const item = z.object({
  n: z.int(),
  caseId: z.string(),
  clocks: z.array(
    z.object({
      deadlineId: z.string(),
      rule: z.string(),
      from: z.string(),
      to: z.string().nullable().meta({ description: 'null: it stays, see `why`' }),
      why: z.enum(KEPT_REASONS).nullable(),
      before: derived,
      after: derived.nullable(),
    }),
  ),
  migration: z
    .object({
      from: z.int(),
      to: z.int(),
      state: z.string(),
      stateAfter: z.string().nullable(),
      why: z.object({ code: z.string(), reason: bilingual }).nullable(),
    })
    .nullable(),
  outcome: z.string().nullable().meta({ description: '`moved`, `stays`, or the code of what was in the way; null: not yet' }),
});

const version = { inForce: z.boolean(), shipped: z.boolean() };
export const readLawInForce = endpoint({
  id: 'readLawInForce',
  method: 'GET',
  path: '/api/admin/law',
  tag: 'administration',
  summary: 'Which versions of calendars, rule packs and procedures are in force, and which could be',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: z.object({
    edition: z.int(),
    calendars: z.array(z.object({ id: z.string(), region: z.string(), ...version })),
    rulePacks: z.array(
      z.object({
        id: z.string(),
        title: bilingual,
        region: z.string(),
        effectiveFrom: z.string(),
        effectiveTo: z.string().nullable(),
        runningClocks: z.string(),
        rules: z.int(),
        ...version,
      }),
    ),
    procedures: z.array(z.object({ id: z.string(), version: z.int(), title: bilingual, ...version })),
  }),
  problems: [403],
});

const reason = text(500);
export const previewSwitch = endpoint({
  id: 'previewSwitch',
  method: 'POST',
  path: '/api/admin/switches',
  tag: 'administration',
  summary: 'Preview a switch of the law: what would move is planned and kept; nothing moves (administrators)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new-rule-pack'), rulePack: rulePackBody, running: z.boolean(), reason }),
    z.strictObject({ kind: z.literal('rule-pack'), id: code, running: z.boolean(), reason }),
    z.strictObject({ kind: z.literal('calendar'), id: code, running: z.boolean(), reason }),
    z.strictObject({ kind: z.literal('procedure'), id: code, version: z.int().min(1).max(1000), running: z.boolean(), reason }),
  ]),
  answer: lawSwitch,
  problems: [403, 404, 409],
});
export const listSwitches = endpoint({
  id: 'listSwitches',
  method: 'GET',
  path: '/api/admin/switches',
  tag: 'administration',
  summary: 'Switches of the law, the latest first',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(lawSwitch),
  problems: [403],
});
export const readSwitch = endpoint({
  id: 'readSwitch',
  method: 'GET',
  path: '/api/admin/switches/{id}',
  tag: 'administration',
  summary: 'One switch, with how far it is',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: progress,
  problems: [403, 404],
});
export const listSwitchItems = endpoint({
  id: 'listSwitchItems',
  method: 'GET',
  path: '/api/admin/switches/{id}/items',
  tag: 'administration',
  summary: 'What the switch does to each case, with the derivations before and after; sealed cases are not among them',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: z.strictObject(pageQuery),
  answer: page(item),
  problems: [403, 404],
});
export const confirmSwitch = endpoint({
  id: 'confirmSwitch',
  method: 'POST',
  path: '/api/admin/switches/{id}/confirm',
  tag: 'administration',
  summary: 'Bring it into force as previewed (a leader, or another administrator than the one who previewed it)',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'the digest of the preview'), reason }),
  answer: lawSwitch,
  problems: [403, 404, 409],
});
