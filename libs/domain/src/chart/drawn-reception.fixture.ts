import fc from 'fast-check';
import { LEADER_RANKS } from '../case/leader-case.ts';
import type { ReceptionRecord } from '../case/reception.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';
import { CENTRE, HOUSING } from '../decide/case.fixture.ts';

const day = fc.constantFrom('2026-03-05', '2026-03-06', '2026-03-09', '2026-04-20');
const cases = fc.uniqueArray(fc.constantFrom('other', 'another'), { maxLength: 2 });

export const drawnReception: fc.Arbitrary<ReceptionRecord | undefined> = fc.option(
  fc.record(
    {
      leader: fc.record({
        leaderId: fc.constant('leader-1'),
        rank: fc.constantFrom(...LEADER_RANKS),
        level: fc.constantFrom(...UNIT_LEVELS),
        division: fc.constant('430407'),
        unitId: fc.constantFrom(CENTRE, HOUSING, null),
        userId: fc.constant(null),
      }),
      day: fc.record({ on: day, seats: fc.nat(3), unitId: fc.constantFrom(CENTRE, HOUSING) }),
      booked: cases,
      held: fc.nat(2),
      opened: cases,
    },
    { requiredKeys: ['leader', 'booked', 'held', 'opened'] },
  ),
  { nil: undefined },
);

/** Payloads of days of reception; what is named alike elsewhere comes from there. */
export const receptionPayload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  { seats: fc.integer({ min: 1, max: 3 }), received: fc.nat(3) },
  { requiredKeys: [] },
);
