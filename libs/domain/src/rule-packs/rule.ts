import type { CivilDate, LadderStep } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import type { Role } from '../case/vocabulary.ts';
import type { PackConditions } from './pack-conditions.ts';

/**
 * `cd` calendar days, `wd` working days (工作日), `month`; `set-by-person`: nothing is counted, somebody sets the date; `minute`: from the
 * instant of the trigger, by day and night, whatever the calendar says.
 */
export const LIMIT_UNITS = ['cd', 'wd', 'month', 'set-by-person', 'minute'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/**
 * How sure a figure is: T read in the full statute, P read on a public page, C practice seen in real systems, S stated in
 * the source articles, D inferred by design, unconfirmed: known in general only; T-older: read in the full statute, which is older
 * than the Regulation of 2022 and may have been amended since.
 */
export const CONFIDENCES = ['T', 'P', 'C', 'S', 'D', 'unconfirmed', 'T-older'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Who must keep the limit, in the words of the law; `ownerRole` says which of our roles that is. */
export const CLOCK_OWNERS = [
  'petition-department',
  'organ',
  'reviewing-organ',
  'rechecking-organ',
  'petitioner',
  'committee',
  'mediator',
  'commission',
  'external-organ',
  'parties',
  'citizen',
  'unit',
  'court',
] as const;
export type ClockOwner = (typeof CLOCK_OWNERS)[number];

/** What starts the clock. The day it falls on is not counted (民法典 Art 201). */
export const TRIGGERS = [
  'receipt-by-petition-department',
  'receipt-by-organ',
  'receipt-of-forward',
  'assignment',
  'acceptance',
  'original-expiry',
  'service-of-reply',
  'receipt-of-review-request',
  'service-of-review-opinion',
  'receipt-of-recheck-request',
  'service-of-suggestion',
  'opinion-issued',
  'remand',
  'application-received',
  'mediator-signs',
  'choice-lapsed',
  'agreement-effective',
  'mediator-appointed',
  'termination',
  'hand-over',
  'confirmation-applied',
  'knew-of-act',
  'receipt-of-decision',
  'dispatch',
  'reply',
  'registration',
  'supervision',
  'meeting-asked-for',
  'meeting-convened',
  'resolution',
  'report',
  'alarm',
  'learned',
  'leader-named',
  'progress-report',
  'dispute',
  'closing',
  'visit',
  'reception',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** What the passing of the limit means in law; the engine itself opens reminders, urging and supervision only. */
export const EXPIRIES = [
  'supervise',
  'liability-44-3',
  'right-lapses',
  'route-closed',
  'convert-to-ordinary',
  'remind',
  'end-or-extend',
  'may-arbitrate',
  'failed',
  'return-to-court',
  'may-sue',
  'urge-then-supervise',
  'warn',
  'escalate',
  'none',
] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** What may stop the clock. */
export const PAUSE_REASONS = ['hearing', 'appraisal'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export interface Extension {
  /** In the rule's own unit (days where the unit is `month`). */
  readonly max: number;
  readonly approver: 'head' | 'parties' | 'chair';
  readonly once: boolean;
}

/** Whom an escalation reaches: the supervisor of the organ above the one that supervises, or that organ's leader, who answers for it. */
export const ESCALATES_TO = ['superior-supervisor', 'leader'] as const;
export type EscalatesTo = (typeof ESCALATES_TO)[number];

/** A rung whose instant follows from the due date: in working days before or after it; `pass` is the due instant itself. */
export type ScheduledRung =
  | { readonly step: Extract<LadderStep, 'remind'>; readonly workingDaysBefore: number }
  | { readonly step: Extract<LadderStep, 'pass'> }
  | { readonly step: Extract<LadderStep, 'urge'>; readonly workingDaysAfter: number }
  /** 督办 asks for a written reply within the rule `reply`, which counts from the rung itself. */
  | { readonly step: Extract<LadderStep, 'supervise'>; readonly workingDaysAfter: number; readonly reply: string };

/** Climbed when the reply clock of the rung before ran out unanswered; the last one asks for no reply: the leader answers for it. */
export interface EscalationRung {
  readonly step: Extract<LadderStep, 'escalate'>;
  readonly to: EscalatesTo;
  readonly reply: string | null;
}

export type Rung = ScheduledRung | EscalationRung;

/** A limit as data: no limit is a constant in code. */
export interface Rule {
  readonly id: string;
  readonly title: BilingualText;
  /** The article, as people cite it. */
  readonly basis: BilingualText;
  /** In `unit`; 0 where a person sets the date. */
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly trigger: Trigger;
  readonly pausableBy: readonly PauseReason[];
  readonly extension: Extension | null;
  /** True where somebody may set the date instead of counting it; always so for `set-by-person`. */
  readonly dateMayBeSet: boolean;
  readonly owner: ClockOwner;
  readonly ownerRole: Role;
  readonly ladder: readonly Rung[];
  readonly onExpiry: Expiry;
  readonly confidence: Confidence;
  /** True where no national text sets the figure: a default that a region may replace. */
  readonly localDefault: boolean;
  readonly region: string;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
}

/** What people should know before they rely on a pack. */
export interface PackStatus {
  readonly code: 'predates-2022';
  readonly text: BilingualText;
}

/**
 * What becomes of clocks that run when a pack takes another's place: `keep` leaves them to the law that they started under,
 * `lengthen` moves those that get more time by it, `follow` moves all, shortening too. None of them moves a clock into the past.
 */
export const RUNNING_CLOCKS = ['keep', 'lengthen', 'follow'] as const;
export type RunningClocks = (typeof RUNNING_CLOCKS)[number];

/** The rules in force for a region in a span of dates, both ends included. */
export interface RulePack {
  readonly id: string;
  readonly title: BilingualText;
  /** `CN` for the whole country, else a GB/T 2260 code; a region's pack overrides wider ones rule by rule. */
  readonly region: string;
  readonly effectiveFrom: CivilDate;
  readonly effectiveTo: CivilDate | null;
  readonly status?: PackStatus;
  readonly conditions?: PackConditions;
  /** Rules of the procedures that this law knowingly has not: nothing is armed for them. */
  readonly lacks?: readonly string[];
  /** The pack of the same region whose place it takes, from `effectiveFrom` on. */
  readonly supersedes?: string;
  /** Its transitional rule; left out, running clocks keep to the law that they started under. */
  readonly runningClocks?: RunningClocks;
  readonly rules: readonly Rule[];
}
