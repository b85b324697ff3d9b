import type { CivilDate, Deadline, DeadlineOwner, Instant, OpenDeadline } from '../case/deadline.ts';
import type { BilingualText, Fact } from '../case/decision.ts';
import type { CalendarBook } from '../calendar/calendar-book.ts';
import type { RulePack } from '../rule-packs/rule.ts';

/** What deadlines are computed with; `DomainEnv` has it all. */
export interface DeadlineEnv {
  readonly calendars: CalendarBook;
  readonly rulePacks: readonly RulePack[];
}

/** What a re-armed deadline takes over from the one it follows, and with it the first due date, even if that is past. */
export type EarlierDeadline = Pick<Deadline, 'triggerAt' | 'extensionDays' | 'pauses' | 'fixedDate'> & {
  /** The pack that due date was counted by. */
  readonly rulePack?: string;
};

/** ISO 8601 with an offset, whose civil date in Shanghai counts, or that date itself. */
export type InstantOrDate = string;

interface StartBase {
  readonly kind: 'start';
  readonly rule: string;
  readonly owner: DeadlineOwner;
  readonly extensionDays?: number;
  /** The date a person set; required for a rule `set-by-person`, allowed for others where the law lets somebody set it (PET-REDO). */
  readonly fixedDate?: CivilDate;
}

/** What a step of a procedure asks of the deadlines. */
export type DeadlineEffect =
  | (StartBase & { readonly triggerAt: Instant })
  | (StartBase & { readonly triggerDate: CivilDate })
  | (StartBase & { readonly dueDateAs: EarlierDeadline })
  /** Ends all open deadlines of the rule; none open: nothing happens. `doneAt`: when it was done, if not now (a request received earlier). */
  | { readonly kind: 'end'; readonly rule: string; readonly how: 'met' | 'cancelled' | 'superseded'; readonly doneAt?: Instant }
  | { readonly kind: 'extend'; readonly rule: string; readonly days: number }
  /** What is overdue has been answered for: its ladder is climbed no further. Of what isn't overdue nothing changes. */
  | { readonly kind: 'answered'; readonly rule: string }
  /** From the day `from` up to the day before `at` nothing is counted. */
  | { readonly kind: 'pause'; readonly rule: string; readonly from: InstantOrDate }
  | { readonly kind: 'resume'; readonly rule: string; readonly at: InstantOrDate };

export interface EffectContext {
  readonly commandId: string;
  readonly at: Instant;
  /** Number of the first child id a new deadline may take (`childId(commandId, n)`). */
  readonly firstChild: number;
  readonly env: DeadlineEnv;
  /** Division code of the case: chooses calendar and rule pack. */
  readonly region: string;
  /** Import of an old ledger: no reminder before this instant; urging and supervision count from it where the limit had passed. */
  readonly ladderFrom?: Instant | null;
}

export interface DeadlineChanges {
  /** Rows to write: new ones have version 1, changed ones their old version + 1. */
  readonly rows: readonly Deadline[];
  /** The case's open deadlines afterwards. */
  readonly open: readonly OpenDeadline[];
  /** `deadline.passed` of those that ended late before the sweep had come to them. */
  readonly facts: readonly Fact[];
}

/** A deadline effect that the rules forbid: the guard in front of it should have refused. */
export class DeadlineEffectError extends Error {
  readonly code: string;
  constructor(code: string, reason: BilingualText) {
    super(`${code}: ${reason.en}`);
    this.name = 'DeadlineEffectError';
    this.code = code;
  }
}
