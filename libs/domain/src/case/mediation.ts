import type { CivilDate, Instant } from './deadline.ts';

/**
 * The family of mediations: people's, administrative, medical (by a committee, or by the health department), labour, and for a court
 * before filing (委派) or after it (委托, in the ordinary or the summary procedure).
 */
export const MEDIATION_KINDS = [
  'people',
  'administrative',
  'medical',
  'medical-administrative',
  'labour',
  'pretrial',
  'entrusted',
  'entrusted-summary',
] as const;
export type MediationKindId = (typeof MEDIATION_KINDS)[number];

/** 申请 may be made by word of mouth; then it is written down on the spot (劳动争议调解仲裁法 Art 12). */
export const APPLICATION_FORMS = ['written', 'oral'] as const;
export type ApplicationForm = (typeof APPLICATION_FORMS)[number];

export const OPENNESS = ['open', 'closed'] as const;
export type Openness = (typeof OPENNESS)[number];

/** How a mediation ends without an agreement (人民法院在线调解规则 Art 25). */
export const MEDIATION_END_GROUNDS = [
  'withdrawn',
  'unreachable',
  'refusal',
  'too-far-apart',
  'term-expired',
  'refuses-to-sign',
  'other',
] as const;
export type MediationEndGround = (typeof MEDIATION_END_GROUNDS)[number];

/** What is no matter for a mediation out of a petition (访调对接), and what a body may decline. */
export const UNSUITABLE_GROUNDS = [
  'exclusive-competence',
  'in-legal-procedure',
  'administrative-dispute',
  'party-refuses',
  'law-forbids',
  'not-competent',
] as const;
export type UnsuitableGround = (typeof UNSUITABLE_GROUNDS)[number];

/** 五包一: five people for one family dispute; two of them are of the police and the women's federation. */
export const TEAM_SEATS = ['county-leader', 'village-cadre', 'police', 'womens-federation', 'other-department'] as const;
export type TeamSeat = (typeof TEAM_SEATS)[number];

/** Who may be invited to help with the parties' consent (人民调解法 Art 20); village roles and legal advisers among them. */
export const HELPERS = [
  'relative',
  'neighbour',
  'colleague',
  'expert',
  'social-organisation',
  'legal-adviser',
  'village-mediator',
  'legal-aid',
] as const;

export const AGREEMENT_FORMS = ['written', 'oral'] as const;
export type AgreementForm = (typeof AGREEMENT_FORMS)[number];

export const PERFORMANCES = ['performed', 'partly', 'not-performed'] as const;
export type Performance = (typeof PERFORMANCES)[number];

/** What an agreement is about; a court doesn't confirm identity, adoption and marriage relations (民诉解释 Art 355). */
export const AGREEMENT_SUBJECTS = ['claim', 'identity', 'adoption', 'marriage'] as const;
export type AgreementSubject = (typeof AGREEMENT_SUBJECTS)[number];

export const CONFIRMATIONS = ['confirmed', 'rejected', 'not-accepted'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** Why a court rejects a confirmation (民诉解释 Art 358). */
export const REJECTION_GROUNDS = ['unlawful', 'harms-others', 'against-public-morals', 'involuntary', 'unclear', 'other'] as const;

export const HAND_OVER_TARGETS = ['court', 'police', 'petition', 'arbitration'] as const;
export type HandOverTarget = (typeof HAND_OVER_TARGETS)[number];

/** Where the parties may still go when a mediation failed (人民调解法 Art 26). */
export const REMAINING_ROUTES = [
  'arbitration',
  'labour-arbitration',
  'administrative-procedure',
  'administrative-mediation',
  'peoples-mediation',
  'litigation',
  'return-to-court',
  'enforcement',
  'payment-order',
] as const;
export type RemainingRoute = (typeof REMAINING_ROUTES)[number];

/** 三同步: what was screened, what is put right, what is carried out; they go on side by side, none waits for another. */
export const WORK_TRACKS = ['screening', 'correction', 'execution'] as const;
export type WorkTrack = (typeof WORK_TRACKS)[number];
export const TRACK_STATUSES = ['under-way', 'done'] as const;
export type TrackStatus = (typeof TRACK_STATUSES)[number];

/** A mediator of the case, chosen by both parties or appointed by the body (人民调解法 Art 19). */
export interface AppointedMediator {
  readonly userId: string;
  readonly chosenBy: 'parties' | 'body';
}

/** A note of a talk with one side alone: which document, and whose side. */
export interface Caucus {
  readonly documentId: string;
  readonly partyId: string;
}

/** The petition that a mediation came out of, and who handled it then (访调对接). */
export interface PetitionLink {
  readonly caseId: string;
  readonly unitId: string;
}

/** What was handed over: to which organ, and which unit of it signs for it. */
export interface HandOver {
  readonly to: HandOverTarget;
  readonly unitId: string;
}

/** What a mediation remembers. */
export interface MediationRecord {
  readonly kind: MediationKindId;
  readonly application: ApplicationForm;
  readonly openness: Openness;
  /** Told how it ends; the petition goes on meanwhile. */
  readonly petition?: PetitionLink;
  /** Parties that have consented. */
  readonly consents: readonly string[];
  readonly mediators: readonly AppointedMediator[];
  /** Mediators who refused, were refused or recused themselves: not appointed again (特邀调解规定 Art 15, 16). */
  readonly formerMediators: readonly string[];
  readonly acceptedOn?: CivilDate;
  /** A court's matter: when the mediator signed for it, which starts its limit (特邀调解规定 Art 27). */
  readonly signedAt?: Instant;
  readonly team: readonly { readonly seat: TeamSeat; readonly unitId: string }[];
  /** Tracks that were begun; the others aren't kept. */
  readonly tracks?: Readonly<Partial<Record<WorkTrack, TrackStatus>>>;
  readonly sessions: number;
  readonly caucuses: readonly Caucus[];
  /** An appraisal goes on since then. */
  readonly appraisalFrom: Instant | null;
  readonly ground?: MediationEndGround;
  readonly agreement?: { readonly form: AgreementForm; readonly effectiveOn: CivilDate; readonly performBy: CivilDate | null };
  readonly confirmation?: Confirmation;
  /** By word of mouth: when what the applicants said was written down and confirmed by them (劳动争议调解仲裁法 Art 12). */
  readonly recordedOn?: CivilDate;
  /** Handed over, and not signed for by the unit that got it yet. */
  readonly receiptOwed: HandOver | null;
}
