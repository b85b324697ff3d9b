import type { CivilDate, Instant } from '../case/deadline.ts';
import { civilDateFrom, epochDayAt, instantAt } from '../calendar/civil-date.ts';
import { ByCalendarAndRule } from './by-calendar-and-rule.ts';
import { DerivationDigest } from './derivation-digest.ts';
import { noteOf } from './derivation-notes.ts';
import { countDays } from './counting.ts';
import type { CountedDay, DerivationInput, DerivationKind } from './counting.ts';

/** One civil day of a derivation. */
export interface DerivationEntry {
  readonly date: CivilDate;
  readonly kind: DerivationKind;
  /** Chinese; `noteEn` English. */
  readonly note: string;
  readonly noteEn: string;
}

export interface Derived {
  readonly dueDate: CivilDate;
  /** 00:00 Asia/Shanghai of the day after `dueDate`: the last day ends at 24:00 (民法典 Art 203(2)). Of a limit in minutes the instant itself. */
  readonly dueAt: Instant;
  /** True when a day it touches has no official calendar: a notice may still move it. */
  readonly provisional: boolean;
  /** 16 hexadecimal digits; equal for equal derivations (see `DerivationDigest`). */
  readonly digest: string;
}

export interface Derivation extends Derived {
  /** Every civil day from the trigger to the due date, once, in order (of a date set by a person: these two). */
  readonly derivation: readonly DerivationEntry[];
}

const MINUTE_MS = 60_000;

/** Minutes run from the instant itself: no day is counted or left out, nothing rolls. */
function runMinutes(input: DerivationInput, visit: ((day: CountedDay) => void) | null): Derived {
  const digest = new DerivationDigest();
  const dueMs = Date.parse(input.triggerAt) + (input.rule.amount + input.extensionDays) * MINUTE_MS;
  const dueAt = new Date(dueMs).toISOString();
  const [first, last] = [epochDayAt(input.triggerAt), epochDayAt(dueAt)];
  for (let day = first; day <= last; day++) {
    const counted: CountedDay = { day, kind: day === first ? 'start' : 'counted', n: day - first, rolling: false };
    digest.add(counted);
    if (visit !== null) visit(counted);
  }
  // The day alone doesn't say which minute it is.
  digest.add({ day: Math.floor(dueMs / 1000), kind: 'counted', n: 0, rolling: false });
  return { dueDate: civilDateFrom(last), dueAt, provisional: false, digest: digest.hex() };
}

function run(input: DerivationInput, visit: ((day: CountedDay) => void) | null): Derived {
  return input.rule.unit === 'minute' && input.fixedDate === null ? runMinutes(input, visit) : runDays(input, visit);
}

function runDays(input: DerivationInput, visit: ((day: CountedDay) => void) | null): Derived {
  const digest = new DerivationDigest();
  let trigger = Number.NaN;
  const due = countDays(input, (day) => {
    if (day.kind === 'start') trigger = day.day;
    digest.add(day);
    if (visit !== null) visit(day);
  });
  return {
    dueDate: civilDateFrom(due),
    dueAt: instantAt(due + 1, 0),
    provisional: input.calendar.isProvisional(Math.min(trigger, due), Math.max(trigger, due)),
    digest: digest.hex(),
  };
}

const DERIVED = new ByCalendarAndRule<DerivationInput['rule'], Derived>();
/** With every day's texts one takes some 15 KB: those of the last days' triggers are what is asked for again and again. */
const EXPLAINED = new ByCalendarAndRule<DerivationInput['rule'], Derivation>(40);

/** What a derivation depends on besides calendar and rule: the trigger's day, not its hour. */
function keyOf({ triggerAt, extensionDays, pauses, fixedDate }: DerivationInput): string {
  let key = `${String(epochDayAt(triggerAt))} ${String(extensionDays)} ${String(fixedDate)}`;
  for (const { from, to } of pauses) key += ` ${from}/${String(to)}`;
  return key;
}

/**
 * The due date and its digest, without the texts; the same for all that was triggered on one day, so it is counted once.
 *
 * @throws RangeError when a person must set the date and none was set, or a date can't be read.
 */
export function deriveDueDate(input: DerivationInput): Derived {
  if (input.rule.unit === 'minute') return run(input, null);
  return DERIVED.get(input.calendar, input.rule, keyOf(input), () => run(input, null));
}

/** The due date with every day that led to it; the same count, so the same digest, as `deriveDueDate`. */
export function derive(input: DerivationInput): Derivation {
  if (input.rule.unit === 'minute') return explained(input);
  return EXPLAINED.get(input.calendar, input.rule, keyOf(input), () => explained(input));
}

function explained(input: DerivationInput): Derivation {
  const derivation: DerivationEntry[] = [];
  const derived = run(input, (day) => {
    const note = noteOf(day, input);
    derivation.push({ date: civilDateFrom(day.day), kind: day.kind, note: note.zh, noteEn: note.en });
  });
  return { ...derived, derivation };
}
