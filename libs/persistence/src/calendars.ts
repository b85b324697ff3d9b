import type { Pool } from 'pg';
import type { CalendarBook, CalendarData } from '#libs/domain';
import { calendarBook, OFFICIAL_CALENDARS } from '#libs/domain';

/** The calendars that ship with the product, then those published here, in the order of publication. */
export async function readCalendars(pool: Pick<Pool, 'query'>): Promise<CalendarBook> {
  const { rows } = await pool.query<{ data: CalendarData }>('select data from jiefen.calendars order by published_at, version');
  const shipped = new Set(OFFICIAL_CALENDARS.map(({ version }) => version));
  return calendarBook([...OFFICIAL_CALENDARS, ...rows.map(({ data }) => data).filter(({ version }) => !shipped.has(version))]);
}
