import { z } from 'zod';
import { EMERGENCY_PLATFORMS, REPORT_TARGETS } from '#libs/domain';
import { code, text, uuid } from '../values.ts';

const prose = text(20_000);
const line = text(500);
/** The number of another organ's receipt: letters and digits, never a name. */
const receiptNo = z.string().regex(/^[0-9A-Za-z-]{1,40}$/);
const platform = z.enum(EMERGENCY_PLATFORMS);
const reportTo = z.enum(REPORT_TARGETS);
const noted = z.strictObject({ note: prose.optional() });

/** Commands of urgent and major matters. */
export const URGENT_PAYLOADS = {
  RESPOND: noted,
  ASSEMBLE: noted,
  BEGIN_HANDLING: z.strictObject({ measures: prose }),
  CALL_IN_UNIT: z.strictObject({ unitId: uuid, lawBasis: line.optional() }),
  REPORT_UP: z.strictObject({ reportTo, unitId: uuid.optional(), report: prose }),
  CONFIRM_REPORT: z.strictObject({ reportTo, receiptNo: receiptNo.optional(), note: prose.optional() }),
  LINK_PLAN: z.strictObject({ plan: code, note: prose.optional() }),
  CALL_SERVICE: z.strictObject({ platform, reason: prose }),
  KEEP_SERVICE_RECEIPT: z.strictObject({ platform, receiptNo, note: prose.optional() }),
  REFER_PROTECTION: z.strictObject({ organ: line, reason: prose }),
  CONCLUDE_URGENT: z.strictObject({ summary: prose }),
} as const satisfies Record<string, z.ZodType>;
