import { addDays } from '../calendar/civil-date.ts';
import type { CivilDate } from '../case/deadline.ts';
import type { PackConditions } from '../rule-packs/pack-conditions.ts';
import type { BilingualText } from '../case/decision.ts';

export type GroupKind = 'region' | 'paired' | 'task-force';

export interface GroupMember {
  readonly unitId: string;
  readonly rank: 'leader' | 'section-chief' | 'member';
}

/** By when the next feedback meeting is due: so many days after the last one, or after the forming; null where no pack asks for any. */
export function feedbackDue(formedOn: CivilDate, lastMeetingOn: CivilDate | null, { feedbackDays }: PackConditions): CivilDate | null {
  return feedbackDays === undefined ? null : addDays(lastMeetingOn ?? formedOn, feedbackDays.value);
}

/** A task force is "2+2": one leader and one section chief from each of two sides. Null where the members fit the kind. */
export function groupMistake(kind: GroupKind, members: readonly GroupMember[]): BilingualText | null {
  if (kind !== 'task-force') return null;
  const sides = new Set(members.map((one) => one.unitId));
  const from = (unitId: string, rank: GroupMember['rank']): number =>
    members.filter((one) => one.unitId === unitId && one.rank === rank).length;
  const fits =
    sides.size === 2 && members.length === 4 && [...sides].every((side) => from(side, 'leader') === 1 && from(side, 'section-chief') === 1);
  return fits
    ? null
    : {
        zh: '“2+2”专班由两方组成，各一名处级领导、一名科长。',
        en: 'A task force has two sides, with one leader and one section chief from each.',
      };
}
