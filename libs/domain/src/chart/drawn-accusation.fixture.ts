import fc from 'fast-check';
import { CENTRE, CITY_HOUSING, HOUSING } from '../decide/case.fixture.ts';

/** Units of every kind that a rule looks at. */
export const UNITS = [
  CENTRE,
  HOUSING,
  CITY_HOUSING,
  'discipline.430407',
  'petition-office.430407',
  'education.430407',
  'organisation.430400',
] as const;

/** What an accusation remembers. */
export const accusationMemo = {
  accusedRank: fc.constantFrom('township' as const, 'city' as const),
  organisationTold: fc.boolean(),
  organisationSigned: fc.boolean(),
  accountability: fc.constantFrom('reminder' as const, 'case-filed' as const),
};

/** What its commands carry. */
export const accusationPayload = { accusedRank: accusationMemo.accusedRank, accountability: accusationMemo.accountability };
