import type { DeadlineMessages } from '../../i18n/messages/deadline.ts';
import type { Lang } from '../../i18n/say.ts';
import type { CaseRow } from '../../server-state/api-types.ts';
import { deadlineSentence, deadlineTone, isOverdue, ownerOf, titleOf } from '../../signature/deadline-bar/sentence.ts';
import type { Tone } from '../../theme/tokens.ts';

export type Group = 'overdue' | 'today' | 'soon' | 'later' | 'stopped' | 'none';
export const GROUPS: readonly Group[] = ['overdue', 'today', 'soon', 'later', 'stopped', 'none'];

export interface RowClock {
  readonly group: Group;
  readonly tone: Tone;
  /** What the clock is about; empty where none runs. */
  readonly title: string;
  readonly sentence: string;
}

interface Words {
  readonly m: DeadlineMessages;
  readonly lang: Lang;
  readonly unitName: (id: string) => string;
  /** The name of a unit that the row itself names. */
  readonly named: (unit: { readonly unitId: string; readonly name: string }) => string;
}

/** The clock of a row as a sentence, and the group it stands in; every figure is the server's. */
export function rowClock({ clock, holder }: CaseRow, { m, lang, unitName, named }: Words): RowClock {
  if (clock === null) return { group: 'none', tone: 'neutral', title: '', sentence: m.none };
  const tone = deadlineTone(clock);
  return {
    group: groupOf(clock, tone),
    tone,
    title: titleOf(clock, lang),
    // Mostly the holder runs it, whose name the row brings: no waiting for the directory.
    sentence: deadlineSentence(
      clock,
      m,
      lang,
      ownerOf(clock, (id) => (id === holder.unitId ? named(holder) : unitName(id)), lang),
    ),
  };
}

function groupOf(clock: NonNullable<CaseRow['clock']>, tone: Tone): Group {
  if (isOverdue(clock)) return 'overdue';
  if (clock.state === 'paused') return 'stopped';
  if (clock.remaining.days === 0) return 'today';
  return tone === 'soon' ? 'soon' : 'later';
}
