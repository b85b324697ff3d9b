import { z } from 'zod';
import { ROLES } from '#libs/domain';
import { bilingual } from '../values.ts';

/** What people should know of a rule pack before they rely on it. */
export const rulePackStatus = z.object({ code: z.string(), text: bilingual });

export const derivationStep = z.object({
  date: z.string(),
  kind: z.enum(['start', 'counted', 'weekend', 'holiday', 'make-up-workday', 'paused', 'extended', 'rolled', 'fixed']),
  note: z.string(),
  noteEn: z.string(),
});

const running = {
  rule: z.string(),
  title: bilingual,
  basis: z.string(),
  basisEn: z.string(),
  owner: z.object({ role: z.enum(ROLES), unitId: z.string().nullable() }),
  /** An organ outside keeps the clock; `owner` only follows it. */
  keptElsewhere: z.literal(true).optional(),
  state: z.enum(['armed', 'paused', 'met', 'fired', 'cancelled', 'superseded']),
  overdue: z.boolean(),
  dueDate: z.string(),
  dueAt: z.string(),
  remaining: z.object({ days: z.int(), workingDays: z.int() }),
};

/** A clock of a case, as every answer shows it. */
export const deadline = z.object({
  id: z.string(),
  ...running,
  triggerAt: z.string(),
  firedAt: z.string().optional(),
  doneAt: z.string().nullable().optional(),
  extensionDays: z.int(),
  /** Days that were not counted; an open pause has no end yet. */
  pauses: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  rulePack: z.string(),
  calendarVersion: z.string(),
  /** Counted beyond the published calendar. */
  provisional: z.boolean(),
  rulePackStatus: rulePackStatus.optional(),
  /** Days an extension may add at most; 0 where nothing extends it. */
  longestExtension: z.int(),
  /** No national text sets the figure. */
  localDefault: z.boolean(),
  derivation: z.array(derivationStep),
});

/** 督办 of one overdue deadline of one unit: who supervises, and the clock by which the unit replies (none once it lies with a leader). */
export const supervision = z.object({
  deadlineId: z.string(),
  rule: z.string(),
  title: bilingual,
  unit: z.object({ unitId: z.string(), name: z.string() }),
  /** 0 as opened, one more with every escalation. */
  level: z.int(),
  by: z.object({ unitId: z.string(), name: z.string(), role: z.enum(['supervisor', 'leader']) }),
  openedAt: z.string(),
  repliedAt: z.string().nullable(),
  reply: deadline.nullable(),
});

/** The one clock of a case that a list shows: an overdue duty first, else what falls due next, else one that stands still. */
export const clock = z.object(running);
