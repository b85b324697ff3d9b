import { z } from 'zod';
import {
  ACCOUNTABILITIES,
  ACCUSED_RANKS,
  ADOPTIONS,
  CASE_CLASSES,
  EXTERNAL_PROCEDURE_NAMES,
  INTAKE_PROCEDURES,
  ROUTES,
  SIMPLIFIED_GROUNDS,
} from '#libs/domain';
import { categoryCode, civilDate, instant, text, uuid } from '../values.ts';
import { JURISDICTION_PAYLOADS } from './jurisdiction-payloads.ts';
import { MEETING_PAYLOADS } from './meeting-payloads.ts';
import { URGENT_PAYLOADS } from './urgent-payloads.ts';
import { LEADER_PAYLOADS } from './leader-payloads.ts';
import { MEDIATION_PAYLOADS } from './mediation-payloads.ts';
import { RECEPTION_PAYLOADS } from './reception-payloads.ts';
import { RECORD_PAYLOADS } from './record-payloads.ts';

/** A reason, an opinion, a report: as long as a narrative. */
const prose = text(20_000);
const line = text(500);

/** Art 19(3) and the grounds of Art 21–31; "not ours" is none: a matter of another organ is forwarded. */
export const REFUSAL_REASONS = ['pending-elsewhere', 'not-a-petition-matter', 'no-concrete-claim', 'in-legal-procedure'] as const;
export const SERVICE_METHODS = ['in-person', 'mail', 'electronic', 'public-notice'] as const;
export const OPINION_OUTCOMES = ['SUPPORT', 'EXPLAIN', 'REJECT'] as const;
export const REVIEW_DECISIONS = ['UPHOLD', 'REVOKE', 'CHANGE'] as const;
export const VISIT_OUTCOMES = ['solved', 'explained', 'unresolved'] as const;
export const RATING_TARGETS = ['centre', 'unit'] as const;
export const RATING_VALUES = ['satisfied', 'basically', 'dissatisfied'] as const;
export const RATING_SOURCES = ['phone', 'paper', 'counter'] as const;
export { ADOPTIONS };
export const ORDER_RESULTS = ['solved', 'explained', 'planned'] as const;
export const CALL_OUTCOMES = [...VISIT_OUTCOMES, 'unreached'] as const;
export const PLATFORMS = ['110', '119', '120', '122'] as const;
const LEGAL_ROUTES = ROUTES.filter((route) => route !== 'PETITION');

/** The longest of any rule pack (Zhejiang Art 23). */
const LONGEST_EXTENSION = 60;

const nothing = z.strictObject({});
const withReason = z.strictObject({ reason: prose });
const consents = z.array(uuid).max(100);
const decision = z.strictObject({ decision: z.enum(REVIEW_DECISIONS), opinion: prose });
const request = z.strictObject({ receivedOn: civilDate, postedOn: civilDate.optional(), reason: prose, toUnitId: uuid.optional() });

const refuse = z
  .strictObject({ reason: z.enum(REFUSAL_REASONS), caseId: uuid.optional() })
  .refine((payload) => payload.reason !== 'pending-elsewhere' || payload.caseId !== undefined, {
    error: 'name the pending case (Art 19(3))',
    path: ['caseId'],
  })
  .refine((payload) => payload.reason === 'pending-elsewhere' || payload.caseId === undefined, {
    error: 'only with pending-elsewhere',
    path: ['caseId'],
  });

/** The number of another organ's receipt: letters and digits, never a name. */
const receiptNo = z.string().regex(/^[0-9A-Za-z-]{1,40}$/);

/** What can't be solved is answered with its reasons and a plan. */
const replyOrder = z
  .strictObject({ result: z.enum(ORDER_RESULTS), reply: prose, plan: prose.optional() })
  .refine((payload) => payload.result !== 'planned' || payload.plan !== undefined, { error: 'say what the plan is', path: ['plan'] });

