import fc from 'fast-check';
import type { LeaderCaseRecord } from '../case/leader-case.ts';
import { CASE_GRADES, LEADER_DUTIES, LEADER_RESULTS, TEAM_LEVELS } from '../case/leader-case.ts';
import { CENTRE, HOUSING } from '../decide/case.fixture.ts';
import { CASE_HANDLER, DEPUTY, LEADS, OTHER_PRINCIPAL, PRINCIPAL } from '../leader-case/leader-case.fixture.ts';

/** Records and payloads of a leader's responsibility for drawn steps, each field on its own. */

const leader = fc.constantFrom(PRINCIPAL, OTHER_PRINCIPAL, DEPUTY);
const seats = LEADS.map((one, i) => ({ level: TEAM_LEVELS[i] ?? 'city', leader: one }));
const every = LEADER_DUTIES.map((duty) => ({ duty, on: '2026-03-05', by: 'leader' }));

export const drawnLeaderCase: fc.Arbitrary<LeaderCaseRecord> = fc.record({
  kind: fc.constantFrom('single' as const, 'backlog' as const),
  grade: fc.constantFrom(...CASE_GRADES),
  leader,
  handler: fc.constant(CASE_HANDLER),
  // All of them more often than chance would have it, or the ways that ask for them would hardly ever be drawn.
  duties: fc.oneof(fc.constant(every), fc.subarray(every)),
  reports: fc.nat(3),
  leads: fc.oneof(fc.constant(seats), fc.subarray(seats)),
  dueDate: fc.constantFrom('2026-03-05', '2026-12-01'),
});

/** Payloads, from few values for the same reason. */
export const leaderPayload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    leader: fc.constantFrom(PRINCIPAL, OTHER_PRINCIPAL, DEPUTY, ...LEADS),
    handler: fc.constantFrom(CASE_HANDLER, { userId: 'another', unitId: HOUSING }, { userId: 'another', unitId: CENTRE }),
    reachedUnitIds: fc.constantFrom([CENTRE, HOUSING], [HOUSING]),
    grade: fc.constantFrom(...CASE_GRADES),
    level: fc.constantFrom(...TEAM_LEVELS),
    duty: fc.constantFrom(...LEADER_DUTIES),
    result: fc.constantFrom(...LEADER_RESULTS),
    dueDate: fc.constantFrom('2026-03-05', '2026-12-01'),
  },
  { requiredKeys: [] },
);
