import type { CivilDate } from './deadline.ts';

/** How what a visit found was put right, as it is published: codes alone, so that nobody is told by it. */
export const RECTIFIED_BY = ['done-again', 'repaired', 'compensated', 'practice-changed', 'rule-changed'] as const;
export type RectifiedBy = (typeof RECTIFIED_BY)[number];

/** 整改: what a visit found, put right by its unit, checked on the spot by the centre, and published. */
export interface Rectification {
  /** The unit whose visit found it. */
  readonly by: string;
  readonly reports: number;
  readonly sentBack: number;
  readonly checkedOn?: CivilDate;
  readonly how?: RectifiedBy;
  readonly publishedOn?: CivilDate;
}
