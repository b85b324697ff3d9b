import fc from 'fast-check';
import type { ReferencedCase } from '../case/command.ts';
import { RESOLUTION_MEASURES } from '../case/meeting.ts';
import type { ResolutionKind } from '../case/meeting.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { CENTRE, Desk, HOUSING } from '../decide/case.fixture.ts';

const unit = fc.constantFrom(CENTRE, HOUSING);
const target = fc.constantFrom('centre' as const, 'unit' as const);
const value = fc.constantFrom('satisfied' as const, 'basically' as const, 'dissatisfied' as const);
const few = { maxLength: 3 };

const other = Desk.open().snapshot;
/** A resolution of a joint meeting on `other`. */
const resolved = (kind: ResolutionKind): CaseSnapshot => ({
  ...other,
  procedure: 'resolution',
  context: {
    ...other.context,
    memo: { resolution: { kind, meetingId: 'meeting', officeUnitId: CENTRE, caseId: 'other', dueDate: '2026-04-20', reports: 0 } },
  },
});
const RULING = resolved('jurisdiction');
/** The cases that a command may name. */
export const referenced: fc.Arbitrary<Readonly<Record<string, ReferencedCase>>> = fc
  .record({
    finalReached: fc.boolean(),
    state: fc.constantFrom('handling', 'archived'),
    firstUnitId: fc.option(unit),
    measure: fc.constantFrom(...RESOLUTION_MEASURES),
    ratings: fc.array(fc.record({ round: fc.nat(2), target, side: fc.constant('public' as const), value }), few),
  })
  .map(({ finalReached, state, firstUnitId, measure, ratings }) => ({
    other: { id: 'other', snapshot: { ...other, state, context: { ...other.context, firstUnitId, memo: { finalReached, ratings } } } },
    ruling: { id: 'ruling', snapshot: RULING },
    measure: { id: 'measure', snapshot: resolved(measure) },
  }));
