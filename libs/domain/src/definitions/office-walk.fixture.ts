import { HOUSING } from '../decide/case.fixture.ts';
import { PRIOR_CASE, RULING, SECOND_CASE } from './first-cases.fixture.ts';

/** The payloads of records that an office keeps: joint meetings, resolutions, urgent matters. */
export function officePayloads(today: string): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  return {
    ADD_MEMBER: [{ unitId: 'education.430407' }],
    PUT_ON_AGENDA: [PRIOR_CASE, SECOND_CASE].map(({ context }) => ({ caseId: context.caseId, agendaReason: 'unsolved' })),
    CONVENE: [{ date: '2026-12-01' }],
    RECORD_MEETING: [{ date: today, present: [HOUSING] }],
    REPORT_RESOLUTION: [{ progress: 'under-way' }, { progress: 'done' }],
    RETURN_REPORT: [{ dueDate: '2026-12-01' }],
    STATE_POSITION: [{ unitId: HOUSING }],
    RULE_JURISDICTION: [{ unitId: HOUSING }],
    ADOPT_RESOLUTION: [{ resolutionId: RULING.context.caseId }],
    CALL_IN_UNIT: [{ unitId: 'education.430407' }],
    REPORT_UP: [
      { reportTo: 'national' },
      { reportTo: 'own-level', unitId: 'petition-office.430400' },
      { reportTo: 'next-level', unitId: 'petition-office.430000' },
    ],
    CONFIRM_REPORT: ['national', 'own-level', 'next-level'].map((reportTo) => ({ reportTo })),
    LINK_PLAN: [{ plan: 'PLAN-1' }],
    SCHEDULE_RECEPTION: [{ date: '2026-12-01', seats: 2 }],
    MOVE_RECEPTION: [{ date: '2026-12-03' }],
    BOOK_RECEPTION: [{ caseId: PRIOR_CASE.context.caseId }],
    CANCEL_BOOKING: [{ caseId: PRIOR_CASE.context.caseId }],
    ENTER_RECEPTION_CASE: [{ caseId: PRIOR_CASE.context.caseId }],
    RECORD_RECEPTION: [{ received: 3 }],
    CALL_SERVICE: [{ platform: '110' }],
    KEEP_SERVICE_RECEIPT: [{ platform: '110', receiptNo: 'A1' }],
  };
}
