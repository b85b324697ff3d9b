import { civilDate, formatDate } from '../../i18n/format.ts';
import type { DeadlineMessages } from '../../i18n/messages/deadline.ts';
import type { Lang } from '../../i18n/say.ts';
import type { CaseRow } from '../../server-state/api-types.ts';
import type { Tone } from '../../theme/tokens.ts';

export type Group = 'overdue' | 'today' | 'soon' | 'later' | 'none';
export const GROUPS: readonly Group[] = ['overdue', 'today', 'soon', 'later', 'none'];
const SOON = 3;

export interface RowClock {
  readonly group: Group;
  readonly tone: Tone;
  readonly sentence: string;
}

/** The next clock of a row as a sentence, and the group it stands in. `dueAt` is 00:00 of the day after the due date. */
export function rowClock(
  row: CaseRow,
  days: { readonly today: string; readonly next: readonly string[] } | null,
  m: DeadlineMessages,
  lang: Lang,
): RowClock {
  if (row.nextDueAt === null)
    return {
      group: row.overdue ? 'overdue' : 'none',
      tone: row.overdue ? 'overdue' : 'neutral',
      sentence: row.overdue ? m.overdue(0) : '—',
    };
  const due = civilDate(new Date(Date.parse(row.nextDueAt) - 1).toISOString());
  const date = formatDate(due, lang, days?.today ?? due);
  if (row.overdue) return { group: 'overdue', tone: 'overdue', sentence: `${m.overdue(0)} · ${m.wasDue(date)}` };
  if (days === null) return { group: 'later', tone: 'running', sentence: m.by(date) };
  if (due <= days.today) return { group: 'today', tone: 'soon', sentence: m.today };
  const last = days.next.at(-1);
  if (last === undefined || due > last) return { group: 'later', tone: 'running', sentence: m.by(date) };
  const left = days.next.filter((day) => day <= due).length;
  const soon = left <= SOON;
  return {
    group: soon ? 'soon' : 'later',
    tone: soon ? 'soon' : 'running',
    sentence: [...(soon ? [m.soon] : []), m.by(date), m.left(left)].join(' · '),
  };
}
