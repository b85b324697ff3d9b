import type { AccusedRank } from '../accusation/accused-rank.ts';
import type { Accountability } from '../accusation/accountability.ts';
import type { CivilDate, Deadline, Instant } from './deadline.ts';
import type { LeaderCaseRecord } from './leader-case.ts';
import type { MadeLetter } from './letter.ts';
import type { DutyRecord } from './duty.ts';
import type { ReceptionRecord } from './reception.ts';
import type { JurisdictionRecord } from './jurisdiction.ts';
import type { MediationRecord } from './mediation.ts';
import type { MeetingRecord, ResolutionRecord } from './meeting.ts';
import type { Rectification } from './rectification.ts';
import type { CaseContext } from './snapshot.ts';
import type { SuggestionLetter } from './suggestion-letter.ts';
import type { SupervisionCard } from './supervision-card.ts';
import type { Supervision } from './supervision.ts';
import type { UrgentRecord } from './urgent.ts';

/** A clock that a withdrawal, merger or proposal stopped, with what it takes to run again to its first due date. */
export type StoppedClock = Pick<Deadline, 'rule' | 'owner' | 'triggerAt' | 'extensionDays' | 'pauses' | 'fixedDate'> & {
  /** The pack it ran under: a later one doesn't change a first due date. */
  readonly rulePack?: string;
};

export type Outcome = 'SUPPORT' | 'EXPLAIN' | 'REJECT';
export type ReviewDecision = 'UPHOLD' | 'REVOKE' | 'CHANGE';
export type VisitOutcome = 'solved' | 'explained' | 'unresolved';

export type Rating = {
  /** Grows with every remand and redo: each answer may be rated anew. */
  readonly round: number;
  readonly target: 'centre' | 'unit';
  readonly side: 'public' | 'staff';
  readonly value: 'satisfied' | 'basically' | 'dissatisfied';
};

/** The official letters that were made of it. */
export type LetterMemo = { readonly letters?: readonly MadeLetter[] };

/** What passing a case on leaves behind. */
export type TransferMemo = {
  /** The last 交办: who must report back, and whether it has. */
  readonly assignment?: { readonly unitId: string; readonly reported: boolean };
  /** The disputes on its jurisdiction whose ruling was carried out. */
  readonly settledDisputes?: readonly string[];
};

/** The supervisions of what is overdue; those whose act was done are gone. */
export type SupervisionMemo = { readonly supervisions?: readonly Supervision[] };

/** What an interruption keeps so that it can be undone. */
export type InterruptionMemo = {
  readonly interrupted?: { readonly from: string; readonly at: Instant; readonly clocks: readonly StoppedClock[]; readonly into?: string };
};

/** What closing asks for, rules 9.8. */
export type ClosingMemo = {
  readonly round?: number;
  readonly visits?: readonly VisitOutcome[];
  /** The closing, by its instant, for which a plan drew it: a visit is owed. */
  readonly visitDrawn?: Instant;
  readonly ratings?: readonly Rating[];
  readonly redone?: boolean;
  /** A written opinion or reply has been served in this procedure. */
  readonly answerServed?: boolean;
};

/** What the simplified procedure was asked for with. */
export type SimplifiedMemo = { readonly simplified?: { readonly ground: string; readonly repeated?: true } };

/** What a 12345 work order remembers. */
export type HotlineMemo = {
  /** The centre named the unit: it may not return the order. */
  readonly designated?: true;
  readonly returns?: number;
  /** Nobody else took it: whoever received it first keeps it. */
  readonly firstReceiver?: true;
  readonly handedTo?: string;
  /** The platform that passed it on: it received the call first, and is owed a receipt. */
  readonly inbound?: { readonly platform: string; readonly answered?: true };
  /** How often the caller was called about the last reply. */
  readonly calls?: number;
};

/** What a sealed case keeps: the one person who knows of it until it is forwarded, where that isn't the registrar. */
export type SealMemo = { readonly keeper?: string };

