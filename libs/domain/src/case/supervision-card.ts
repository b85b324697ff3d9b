import type { CivilDate } from './deadline.ts';

/**
 * Why a unit is supervised: Art 40(1) of the Regulation on Petition Work, and the finer grounds of Art 36 of the Regulation of 2005, which
 * local manuals still use.
 */
export const SUPERVISION_GROUNDS = [
  'irregular-handling',
  'buck-passing',
  'perfunctory',
  'delay',
  'falsification',
  'opinion-not-executed',
  'overdue',
  'result-not-reported',
  'procedure-not-followed',
  'other',
] as const;
export type SupervisionGround = (typeof SUPERVISION_GROUNDS)[number];

/** 约谈, 通报, 挂牌督办, 责令限期整改: the joint meeting's own measures (Art 39(3)), taken by its resolution alone. */
export const SUPERVISION_MEASURES = ['talk', 'circular', 'listed', 'rectification'] as const;
export type SupervisionMeasure = (typeof SUPERVISION_MEASURES)[number];

/** One thing asked of the unit, signed off by itself against the evidence given for it (对单销号). */
export interface CardItem {
  readonly no: number;
  /** The evidence that waits to be looked at, or was found enough: the id of its document. */
  readonly evidenceId?: string;
  readonly signedOff?: true;
  /** How often its evidence was found wanting. */
  readonly sentBack: number;
}

/** A measure as resolved: by which resolution, and since when. */
export interface AppliedMeasure {
  readonly measure: SupervisionMeasure;
  /** The resolution as it is cited: its number. */
  readonly resolution: string;
  readonly resolutionId: string;
  readonly on: CivilDate;
  /** The last day of an ordered rectification. */
  readonly dueDate?: CivilDate;
}

/** 督办单: what one unit is supervised for in one case. Units and their acts are supervised, never persons who petition. */
export interface SupervisionCard {
  readonly ground: SupervisionGround;
  /** The unit that supervises. */
  readonly by: string;
  /** Opened by the engine: the overdue deadline of the case, in which the unit replies to it. */
  readonly overdue?: { readonly deadlineId: string; readonly rule: string };
  readonly items: readonly CardItem[];
  /** When the unit answered in writing. */
  readonly answeredOn?: CivilDate;
  /** What was proposed to the joint meeting and is not resolved yet. */
  readonly proposed: readonly SupervisionMeasure[];
  readonly measures: readonly AppliedMeasure[];
  /** 挂牌预警: the unit was warned that the matter will be listed. */
  readonly warnedOn?: CivilDate;
  /** 挂牌督办, until it is delisted; `leaderId` answers for it (包案领导). */
  readonly listed?: { readonly on: CivilDate; readonly leaderId: string };
  readonly delistedOn?: CivilDate;
  /** What the last look on the spot found: has anything visibly changed? */
  readonly changed?: boolean;
}
