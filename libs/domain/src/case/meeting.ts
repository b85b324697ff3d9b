import type { CivilDate } from './deadline.ts';
import type { UnitLevel } from './vocabulary.ts';

/** Why a case comes before the joint meeting. */
export const AGENDA_REASONS = ['unsolved', 'jurisdiction', 'major-urgent', 'measure', 'similar-cases', 'other'] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

export interface AgendaItem {
  readonly caseId: string;
  readonly reason: AgendaReason;
}

/** 约谈, 通报, 挂牌督办, 责令限期整改: only the joint meeting resolves on them (Art 39(3)). */
export const RESOLUTION_MEASURES = ['interview', 'circular', 'listed-supervision', 'ordered-rectification'] as const;
export const RESOLUTION_KINDS = [...RESOLUTION_MEASURES, 'jurisdiction', 'co-handling', 'other'] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

/** A joint meeting (联席会议, Art 11–13). Its office holds the record; members are units. */
export interface MeetingRecord {
  readonly level: UnitLevel;
  readonly members: readonly string[];
  readonly agenda: readonly AgendaItem[];
  /** The day it is called for, then the day it was held. */
  readonly on?: CivilDate;
  readonly present?: readonly string[];
}

/** One resolution of a meeting; the unit that owes it holds the record. */
export interface ResolutionRecord {
  readonly kind: ResolutionKind;
  readonly meetingId: string;
  /** The meeting's office: it follows the resolution to its end. */
  readonly officeUnitId: string;
  readonly caseId?: string;
  readonly dueDate: CivilDate;
  readonly reports: number;
}