export type PetitionMemo = TransferMemo &
  SupervisionMemo &
  InterruptionMemo &
  ClosingMemo & {
    readonly proposal?: {
      readonly kind: 'refusal' | 'ending';
      readonly by: string | null;
      readonly from: string;
      readonly clocks: readonly StoppedClock[];
    };
    readonly mediating?: boolean;
    readonly outcome?: Outcome;
    /** Civil date of the last opinion or decision: nothing is served before it. */
    readonly decidedOn?: CivilDate;
    /** The unit whose opinion it is: it executes it. */
    readonly opinionUnitId?: string;
    readonly servedOn?: CivilDate;
    readonly requestedOn?: CivilDate;
    readonly decision?: ReviewDecision;
    readonly suspendedFrom?: Instant;
    readonly concludedFrom?: 'served' | 'review-served';
    /** The three levels have been gone through (Art 36(3)). */
    readonly finalReached?: boolean;
    readonly executionDue?: CivilDate;
  };

export type SuggestionMemo = TransferMemo &
  SupervisionMemo &
  InterruptionMemo &
  ClosingMemo & { readonly adopted?: 'full' | 'partly' | 'no'; readonly decidedOn?: CivilDate };
export type AccusationMemo = SealMemo & {
  readonly fedBack?: boolean;
  readonly accusedRank?: AccusedRank;
  readonly organisationTold?: boolean;
  /** The organisation department has signed for what it was told. */
  readonly organisationSigned?: boolean;
  /** The gravest measure that was fed back. */
  readonly accountability?: Accountability;
};
export type GuidedMemo = TransferMemo &
  SupervisionMemo &
  InterruptionMemo &
  ClosingMemo & { readonly recorded?: boolean; readonly filed?: string; readonly window?: string; readonly lodged?: string };
export type MediationMemo = TransferMemo & SupervisionMemo & InterruptionMemo & ClosingMemo & { readonly mediation?: MediationRecord };

/** What a record is about: other cases, which whoever knows the record need not know. */
export type RecordMemo = { readonly about?: readonly string[] };
export type MeetingMemo = RecordMemo & SupervisionMemo & { readonly meeting?: MeetingRecord };
export type UrgentMemo = RecordMemo & SupervisionMemo & { readonly urgent?: UrgentRecord };
export type JurisdictionMemo = RecordMemo & SupervisionMemo & { readonly jurisdiction?: JurisdictionRecord };
export type DutyMemo = RecordMemo & SupervisionMemo & { readonly duty?: DutyRecord };
export type ReceptionMemo = RecordMemo & SupervisionMemo & { readonly reception?: ReceptionRecord };
export type ResolutionMemo = RecordMemo & SupervisionMemo & { readonly resolution?: ResolutionRecord };
export type LeaderCaseMemo = SupervisionMemo & { readonly leaderCase?: LeaderCaseRecord };
/** What a supervision card remembers beside the supervision of its own clocks. */
export type CardMemo = SupervisionMemo & { readonly card?: SupervisionCard };
export type RectificationMemo = SupervisionMemo & { readonly rectification?: Rectification };
export type SuggestionLetterMemo = { readonly suggestionLetter?: SuggestionLetter };

/** Everything some procedure remembers; each procedure writes its own part. */
export type CaseMemo = LetterMemo &
  SimplifiedMemo &
  HotlineMemo &
  PetitionMemo &
  SuggestionMemo &
  AccusationMemo &
  GuidedMemo &
  MediationMemo &
  MeetingMemo &
  ResolutionMemo &
  UrgentMemo &
  LeaderCaseMemo &
  JurisdictionMemo &
  DutyMemo &
  ReceptionMemo &
  CardMemo &
  SuggestionLetterMemo &
  RectificationMemo;

/** The context as the charts read it: `memo` typed. */
export type ChartContext = Omit<CaseContext, 'memo'> & { readonly memo: CaseMemo };

/** The only place where a stored memo gets its type: it was written by the charts themselves. */
export function chartContext(context: CaseContext): ChartContext {
  return context;
}
