import fc from 'fast-check';
import type { JurisdictionRecord } from '../case/jurisdiction.ts';
import { CENTRE, CITY_HOUSING, HOUSING } from '../decide/case.fixture.ts';

const unit = fc.constantFrom(CENTRE, HOUSING, CITY_HOUSING, 'education.430407');

export const drawnJurisdiction: fc.Arbitrary<JurisdictionRecord | undefined> = fc.option(
  fc.record({
    caseId: fc.constant('other'),
    firstReceiverId: unit,
    organs: fc.uniqueArray(unit, { minLength: 1, maxLength: 2 }),
    superiorId: fc.option(unit),
    positions: fc.uniqueArray(fc.record({ unitId: unit, competentUnitId: fc.constantFrom(HOUSING, CENTRE) }), {
      maxLength: 2,
      selector: (one) => one.unitId,
    }),
  }),
  { nil: undefined },
);