const callBack = z
  .strictObject({
    outcome: z.enum(CALL_OUTCOMES),
    value: z.enum(RATING_VALUES).optional(),
    note: prose.optional(),
  })
  .refine((payload) => (payload.outcome === 'unreached') === (payload.value === undefined), {
    error: 'whoever was reached rates; silence is no rating',
    path: ['value'],
  });

const reclassify = z
  .strictObject({
    class: z.enum(CASE_CLASSES).optional(),
    route: z.enum(ROUTES).optional(),
    procedure: z.enum(INTAKE_PROCEDURES).optional(),
    simplifiedGround: z.enum(SIMPLIFIED_GROUNDS).optional(),
    repeated: z.boolean().optional(),
    categoryCode: categoryCode.optional(),
    reason: prose,
  })
  .refine((payload) => (payload.class ?? payload.route ?? payload.procedure ?? payload.categoryCode) !== undefined, {
    error: 'say what it becomes',
    path: ['class'],
  })
  .refine((payload) => payload.route === undefined || payload.class === undefined || payload.class === 'CLAIM', {
    error: 'only a CLAIM has a route',
    path: ['route'],
  });

/** What each command carries; strict. Free-text fields are encrypted before anything is stored. */
export const COMMAND_PAYLOADS = {
  FORWARD: z.strictObject({ unitId: uuid, note: prose.optional() }),
  ASSIGN: z.strictObject({ unitId: uuid, dueDate: civilDate, note: prose.optional() }),
  ACCEPT: nothing,
  REFUSE: refuse,
  NO_LONGER_ACCEPT: z.strictObject({ priorCaseId: uuid, comparison: prose }),
  CONFIRM: nothing,
  REJECT: withReason,
  GUIDE: z.strictObject({ route: z.enum(LEGAL_ROUTES), organ: line, reason: prose }),
  OBJECT: withReason,
  AGREE_RETURN: withReason,
  REJECT_RETURN: withReason,
  CONVERT: withReason,
  // 1 to 30 days (Art 34); the law of the place may allow more, and the engine refuses what it doesn't.
  EXTEND: z.strictObject({ days: z.int().min(1).max(LONGEST_EXTENSION), reason: prose }),
  HOLD_HEARING: z.strictObject({ date: civilDate, place: line }),
  START_MEDIATION: z.strictObject({ consents }),
  MEDIATION_ENDED: z.strictObject({ result: z.enum(['agreement', 'failed']) }),
  ISSUE_OPINION: z.strictObject({
    outcome: z.enum(OPINION_OUTCOMES),
    request: prose,
    facts: prose,
    opinion: prose,
    basis: prose,
    remedy: prose.optional(),
  }),
  RECORD_SERVICE: z.strictObject({
    partyId: uuid.optional(),
    method: z.enum(SERVICE_METHODS),
    receivedOn: civilDate,
    proof: prose.optional(),
    refused: z.boolean().optional(),
  }),
  REQUEST_REVIEW: request,
  DECIDE_REVIEW: decision,
  REQUEST_RECHECK: request,
  SUSPEND: z.strictObject({ reason: z.enum(['hearing']), from: instant }),
  RESUME: z.strictObject({ at: instant }),
  DECIDE_RECHECK: decision,
  SET_EXECUTION: z.strictObject({ dueDate: civilDate }),
  REPORT_EXECUTION: z.strictObject({ report: prose }),
  REPORT_BACK: z.strictObject({ report: prose }),
  RECLASSIFY: reclassify,
  WITHDRAW: z.strictObject({ requestedBy: uuid, requestedOn: civilDate, evidence: prose }),
  UNDO_WITHDRAW: nothing,
  MERGE: z.strictObject({ intoCaseId: uuid }),
  UNMERGE: nothing,
  SETTLE: z.strictObject({ consents, agreement: prose }),
  RETURN_VISIT: z.strictObject({ outcome: z.enum(VISIT_OUTCOMES), note: prose }),
  RATE: z.strictObject({ target: z.enum(RATING_TARGETS), value: z.enum(RATING_VALUES), source: z.enum(RATING_SOURCES) }),
  REDO: withReason,
  ARCHIVE: nothing,
  RECUSE: z.strictObject({ userId: uuid.optional(), reason: prose }),
  REPLY_SUPERVISION: z.strictObject({ reply: prose, measures: prose.optional() }),
  ADD_MATERIAL: z.strictObject({ text: prose }),
  REPLY: z.strictObject({ adopted: z.enum(ADOPTIONS), reply: prose }),
  CONFIRM_RECEIPT: nothing,
  RECORD_RANK: z.strictObject({ accusedRank: z.enum(ACCUSED_RANKS) }),
  // Serious: told to the party secretary and the leader in charge of organisation work too (Art 30(2)).
  TELL_ORGANISATION: z.strictObject({ unitId: uuid, serious: z.boolean() }),
  KEEP_TOLD_RECEIPT: z.strictObject({ receiptNo, receivedOn: civilDate }),
  HAND_ON: z.strictObject({ unitId: uuid, reason: prose }),
  RECORD_ACCOUNTABILITY: z.strictObject({ accountability: z.enum(ACCOUNTABILITIES) }),
  FEEDBACK: z.strictObject({ result: prose }),
  DISPATCH: z.strictObject({ unitId: uuid, designated: z.boolean().optional(), note: prose.optional() }),
  RETURN_ORDER: withReason,
  REPLY_ORDER: replyOrder,
  CALL_BACK: callBack,
  HAND_OVER: z.strictObject({ platform: z.enum(PLATFORMS), reason: prose }),
  OPEN_WINDOW: z.strictObject({ legalProcedure: z.enum(EXTERNAL_PROCEDURE_NAMES), knewOn: civilDate }),
  RECORD_LODGING: z.strictObject({ legalProcedure: z.enum(EXTERNAL_PROCEDURE_NAMES), lodgedOn: civilDate }),
  RECORD_FILING: z.strictObject({
    legalProcedure: z.enum(EXTERNAL_PROCEDURE_NAMES),
    acceptedOn: civilDate,
    receiptNo: receiptNo.optional(),
  }),
  RECORD_EXTENSION: z.strictObject({ days: z.int().min(1).max(LONGEST_EXTENSION), reason: prose }),
  // The number that the other platform knows it by.
  GIVE_RECEIPT: z.strictObject({ receiptNo }),
  RECORD_RECEIPT: z.strictObject({ receiptNo, note: prose.optional() }),
  HANDOVER_DECLINED: withReason,
  // `servedOn`: when the decision there was received, from where it may be taken to a court.
  RECORD_RESULT: z.strictObject({ result: prose, servedOn: civilDate.optional() }),
  ...MEDIATION_PAYLOADS,
  ...MEETING_PAYLOADS,
  ...URGENT_PAYLOADS,
  ...LEADER_PAYLOADS,
  ...JURISDICTION_PAYLOADS,
  ...RECEPTION_PAYLOADS,
  ...RECORD_PAYLOADS,
} as const satisfies Record<string, z.ZodType>;
export type CommandType = keyof typeof COMMAND_PAYLOADS;

/**
 * What the petitioner sends from the public page. Dates are those of the day, the petitioner is known by the code and the
 * digits, so neither need be sent.
 */
const publicRequest = z.strictObject({
  receivedOn: civilDate.optional(),
  postedOn: civilDate.optional(),
  reason: prose,
  toUnitId: uuid.optional(),
});
export const PUBLIC_PAYLOADS = {
  REQUEST_REVIEW: publicRequest,
  REQUEST_RECHECK: publicRequest,
  RATE: z.strictObject({ target: z.enum(RATING_TARGETS), value: z.enum(RATING_VALUES) }),
  ADD_MATERIAL: COMMAND_PAYLOADS.ADD_MATERIAL,
  WITHDRAW: z.strictObject({ requestedBy: uuid.optional(), requestedOn: civilDate.optional(), evidence: prose.optional() }),
  UNDO_WITHDRAW: nothing,
} as const satisfies Partial<Record<CommandType, z.ZodType>>;
export type PublicCommandType = keyof typeof PUBLIC_PAYLOADS;
