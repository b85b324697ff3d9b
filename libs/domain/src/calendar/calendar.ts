import type { CivilDate } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import type { CalendarData } from './calendar-data.ts';
import { epochDayOf, weekdayOfDay } from './civil-date.ts';
import type { EpochDay } from './civil-date.ts';

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'make-up-workday';

const WORKDAY = 0;
const WEEKEND = 1;
const HOLIDAY = 2;
const MAKE_UP = 3;
const KINDS: readonly DayKind[] = ['workday', 'weekend', 'holiday', 'make-up-workday'];

/** The span the table covers; days outside it are looked up by weekday. */
const TABLE_FROM = epochDayOf('2000-01-01');
const TABLE_TO = epochDayOf('2050-12-31');

/** A calendar version ready for counting: one byte a day, so that a derivation costs about a nanosecond a day. */
export interface Calendar {
  readonly version: string;
  readonly region: string;
  readonly from: EpochDay;
  readonly provisionalFrom: EpochDay;
  kindOf(day: EpochDay): DayKind;
  /**
   * A rest day is a published holiday, or a Saturday or Sunday that is not a published make-up workday. Only rest days
   * are left out of working-day limits, and only from rest days does an expiry roll (民法典 Art 203).
   */
  isRest(day: EpochDay): boolean;
  /** The name of the holiday, or of the one a make-up workday pays for. */
  nameOf(day: EpochDay): BilingualText | undefined;
  /** True when a span of days (both ends included) touches days without an official notice. */
  isProvisional(first: EpochDay, last: EpochDay): boolean;
  /** The `n`-th working day after `day`; for negative `n` before it; for 0 `day` itself. */
  workingDayFrom(day: EpochDay, n: number): EpochDay;
  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: EpochDay, to: EpochDay): number;
}

class TableCalendar implements Calendar {
  readonly version: string;
  readonly region: string;
  readonly from: EpochDay;
  readonly provisionalFrom: EpochDay;
  /** Shared with regional calendars that extend this one only by copying. */
  readonly table: Uint8Array;
  readonly names: Map<EpochDay, BilingualText>;

  constructor(data: CalendarData, base: TableCalendar | undefined) {
    this.version = data.version;
    this.region = data.region;
    this.from = epochDayOf(data.from);
    this.provisionalFrom = epochDayOf(data.provisionalFrom);
    this.table = base === undefined ? weekdayTable() : base.table.slice();
    this.names = new Map(base?.names);
    for (const run of data.holidays) {
      const last = epochDayOf(run.to);
      for (let day = epochDayOf(run.from); day <= last; day++) this.#mark(day, HOLIDAY, run.name);
    }
    for (const { date, name } of data.makeUpWorkdays) this.#mark(epochDayOf(date), MAKE_UP, name);
  }

  #mark(day: EpochDay, code: number, name: BilingualText): void {
    if (day < TABLE_FROM || day > TABLE_TO) throw new RangeError(`calendar ${this.version} has days outside 2000..2050`);
    this.table[day - TABLE_FROM] = code;
    this.names.set(day, name);
  }

  #code(day: EpochDay): number {
    return this.table[day - TABLE_FROM] ?? weekdayCode(day);
  }

  kindOf(day: EpochDay): DayKind {
    return KINDS[this.#code(day)] ?? 'workday';
  }

  isRest(day: EpochDay): boolean {
    const code = this.#code(day);
    return code === WEEKEND || code === HOLIDAY;
  }

  nameOf(day: EpochDay): BilingualText | undefined {
    return this.names.get(day);
  }

  isProvisional(first: EpochDay, last: EpochDay): boolean {
    return first < this.from || last >= this.provisionalFrom;
  }

  workingDayFrom(day: EpochDay, n: number): EpochDay {
    const step = n < 0 ? -1 : 1;
    let left = Math.abs(n);
    let at = day;
    while (left > 0) {
      at += step;
      if (!this.isRest(at)) left--;
    }
    return at;
  }

  workingDaysBetween(from: EpochDay, to: EpochDay): number {
    if (to < from) return 0 - this.workingDaysBetween(to, from);
    let n = 0;
    for (let day = from + 1; day <= to; day++) if (!this.isRest(day)) n++;
    return n;
  }
}

function weekdayCode(day: EpochDay): number {
  const weekday = weekdayOfDay(day);
  return weekday === 0 || weekday === 6 ? WEEKEND : WORKDAY;
}

function weekdayTable(): Uint8Array {
  return Uint8Array.from({ length: TABLE_TO - TABLE_FROM + 1 }, (_, i) => weekdayCode(TABLE_FROM + i));
}

/**
 * @param base the calendar that a regional one adds to, made by this function.
 * @throws RangeError for dates that can't be read or lie outside the table.
 */
export function compileCalendar(data: CalendarData, base?: Calendar): Calendar {
  if (base !== undefined && !(base instanceof TableCalendar)) throw new TypeError('a calendar extends only a compiled one');
  return new TableCalendar(data, base);
}

/** `civil date` spelled for `kindOf` and friends. */
export function dayKind(calendar: Calendar, date: CivilDate): DayKind {
  return calendar.kindOf(epochDayOf(date));
}
