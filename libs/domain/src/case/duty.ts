/** A hand-over of the duty (值守交接班): who leaves it, who takes it, who is on call from then on. */
export interface DutyRecord {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly onCall: readonly string[];
}
