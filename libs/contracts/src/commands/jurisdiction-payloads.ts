import { z } from 'zod';
import { text, uuid } from '../values.ts';

const prose = text(20_000);

/** Commands of disputes on jurisdiction, and of the duty. */
export const JURISDICTION_PAYLOADS = {
  STATE_POSITION: z.strictObject({ unitId: uuid, reason: prose }),
  TAKE_UP_DISPUTE: z.strictObject({ reason: prose }),
  RULE_JURISDICTION: z.strictObject({ unitId: uuid, basis: prose }),
  TAKE_OVER: z.strictObject({ note: prose.optional() }),
  ADOPT_RESOLUTION: z.strictObject({ resolutionId: uuid }),
} as const satisfies Record<string, z.ZodType>;
