import { z } from 'zod';
import { ROLES } from '#libs/domain';

export const derivationStep = z.object({
  date: z.string(),
  kind: z.enum(['start', 'counted', 'weekend', 'holiday', 'make-up-workday', 'paused', 'extended', 'rolled', 'fixed']),
  note: z.string(),
});

/** A clock of a case, as every answer shows it. */
export const deadline = z.object({
  id: z.string(),
  rule: z.string(),
  basis: z.string(),
  owner: z.object({ role: z.enum(ROLES), unitId: z.string().nullable() }),
  state: z.enum(['armed', 'paused', 'met', 'fired', 'cancelled', 'superseded']),
  dueDate: z.string(),
  dueAt: z.string(),
  doneAt: z.string().nullable().optional(),
  remaining: z.object({ days: z.int(), workingDays: z.int() }),
  derivation: z.array(derivationStep),
});
