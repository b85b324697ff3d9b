import type { CivilDate } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { daysBetween, isCivilDate, weekdayOf } from './civil-date.ts';

/** A run of days off, both ends included, as one official notice names it. */
export interface HolidayRun {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly name: BilingualText;
}

/** A Saturday or Sunday on which people work (调休上班), named after the holiday it pays for. */
export interface MakeUpWorkday {
  readonly date: CivilDate;
  readonly name: BilingualText;
}

/**
 * One published calendar: plain, dated data that can be stored as JSON. A late notice is a new version, never a change of
 * an old one; derivations name the version they were made with.
 */
export interface CalendarData {
  /** Unique, for example `cn-2026.1`. */
  readonly version: string;
  /** `CN` applies to every region; else a GB/T 2260 code whose days are added to those of `extends`. */
  readonly region: string;
  /** The version whose days a regional calendar adds to. */
  readonly extends?: string;
  /** First day with official data; days before it are known by their weekday alone. */
  readonly from: CivilDate;
  /** From this day on no official notice exists; results that touch it are provisional. */
  readonly provisionalFrom: CivilDate;
  readonly holidays: readonly HolidayRun[];
  readonly makeUpWorkdays: readonly MakeUpWorkday[];
  /** Where the data was taken from, for people who check it. */
  readonly sources: readonly string[];
}

/**
 * Looks for mistakes in calendar data before it is used: impossible dates, runs that end before they begin, a day named
 * twice, a make-up workday that is no Saturday or Sunday.
 *
 * @returns one English line a mistake; empty when the data is sound.
 */
export function calendarMistakes(data: CalendarData): readonly string[] {
  const mistakes: string[] = [];
  const wrong = (what: string): void => void mistakes.push(`${data.version}: ${what}`);
  for (const date of [data.from, data.provisionalFrom]) if (!isCivilDate(date)) wrong(`${date} is no date`);
  if (data.from >= data.provisionalFrom) wrong('no official day at all');
  const seen = new Set<CivilDate>();
  let last = '';
  for (const run of data.holidays) {
    if (!isCivilDate(run.from) || !isCivilDate(run.to)) wrong(`${run.from}..${run.to} is no run of dates`);
    else if (run.to < run.from) wrong(`${run.from}..${run.to} ends before it begins`);
    else if (daysBetween(run.from, run.to) > 15) wrong(`${run.from}..${run.to} is longer than any holiday`);
    if (run.from <= last) wrong(`${run.from} overlaps or is out of order`);
    last = run.to;
    if (run.from < data.from) wrong(`${run.from} lies before the first day with data`);
  }
  for (const { date } of data.makeUpWorkdays) {
    if (!isCivilDate(date)) wrong(`${date} is no date`);
    else if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) wrong(`${date} is a weekday and needs no make-up`);
    if (seen.has(date)) wrong(`${date} is named twice`);
    if (data.holidays.some((run) => run.from <= date && date <= run.to)) wrong(`${date} is both off and worked`);
    seen.add(date);
  }
  return mistakes;
}
