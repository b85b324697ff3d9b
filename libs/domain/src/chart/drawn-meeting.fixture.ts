import fc from 'fast-check';
import type { MeetingRecord, ResolutionRecord } from '../case/meeting.ts';
import { RESOLUTION_KINDS } from '../case/meeting.ts';
import { CENTRE, CITY_HOUSING, HOUSING } from '../decide/case.fixture.ts';

const unit = fc.constantFrom(CENTRE, HOUSING, CITY_HOUSING, 'education.430407');
const day = fc.constantFrom('2026-03-05', '2026-03-06', '2026-03-09', '2026-04-20');

export const drawnMeeting: fc.Arbitrary<MeetingRecord | undefined> = fc.option(
  fc.record(
    {
      level: fc.constantFrom('city' as const, 'county' as const),
      members: fc.uniqueArray(unit, { maxLength: 3 }),
      agenda: fc.array(fc.record({ caseId: fc.constantFrom('other', 'another'), reason: fc.constant('unsolved' as const) }), {
        maxLength: 2,
      }),
      on: day,
    },
    { requiredKeys: ['level', 'members', 'agenda'] },
  ),
  { nil: undefined },
);

export const drawnResolution: fc.Arbitrary<ResolutionRecord | undefined> = fc.option(
  fc.record({
    kind: fc.constantFrom(...RESOLUTION_KINDS),
    meetingId: fc.constant('meeting'),
    officeUnitId: unit,
    dueDate: day,
    reports: fc.nat(2),
  }),
  { nil: undefined },
);

/** Payloads of meetings and resolutions; what is named alike elsewhere comes from there. */
export const meetingPayload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    agendaReason: fc.constantFrom('unsolved', 'jurisdiction'),
    present: fc.uniqueArray(unit, { maxLength: 2 }),
    progress: fc.constantFrom('under-way', 'done'),
    openResolutions: fc.constantFrom(0, 1),
    resolutions: fc.constantFrom(0, 2),
  },
  { requiredKeys: [] },
);
