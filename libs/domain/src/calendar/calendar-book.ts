import type { CalendarData } from './calendar-data.ts';
import { compileCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { regionChain } from './region.ts';
import { Remembered } from './remembered.ts';

/** All calendar versions known, by region. Versions stay readable for ever: old derivations were made with them. */
export interface CalendarBook {
  /** The latest version for a region: its own, else that of the wider region, else the nation's. */
  current(region: string): Calendar;
  version(version: string): Calendar | undefined;
  versions(): readonly string[];
}

/**
 * @param data oldest first: of two versions for one region the later one is current. A regional calendar names the
 * version it `extends`, which must stand before it.
 * @throws RangeError when a version is named twice, extends an unknown one, or there is none for the whole country.
 */
export function calendarBook(data: readonly CalendarData[]): CalendarBook {
  const byVersion = new Map<string, Calendar>();
  const latest = new Map<string, Calendar>();
  for (const one of data) {
    if (byVersion.has(one.version)) throw new RangeError(`calendar ${one.version} is there twice`);
    const base = one.extends === undefined ? undefined : byVersion.get(one.extends);
    if (one.extends !== undefined && base === undefined)
      throw new RangeError(`calendar ${one.version} extends ${one.extends}, which is not there`);
    const calendar = compileCalendar(one, base);
    byVersion.set(one.version, calendar);
    latest.set(one.region, calendar);
  }
  const national = latest.get('CN');
  if (national === undefined) throw new RangeError('no calendar for the whole country (region CN)');
  const inForce = (region: string): Calendar => {
    for (const code of regionChain(region)) {
      const calendar = latest.get(code);
      if (calendar !== undefined) return calendar;
    }
    return national;
  };
  const current = new Remembered<Calendar>();
  return {
    current: (region) => current.get(region, () => inForce(region)),
    version: (version) => byVersion.get(version),
    versions: () => [...byVersion.keys()],
  };
}
