import { civilDate, formatDate } from '../../i18n/format.ts';
import { ruleWord, word } from '../../i18n/glossary.ts';
import type { DeadlineMessages } from '../../i18n/messages/deadline.ts';
import type { Lang } from '../../i18n/say.ts';
import type { Deadline } from '../../server-state/api-types.ts';
import type { Tone } from '../../theme/tokens.ts';

/** What a sentence needs of a clock: a case page's deadline has it, and so has the clock of a list's row. */
export type Clocked = Pick<Deadline, 'rule' | 'basis' | 'owner' | 'state' | 'dueDate' | 'remaining'> &
  Partial<Pick<Deadline, 'doneAt' | 'title' | 'basisEn' | 'provisional' | 'keptElsewhere'>>;

/** Rights of somebody, not duties: their end is a window closing, not a breach. */
const WINDOWS: ReadonlySet<string> = new Set(['PET-REVIEW-REQ', 'PET-RECHECK-REQ', 'PET-OBJECT', 'HOT-RETURN', 'JC-APPLY']);

/** Working days within which a clock counts as due soon (console.md 1). */
const SOON = 3;

/** Fired and not done, where that is somebody's breach. */
export function isOverdue(deadline: Clocked): boolean {
  return deadline.state === 'fired' && !deadline.doneAt && !WINDOWS.has(deadline.rule) && deadline.keptElsewhere !== true;
}

/** Still to be minded: running, stopped, or overdue. */
export function isOpen(deadline: Clocked): boolean {
  return deadline.state === 'armed' || deadline.state === 'paused' || isOverdue(deadline);
}

/** What the clock is about, and the article it rests on. */
export function titleOf(deadline: Clocked, lang: Lang): string {
  return deadline.title?.[lang] ?? ruleWord(deadline.rule, lang);
}
export function basisOf(deadline: Clocked, lang: Lang): string {
  return lang === 'en' ? (deadline.basisEn ?? deadline.basis) : deadline.basis;
}

/** Who runs the clock: the unit, or the role of whoever has none. */
export function ownerOf({ owner, keptElsewhere }: Clocked, unitName: (id: string) => string, lang: Lang): string {
  if (keptElsewhere === true) return lang === 'zh' ? '法定途径的机关' : 'the organ of the legal route';
  return owner.unitId === null ? word('role', owner.role, lang) : unitName(owner.unitId);
}

/** The tone of a clock. */
export function deadlineTone(deadline: Clocked): Tone {
  switch (deadline.state) {
    case 'paused':
      return 'stopped';
    case 'met':
      return 'done';
    case 'cancelled':
    case 'superseded':
      return 'neutral';
    case 'fired':
      return isOverdue(deadline) ? 'overdue' : 'neutral';
    case 'armed': {
      if (deadline.remaining.workingDays <= SOON) return 'soon';
      return WINDOWS.has(deadline.rule) && deadline.owner.role === 'petitioner' ? 'petitioner' : 'running';
    }
  }
}

/** The clock as a sentence: date, weekday, working days left, who runs it, article. Every figure is the server's. */
export function deadlineSentence(deadline: Clocked, m: DeadlineMessages, lang: Lang, ownerName = ''): string {
  const near = Math.abs(deadline.remaining.days) < 150;
  const reference = near ? deadline.dueDate : undefined;
  const date = formatDate(deadline.dueDate, lang, reference);
  const left = deadline.remaining.workingDays;
  const out: string[] = [];
  switch (deadline.state) {
    case 'armed':
      if (deadline.remaining.days === 0) out.push(m.today, m.by(date));
      else {
        if (left <= SOON) out.push(m.soon);
        out.push(m.by(date), m.left(left));
      }
      break;
    case 'paused':
      out.push(m.stopped, m.stoppedLeft(left));
      break;
    case 'met':
      out.push(m.met);
      if (deadline.doneAt) out.push(m.metOn(formatDate(civilDate(deadline.doneAt), lang, reference)));
      break;
    case 'cancelled':
      out.push(m.cancelled);
      break;
    case 'superseded':
      out.push(m.superseded);
      break;
    case 'fired':
      if (deadline.doneAt) out.push(m.doneLate(formatDate(civilDate(deadline.doneAt), lang, reference)), m.wasDue(date));
      else if (isOverdue(deadline)) out.push(m.overdue(Math.max(0, -left)), m.wasDue(date));
      else out.push(m.passed(date));
  }
  if (ownerName !== '') out.push(ownerName);
  out.push(basisOf(deadline, lang));
  if (deadline.provisional === true) out.push(m.provisional);
  return out.join(' · ');
}
