export {
  addDays,
  addMonthsToDay,
  civilDateFrom,
  civilDateOf,
  dayAfter,
  daysBetween,
  epochDayAt,
  epochDayOf,
  instantAt,
  isCivilDate,
  startOfDay,
  weekdayOf,
} from './civil-date.ts';
export type { EpochDay } from './civil-date.ts';
export { calendarMistakes } from './calendar-data.ts';
export type { CalendarData, HolidayRun, MakeUpWorkday } from './calendar-data.ts';
export { compileCalendar, dayKind } from './calendar.ts';
export type { Calendar, DayKind } from './calendar.ts';
export { calendarBook } from './calendar-book.ts';
export type { CalendarBook } from './calendar-book.ts';
export { isProvinceOrNation, regionChain } from './region.ts';
export { OFFICIAL_CALENDARS } from './official-calendars.ts';
export { Remembered } from './remembered.ts';
