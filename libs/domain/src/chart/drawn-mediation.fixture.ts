import fc from 'fast-check';
import { MEDIATION_KINDS } from '../case/mediation.ts';
import type { MediationRecord } from '../case/mediation.ts';
import { at, CENTRE, CITY_HOUSING, HOUSING } from '../decide/case.fixture.ts';

/** Records and payloads of mediation for drawn steps, each field on its own. */

export const MEDIATION_RULES = [
  'MED-ACCEPT',
  'MED-PICK',
  'MED-PEOPLE',
  'MED-MEDICAL',
  'MED-MEDICAL-ADMIN',
  'MED-PRETRIAL',
  'MED-ENTRUSTED',
  'MED-ENTRUSTED-SUMMARY',
  'JC-APPLY',
] as const;

/** Who takes what is handed to the police; else the way there would hardly ever be drawn. */
export const POLICE = 'public-security.430407';

const day = fc.constantFrom('2026-03-05', '2026-03-06', '2026-03-09', '2026-04-20');
const instant = day.map((one) => at(one));
const party = fc.constantFrom('party-1', 'party-2');
const few = { maxLength: 3 };

/** The parties both agree more often than not, or the ways that ask for it would hardly ever be drawn. */
const both = fc.oneof(fc.constant(['party-1', 'party-2']), fc.uniqueArray(party, few));
const mediator = fc.constantFrom('clerk', 'housing-construction.430407.handler');

export const drawnMediation: fc.Arbitrary<MediationRecord> = fc.record(
  {
    kind: fc.constantFrom(...MEDIATION_KINDS),
    application: fc.constantFrom('oral' as const, 'written' as const),
    openness: fc.constantFrom('open' as const, 'closed' as const),
    consents: both,
    mediators: fc.uniqueArray(mediator, few).map((ids) => ids.map((userId) => ({ userId, chosenBy: 'body' as const }))),
    formerMediators: fc.uniqueArray(mediator, { maxLength: 1 }),
    acceptedOn: fc.constant('2026-03-05'),
    signedAt: instant,
    tracks: fc.constantFrom({}, { screening: 'done' as const }, { execution: 'under-way' as const }),
    team: fc.constantFrom([], [{ seat: 'police' as const, unitId: CENTRE }]),
    sessions: fc.nat(3),
    caucuses: fc.constant([]),
    appraisalFrom: fc.constantFrom(null, at('2026-03-05')),
    agreement: fc.record({ form: fc.constant('oral' as const), effectiveOn: fc.constant('2026-03-05'), performBy: fc.constant(null) }),
    confirmation: fc.constantFrom('confirmed' as const, 'rejected' as const),
    receiptOwed: fc.constantFrom(null, { to: 'court' as const, unitId: CITY_HOUSING }),
    recordedOn: fc.constant('2026-03-05'),
  },
  {
    requiredKeys: [
      'kind',
      'application',
      'openness',
      'consents',
      'mediators',
      'formerMediators',
      'team',
      'sessions',
      'caucuses',
      'appraisalFrom',
      'receiptOwed',
    ],
  },
);

/** Payloads of mediation, from few values for the same reason. */
export const mediationPayload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    consent: fc.constantFrom('agrees', 'refuses'),
    openness: fc.constantFrom('open', 'closed'),
    consents: both,
    signedBy: both,
    applicants: both,
    confirmedBy: both,
    mediatorSigned: fc.constantFrom(true, true, false),
    sealed: fc.constantFrom(true, true, false),
    rightsTold: fc.constantFrom(true, true, false),
    chosenBy: fc.constantFrom('parties', 'body'),
    userId: mediator,
    userIdUnit: fc.constantFrom(CENTRE, HOUSING),
    partyId: party,
    seat: fc.constantFrom('county-leader', 'village-cadre', 'police'),
    form: fc.constantFrom('oral', 'written'),
    ground: fc.constantFrom('too-far-apart', 'term-expired', 'refusal', 'not-competent'),
    result: fc.constantFrom('performed', 'partly', 'not-performed'),
    confirmation: fc.constantFrom('confirmed', 'rejected'),
    subject: fc.constantFrom('claim', 'claim', 'marriage'),
    appliedOn: day,
    days: fc.constantFrom(1, 10),
    to: fc.constantFrom('police', 'court'),
    track: fc.constantFrom('screening', 'execution'),
    status: fc.constantFrom('under-way', 'done'),
    unitId: fc.constantFrom(CENTRE, HOUSING, CITY_HOUSING, POLICE, POLICE),
  },
  { requiredKeys: [] },
);
