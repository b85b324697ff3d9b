import type { BilingualText } from '../case/decision.ts';
import type { CivilDate } from '../case/deadline.ts';
import type { HolidayRun, MakeUpWorkday } from './calendar-data.ts';

const NEW_YEAR: BilingualText = { zh: '元旦', en: "New Year's Day" };
const SPRING: BilingualText = { zh: '春节', en: 'Spring Festival' };
const TOMB_SWEEPING: BilingualText = { zh: '清明', en: 'Tomb-sweeping Day' };
const LABOUR: BilingualText = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT: BilingualText = { zh: '端午', en: 'Dragon Boat Festival' };
const MID_AUTUMN: BilingualText = { zh: '中秋', en: 'Mid-autumn Festival' };
const NATIONAL: BilingualText = { zh: '国庆节', en: 'National Day' };
const NATIONAL_AND_MID_AUTUMN: BilingualText = { zh: '国庆节、中秋', en: 'National Day and Mid-autumn Festival' };

const off = (from: CivilDate, to: CivilDate, name: BilingualText): HolidayRun => ({ from, to, name });
const work = (date: CivilDate, name: BilingualText): MakeUpWorkday => ({ date, name });

/** The State Council's notices for 2025 (2024-11) and 2026 (2025-11-04). */
export const RECENT_HOLIDAYS: readonly HolidayRun[] = [
  off('2025-01-01', '2025-01-01', NEW_YEAR),
  off('2025-01-28', '2025-02-04', SPRING),
  off('2025-04-04', '2025-04-06', TOMB_SWEEPING),
  off('2025-05-01', '2025-05-05', LABOUR),
  off('2025-05-31', '2025-06-02', DRAGON_BOAT),
  off('2025-10-01', '2025-10-08', NATIONAL_AND_MID_AUTUMN),
  off('2026-01-01', '2026-01-03', NEW_YEAR),
  off('2026-02-15', '2026-02-23', SPRING),
  off('2026-04-04', '2026-04-06', TOMB_SWEEPING),
  off('2026-05-01', '2026-05-05', LABOUR),
  off('2026-06-19', '2026-06-21', DRAGON_BOAT),
  off('2026-09-25', '2026-09-27', MID_AUTUMN),
  off('2026-10-01', '2026-10-07', NATIONAL),
];

export const RECENT_MAKE_UP_WORKDAYS: readonly MakeUpWorkday[] = [
  work('2025-01-26', SPRING),
  work('2025-02-08', SPRING),
  work('2025-04-27', LABOUR),
  work('2025-09-28', NATIONAL_AND_MID_AUTUMN),
  work('2025-10-11', NATIONAL_AND_MID_AUTUMN),
  work('2026-01-04', NEW_YEAR),
  work('2026-02-14', SPRING),
  work('2026-02-28', SPRING),
  work('2026-05-09', LABOUR),
  work('2026-09-20', NATIONAL),
  work('2026-10-10', NATIONAL),
];

/**
 * 2027 is not announced yet. These are the thirteen statutory days of 《全国年节及纪念日放假办法》 (revised 2024-11-10) alone,
 * without the days made up for those on weekends (Art 6), so everything that touches them is provisional. The lunar dates are
 * computed astronomically and written down: the new moon of 2027-02-06 falls at 23:56 Beijing time, and ICU's
 * Chinese calendar, a day late there, must never be used for them.
 */
export const STATUTORY_DAYS_2027: readonly HolidayRun[] = [
  off('2027-01-01', '2027-01-01', NEW_YEAR),
  off('2027-02-05', '2027-02-08', SPRING),
  off('2027-04-05', '2027-04-05', TOMB_SWEEPING),
  off('2027-05-01', '2027-05-02', LABOUR),
  off('2027-06-09', '2027-06-09', DRAGON_BOAT),
  off('2027-09-15', '2027-09-15', MID_AUTUMN),
  off('2027-10-01', '2027-10-03', NATIONAL),
];
