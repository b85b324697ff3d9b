import { z } from 'zod';
import { AGENDA_REASONS, PROGRESS } from '#libs/domain';
import { civilDate, text, uuid } from '../values.ts';

const prose = text(20_000);
const line = text(500);

/** Commands of joint meetings and of their resolutions. */
export const MEETING_PAYLOADS = {
  ADD_MEMBER: z.strictObject({ unitId: uuid }),
  PUT_ON_AGENDA: z.strictObject({ caseId: uuid, agendaReason: z.enum(AGENDA_REASONS), matter: prose }),
  CONVENE: z.strictObject({ date: civilDate, convenor: line, place: line }),
  RECORD_MEETING: z.strictObject({ date: civilDate, present: z.array(uuid).min(1).max(100), minutes: prose }),
  CANCEL_MEETING: z.strictObject({ reason: prose }),
  CLOSE_MEETING: z.strictObject({}),
  REPORT_RESOLUTION: z.strictObject({ progress: z.enum(PROGRESS), report: prose }),
  ACCEPT_REPORT: z.strictObject({ evidence: prose }),
  RETURN_REPORT: z.strictObject({ dueDate: civilDate, reason: prose }),
} as const satisfies Record<string, z.ZodType>;
