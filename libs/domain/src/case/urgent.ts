import type { Instant } from './deadline.ts';

/** What makes a matter urgent or major (Art 25). It is the matter that is described, never a person. */
export const URGENT_KINDS = ['danger-to-life', 'domestic-violence', 'crowd-on-site', 'public-safety', 'other'] as const;
export type UrgentKind = (typeof URGENT_KINDS)[number];

/** To whom it is reported: one's own party committee and government, the office of the joint meeting, the next level, the national office. */
export const REPORT_TARGETS = ['own-level', 'meeting-office', 'next-level', 'national'] as const;
export type ReportTarget = (typeof REPORT_TARGETS)[number];

/** Services that danger is handed to; the product keeps their receipt and nothing else. */
export const EMERGENCY_PLATFORMS = ['110', '119', '120'] as const;
export type EmergencyPlatform = (typeof EMERGENCY_PLATFORMS)[number];

export interface UpwardReport {
  readonly to: ReportTarget;
  /** The unit of the directory it goes to; null for the national office, which is none of ours. */
  readonly unitId: string | null;
  readonly at: Instant;
  /** After its limit, by the recorded times alone. */
  readonly late: boolean;
  readonly receivedAt?: Instant;
}

export interface EmergencyCall {
  readonly platform: EmergencyPlatform;
  readonly at: Instant;
  readonly receivedAt?: Instant;
}

/** An urgent or major matter, followed minute by minute beside its case. */
export interface UrgentRecord {
  readonly kind: UrgentKind;
  /** When the unit that reports it learned of it: what the limits of reporting count from. */
  readonly learnedAt: Instant;
  readonly coHandlers: readonly string[];
  readonly reports: readonly UpwardReport[];
  readonly calls: readonly EmergencyCall[];
  /** Code of the contingency plan it is handled by (预案). */
  readonly plan?: string;
  /** A protection order was referred to a court. */
  readonly protection?: true;
}
