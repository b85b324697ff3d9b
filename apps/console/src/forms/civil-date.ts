const DATE = /^(\d{4})(?:(\d{2})(\d{2})|\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)$/;
const TIME = /^(\d{1,2})\s*[:点时]?\s*(\d{2})\s*分?$/;
const DAY_MS = 86_400_000;

const two = (n: number | string): string => String(n).padStart(2, '0');

/** What a form keeps: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` with a time; Asia/Shanghai. */
export const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;
export const CIVIL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

function readDate(text: string): string | null {
  const found = DATE.exec(text);
  if (found === null) return null;
  const [, year = '', month = found[4] ?? '', day = found[5] ?? ''] = found;
  const date = `${year}-${two(month)}-${two(day)}`;
  const real = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date ? null : date;
}

function readTime(text: string): string | null {
  const [, hour = '', minute = ''] = TIME.exec(text) ?? [];
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? null : `${two(hour)}:${minute}`;
}

/**
 * A date as people type it, full-width digits and all: `2026-1-5`, `20260105`, `2026年1月5日`, with a time `9:30` after a blank.
 * @returns as `CIVIL_DATE` or `CIVIL_TIME`; null for what is no date
 */
export function readCivil(typed: string, withTime: boolean): string | null {
  const text = typed.normalize('NFKC').trim().replace('T', ' ');
  if (!withTime) return readDate(text);
  const cut = text.search(/(?<=\d|日)\s+(?=\d{1,2}\s*[:点时]?\s*\d{2}\s*分?$)/);
  if (cut < 0) return null;
  const date = readDate(text.slice(0, cut).trim());
  const time = readTime(text.slice(cut).trim());
  return date === null || time === null ? null : `${date}T${time}`;
}

/** The civil date `days` later. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day some months later, or that month's last day. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** The six weeks, Monday first, that hold the month of `date`. */
export function weeksOf(date: string): readonly (readonly string[])[] {
  const first = `${date.slice(0, 8)}01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysLater(first, -weekday);
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_day, n) => daysLater(monday, week * 7 + n)));
}
