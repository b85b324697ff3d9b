import { z } from 'zod';
import { ADOPTIONS, RECTIFIED_BY, SUPERVISION_MEASURES } from '#libs/domain';
import { civilDate, text, uuid } from '../values.ts';

const prose = text(20_000);
const nothing = z.strictObject({});
const withReason = z.strictObject({ reason: prose });
const noted = z.strictObject({ note: prose.optional() });
const item = z.int().min(1).max(1_000);
const measure = z.enum(SUPERVISION_MEASURES);

/** Art 39(3): a measure rests on a resolution of the joint meeting; without one the engine refuses. */
const appliedMeasure = z
  .strictObject({
    measure,
    resolutionCaseId: uuid.optional(),
    dueDate: civilDate.optional(),
    leaderId: uuid.optional(),
    terms: prose.optional(),
  })
  .refine((payload) => payload.measure === 'rectification' || payload.dueDate === undefined, {
    error: 'only an ordered rectification has a last day',
    path: ['dueDate'],
  })
  .refine((payload) => payload.measure === 'listed' || payload.leaderId === undefined, {
    error: 'only a listed matter has its leader',
    path: ['leaderId'],
  });

/** What the commands of supervision cards, letters of suggestion and rectifications carry; free text is encrypted before anything is stored. */
export const RECORD_PAYLOADS = {
  ANSWER_SUPERVISION: z.strictObject({ reply: prose, measures: prose.optional() }),
  ADD_ITEM: z.strictObject({ demand: prose }),
  GIVE_EVIDENCE: z.strictObject({ item, evidence: prose }),
  SEND_BACK_EVIDENCE: z.strictObject({ item, reason: prose }),
  SIGN_OFF_ITEM: z.strictObject({ item, note: prose.optional() }),
  PROPOSE_MEASURE: z.strictObject({ measure, reason: prose }),
  APPLY_MEASURE: appliedMeasure,
  WARN_OF_LISTING: withReason,
  INSPECT: z.strictObject({ changed: z.boolean(), finding: prose }),
  DELIST: noted,
  SIGN_OFF: noted,
  WITHDRAW_SUPERVISION: withReason,
  CONFIRM_LETTER: nothing,
  ANSWER_LETTER: z.strictObject({ adopted: z.enum(ADOPTIONS), reply: prose }),
  REPORT_ADOPTION: z.strictObject({ report: prose, done: z.boolean().optional() }),
  CONCLUDE_LETTER: noted,
  WITHDRAW_LETTER: withReason,
  REPORT_RECTIFICATION: z.strictObject({ report: prose }),
  CHECK_RECTIFICATION: z.strictObject({ passed: z.boolean(), finding: prose }),
  PUBLISH_RESULT: z.strictObject({ how: z.enum(RECTIFIED_BY) }),
  KEEP_UNPUBLISHED: withReason,
  WITHDRAW_RECTIFICATION: withReason,
} as const satisfies Record<string, z.ZodType>;
