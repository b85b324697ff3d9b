import type { Instant } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { addDays, canonicalInstant, civilDateOf, startOfDay } from '../calendar/civil-date.ts';
import { regionChain } from '../calendar/region.ts';

/** `HH:MM` on the wall clock in Asia/Shanghai, 00:00 to 23:59. */
export type WallTime = string;

/**
 * When nobody is disturbed by SMS, e-mail or instant message. Only the message waits: the fact, the legal instant and the notice
 * in the inbox never do.
 */
export interface QuietHours {
  /** `CN`, or a GB/T 2260 code whose own hours replace the wider ones. */
  readonly region: string;
  readonly from: WallTime;
  /** The first minute in which messages go again; earlier than `from`: on the next day; equal to it: no quiet hours at all. */
  readonly to: WallTime;
  /** Kinds of notice that go at once (重大紧急, Art 25, 46(4): who hides or delays them answers for it). */
  readonly pass: readonly string[];
  readonly basis: BilingualText;
}

/** No text sets them: a local default that a region replaces by a row of its own. */
export const QUIET_HOURS: readonly QuietHours[] = [
  {
    region: 'CN',
    from: '21:00',
    to: '08:00',
    pass: ['case.urgent'],
    basis: { zh: '地方默认值（可配置）', en: 'local default (configurable)' },
  },
];

const MINUTE_MS = 60_000;

/** Minutes since midnight. */
function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * The first instant at which a message may go out: `at` itself, or the end of the quiet hours that it falls into.
 *
 * @param at ISO 8601 with an offset; the time at which it would be sent.
 * @param kind the notice's kind; one of `pass` goes at once.
 * @param region GB/T 2260 code of the addressee's place.
 * @throws RangeError when `at` can't be read.
 */
export function notBefore(at: Instant, kind: string, region: string, hours: readonly QuietHours[] = QUIET_HOURS): Instant {
  const now = canonicalInstant(at);
  const quiet = quietHoursOf(region, hours);
  if (quiet === undefined || quiet.pass.includes(kind)) return now;
  const from = minutesOf(quiet.from);
  const to = minutesOf(quiet.to);
  const today = civilDateOf(now);
  const minute = (Date.parse(now) - Date.parse(startOfDay(today))) / MINUTE_MS;
  const overnight = to < from;
  const isQuiet = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!isQuiet) return now;
  const ends = overnight && minute >= from ? addDays(today, 1) : today;
  return new Date(Date.parse(startOfDay(ends)) + to * MINUTE_MS).toISOString();
}

/** The hours of a region: its own, else those of the region around it; undefined where none are set. */
function quietHoursOf(region: string, hours: readonly QuietHours[]): QuietHours | undefined {
  for (const code of regionChain(region)) {
    const own = hours.find((one) => one.region === code);
    if (own !== undefined) return own;
  }
  return undefined;
}
