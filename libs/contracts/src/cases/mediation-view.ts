import { z } from 'zod';
import {
  AGREEMENT_FORMS,
  APPLICATION_FORMS,
  CONFIRMATIONS,
  HAND_OVER_TARGETS,
  MEDIATION_END_GROUNDS,
  MEDIATION_KINDS,
  OPENNESS,
  REMAINING_ROUTES,
  TEAM_SEATS,
} from '#libs/domain';
import { bilingual } from '../values.ts';

/** How a mediation stands: its kind, who has consented, who mediates, and what came of it. */
export const mediationView = z.object({
  kind: z.enum(MEDIATION_KINDS),
  title: bilingual,
  basis: bilingual,
  limit: z.string(),
  application: z.enum(APPLICATION_FORMS),
  openness: z.enum(OPENNESS),
  petition: z.object({ caseId: z.string(), unitId: z.string() }).optional(),
  consents: z.array(z.string()).readonly(),
  mediators: z.array(z.object({ userId: z.string(), chosenBy: z.enum(['parties', 'body']) })).readonly(),
  formerMediators: z.array(z.string()).readonly(),
  acceptedOn: z.string().optional(),
  signedAt: z.string().optional(),
  team: z.array(z.object({ seat: z.enum(TEAM_SEATS), unitId: z.string() })).readonly(),
  sessions: z.int(),
  appraisalFrom: z.string().nullable(),
  ground: z.enum(MEDIATION_END_GROUNDS).optional(),
  routes: z.array(z.enum(REMAINING_ROUTES)).readonly(),
  agreement: z.object({ form: z.enum(AGREEMENT_FORMS), effectiveOn: z.string(), performBy: z.string().nullable() }).optional(),
  confirmation: z.enum(CONFIRMATIONS).optional(),
  recordedOn: z.string().optional(),
  receiptOwed: z.object({ to: z.enum(HAND_OVER_TARGETS), unitId: z.string() }).nullable(),
});
