import type { Instant } from '../case/deadline.ts';
import type { ResolutionKind } from '../case/meeting.ts';
import { CENTRE, CLERK, Desk, HOUSING } from '../decide/case.fixture.ts';

/** A resolution of a joint meeting on a case, owed by the housing department. */
export function resolutionOn(resolutionKind: ResolutionKind, caseId: string, at: Instant): Desk {
  return Desk.openOffice(
    'resolution',
    {
      resolutionKind,
      meetingId: '018f0000-0000-7000-8000-0000000000aa',
      officeUnitId: CENTRE,
      unitId: HOUSING,
      caseId,
      dueDate: '2026-06-01',
    },
    CLERK,
    at,
  );
}
