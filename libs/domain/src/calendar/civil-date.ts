import type { CivilDate, Instant } from '../case/deadline.ts';

/**
 * Civil dates of Asia/Shanghai. The offset is fixed at UTC+8: China has had no other since 1991, and legal time here
 * begins in 2005, so no time-zone database is asked and the result is the same on every machine.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01; the number that all counting is done with. */
export type EpochDay = number;

/** Days before each month of a year that begins in March, so that the leap day comes last. */
const BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275] as const;

/** Dates are written and read thousands of times a second: those of the years in use are kept as text, made on demand. */
const KEPT_FROM = Date.UTC(2000, 0, 1) / DAY_MS;
const KEPT_DAYS = 51 * 366;
const kept: (CivilDate | undefined)[] = Array.from({ length: KEPT_DAYS });

export function civilDateFrom(day: EpochDay): CivilDate {
  const index = day - KEPT_FROM;
  const known = kept[index];
  if (known !== undefined) return known;
  const d = new Date(day * DAY_MS);
  const date = `${String(d.getUTCFullYear()).padStart(4, '0')}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
  if (index >= 0 && index < KEPT_DAYS) kept[index] = date;
  return date;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** The number of the first `YYYY-MM-DD` in a text; nonsense in, nonsense out: the caller checks by going back. */
function dayNumber(text: string): EpochDay {
  const digit = (i: number): number => text.charCodeAt(i) - 48;
  const month = digit(5) * 10 + digit(6);
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month < 3 ? 1 : 0);
  const dayOfYear = (BEFORE_MONTH[month - 1] ?? Number.NaN) + digit(8) * 10 + digit(9);
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_469;
}

/** @throws RangeError when `date` is no `YYYY-MM-DD` that exists. */
export function epochDayOf(date: CivilDate): EpochDay {
  const day = dayNumber(date);
  if (date.length !== 10 || Number.isNaN(day) || civilDateFrom(day) !== date) throw new RangeError(`no civil date: ${date}`);
  return day;
}

/** True for a date that exists: `2026-02-29` is none. */
export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && civilDateFrom(dayNumber(text)) === text;
}

/** The hour UTC at which it is midnight in Shanghai. */
const DAY_BEGINS_AT_UTC = 16;

/** How many days each month has in every year; leap days are left to the parser. */
const SURE_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The form of `toISOString`: 0 stands for a digit. */
const CANONICAL_FORM = '0000-00-00T00:00:00.000Z';

/** True for an instant as `Date.prototype.toISOString` writes it: nothing has to be parsed to read it. False says nothing. */
function isCanonicalInstant(text: string): boolean {
  if (text.length !== CANONICAL_FORM.length) return false;
  for (let i = 0; i < text.length; i++) {
    const form = CANONICAL_FORM.charCodeAt(i);
    const code = text.charCodeAt(i);
    if (form === 48 ? code < 48 || code > 57 : code !== form) return false;
  }
  const two = (i: number): number => (text.charCodeAt(i) - 48) * 10 + text.charCodeAt(i + 1) - 48;
  const day = two(8);
  return day >= 1 && day <= (SURE_DAYS[two(5) - 1] ?? 0) && two(11) < 24 && two(14) < 60 && two(17) < 60;
}

/** An instant in the form the domain keeps: UTC with milliseconds. @throws RangeError when it can't be read. */
export function canonicalInstant(text: string): Instant {
  return isCanonicalInstant(text) ? text : new Date(text).toISOString();
}

/**
 * The day on the wall calendar in Shanghai at an instant.
 *
 * @param instant ISO 8601 with an offset.
 * @throws RangeError when it can't be read.
 */
export function epochDayAt(instant: Instant): EpochDay {
  if (isCanonicalInstant(instant)) {
    const hour = (instant.charCodeAt(11) - 48) * 10 + instant.charCodeAt(12) - 48;
    return dayNumber(instant) + (hour >= DAY_BEGINS_AT_UTC ? 1 : 0);
  }
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`no instant: ${instant}`);
  return Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);
}

export function civilDateOf(instant: Instant): CivilDate {
  return civilDateFrom(epochDayAt(instant));
}

/** The instant at which a wall clock in Shanghai shows `hour`:00 on that day. */
export function instantAt(day: EpochDay, hour: number): Instant {
  const utc = hour - SHANGHAI_OFFSET_MS / 3_600_000;
  return utc < 0 ? `${civilDateFrom(day - 1)}T${pad(utc + 24)}:00:00.000Z` : `${civilDateFrom(day)}T${pad(utc)}:00:00.000Z`;
}

/** 00:00 Asia/Shanghai of a civil date, as an instant. */
export function startOfDay(date: CivilDate): Instant {
  return instantAt(epochDayOf(date), 0);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateFrom(epochDayOf(date) + days);
}

export function dayAfter(date: CivilDate): CivilDate {
  return addDays(date, 1);
}

/** `to` minus `from` in days. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: EpochDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function weekdayOf(date: CivilDate): number {
  return weekdayOfDay(epochDayOf(date));
}

/**
 * The same day number `months` later, or that month's last day where it has none (民法典 Art 202: "按照年、月计算期间的，
 * 到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日").
 */
export function addMonthsToDay(day: EpochDay, months: number): EpochDay {
  const d = new Date(day * DAY_MS);
  const y = d.getUTCFullYear();
  const m = d.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return Date.UTC(y, m, Math.min(d.getUTCDate(), lastOfMonth)) / DAY_MS;
}
