import { z } from 'zod';
import { civilDate, text, uuid } from '../values.ts';

const prose = text(20_000);
const seats = z.int().min(1).max(100);
const ofCase = z.strictObject({ caseId: uuid });

/** Commands of the days on which leaders receive people. */
export const RECEPTION_PAYLOADS = {
  /** `unitId`: where; left out, at the office that arranges the day. */
  SCHEDULE_RECEPTION: z.strictObject({ date: civilDate, seats, unitId: uuid.optional() }),
  PUBLISH_RECEPTION: z.strictObject({}),
  MOVE_RECEPTION: z.strictObject({ date: civilDate, seats: seats.optional(), reason: prose }),
  BOOK_RECEPTION: ofCase,
  CANCEL_BOOKING: ofCase,
  RECORD_RECEPTION: z.strictObject({ received: z.int().min(0).max(1000), note: prose.optional() }),
  ENTER_RECEPTION_CASE: ofCase,
  END_RECEPTION: z.strictObject({ reason: prose }),
} as const satisfies Record<string, z.ZodType>;
