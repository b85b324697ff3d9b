import type { CivilDate, Instant } from '../case/deadline.ts';

/**
 * Civil dates of Asia/Shanghai. The offset is fixed at UTC+8: China has had no other since 1991, and legal time here
 * begins in 2005, so no time-zone database is asked and the result is the same on every machine.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Days since 1970-01-01; the number that all counting is done with. */
export type EpochDay = number;

const pad = (n: number): string => (n < 10 ? `0${String(n)}` : String(n));

/** @throws RangeError when `date` is no `YYYY-MM-DD`. */
export function epochDayOf(date: CivilDate): EpochDay {
  const day = Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
  if (!Number.isInteger(day) || date.length !== 10) throw new RangeError(`no civil date: ${date}`);
  return day;
}

export function civilDateFrom(day: EpochDay): CivilDate {
  const d = new Date(day * DAY_MS);
  return `${String(d.getUTCFullYear()).padStart(4, '0')}-${pad(d.getUTCMonth() + 1)}-${pad(d.getUTCDate())}`;
}

/** True for a date that exists: `2026-02-29` is none. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && civilDateFrom(ms / DAY_MS) === text;
}

/**
 * The day on the wall calendar in Shanghai at an instant.
 *
 * @param instant ISO 8601 with an offset.
 * @throws RangeError when it can't be read.
 */
export function epochDayAt(instant: Instant): EpochDay {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`no instant: ${instant}`);
  return Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);
}

export function civilDateOf(instant: Instant): CivilDate {
  return civilDateFrom(epochDayAt(instant));
}

/** The instant at which a wall clock in Shanghai shows `hour`:00 on that day. */
export function instantAt(day: EpochDay, hour: number): Instant {
  return new Date(day * DAY_MS + hour * 3_600_000 - SHANGHAI_OFFSET_MS).toISOString();
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
