import { z } from 'zod';
import { ADOPTIONS, SUGGESTION_KINDS, SUPERVISION_GROUNDS, SUPERVISION_MEASURES } from '#libs/domain';
import { bilingual } from '../values.ts';

/** 督办单 in codes; what was asked and answered in words is among the documents. */
export const supervisionCard = z.object({
  ground: z.enum(SUPERVISION_GROUNDS),
  groundLabel: bilingual,
  /** The unit supervised. */
  unitId: z.string(),
  /** The unit that supervises. */
  by: z.string(),
  /** Opened by the engine: what is overdue in the case, where it is replied to. */
  overdue: z.object({ deadlineId: z.string(), rule: z.string() }).optional(),
  items: z
    .array(z.object({ no: z.int(), evidenceId: z.string().optional(), signedOff: z.literal(true).optional(), sentBack: z.int() }))
    .readonly(),
  solved: z.boolean(),
  answeredOn: z.string().optional(),
  proposed: z.array(z.enum(SUPERVISION_MEASURES)).readonly(),
  measures: z
    .array(
      z.object({
        measure: z.enum(SUPERVISION_MEASURES),
        resolution: z.string(),
        on: z.string(),
        dueDate: z.string().optional(),
      }),
    )
    .readonly(),
  warnedOn: z.string().optional(),
  listed: z.object({ on: z.string(), leaderId: z.string() }).optional(),
  delistedOn: z.string().optional(),
  changed: z.boolean().optional(),
});

/** 建议书 in codes. */
export const suggestionLetter = z.object({
  kind: z.enum(SUGGESTION_KINDS),
  kindLabel: bilingual,
  unitId: z.string(),
  by: z.string(),
  reportedTo: z.string().optional(),
  receivedOn: z.string().optional(),
  adopted: z.enum(ADOPTIONS).optional(),
  reports: z.int(),
  done: z.literal(true).optional(),
});
