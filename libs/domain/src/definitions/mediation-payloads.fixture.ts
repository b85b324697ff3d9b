import type { Instant } from '../case/deadline.ts';
import type { Actor } from '../case/snapshot.ts';
import { COMMITTEE, COMMITTEE_HEAD, MEDIATOR } from '../decide/case.fixture.ts';
import { BOTH } from './first-cases.fixture.ts';

export const MEDIATORS: readonly Actor[] = [MEDIATOR, COMMITTEE_HEAD];

/** The payloads of mediation. */
export function mediationPayloads(today: string, now: Instant): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  return {
    DECLINE_MEDIATION: [{ ground: 'not-competent' }],
    RECORD_CONSENT: [...BOTH.map((partyId) => ({ partyId, consent: 'agrees' })), { partyId: 'party-2', consent: 'refuses' }],
    SET_OPENNESS: [{ openness: 'closed', consents: BOTH }],
    APPOINT_MEDIATOR: MEDIATORS.map(({ userId }) => ({ userId, userIdUnit: COMMITTEE, chosenBy: 'parties', consents: BOTH })),
    REFUSE_MEDIATOR: [{ userId: MEDIATOR.userId, partyId: 'party-2' }],
    INVITE_HELPER: [{ helper: 'neighbour', consents: BOTH }],
    SEAT_TEAM_MEMBER: [{ seat: 'womens-federation', unitId: 'womens-federation.430407' }],
    OPEN_MEDIATION: [{ rightsTold: true }],
    HOLD_SESSION: [{ date: today, present: BOTH }],
    HOLD_CAUCUS: [{ partyId: 'party-2' }],
    START_APPRAISAL: [{ from: now }],
    END_APPRAISAL: [{ at: now }],
    EXTEND_MEDIATION: [{ days: 10, consents: BOTH }],
    END_MEDIATION: [{ ground: 'too-far-apart' }],
    CONCLUDE_AGREEMENT: ['oral', 'written'].map((form) => ({
      form,
      signedBy: BOTH,
      mediatorSigned: true,
      sealed: true,
      effectiveOn: today,
      performBy: '2026-12-01',
    })),
    RECORD_PERFORMANCE: ['performed', 'partly', 'not-performed'].map((result) => ({ result, on: today })),
    APPLY_FOR_CONFIRMATION: [{ applicants: BOTH, appliedOn: today, subject: 'claim' }],
    RECORD_CONFIRMATION: ['confirmed', 'rejected'].map((confirmation) => ({ confirmation, on: today })),
    TRACK_WORK: [{ track: 'screening', status: 'under-way' }],
    HAND_OVER_MEDIATION: [{ to: 'police', unitId: 'public-security.430407' }],
    RECORD_APPLICATION: [{ confirmedBy: BOTH }],
  };
}
