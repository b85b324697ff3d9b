import type { CalendarData } from './calendar-data.ts';
import { OFFICIAL_HOLIDAYS, OFFICIAL_MAKE_UP_WORKDAYS } from './generated/official-days.ts';
import { RECENT_HOLIDAYS, RECENT_MAKE_UP_WORKDAYS, STATUTORY_DAYS_2027 } from './recent-notices.ts';

/**
 * The calendars that ship with the product, oldest first. When a notice comes out, add a version (`cn-2027.1`) behind the
 * last one and never change an old one: open deadlines are then re-derived by an explicit fact, ended ones never.
 */
export const OFFICIAL_CALENDARS: readonly CalendarData[] = [
  {
    version: 'cn-2026.1',
    region: 'CN',
    from: '2010-01-01',
    provisionalFrom: '2027-01-01',
    holidays: [...OFFICIAL_HOLIDAYS, ...RECENT_HOLIDAYS, ...STATUTORY_DAYS_2027],
    makeUpWorkdays: [...OFFICIAL_MAKE_UP_WORKDAYS, ...RECENT_MAKE_UP_WORKDAYS],
    sources: [
      'npm chinese-days (2010–2024, from the annual notices of the State Council)',
      '国务院办公厅关于2025年部分节假日安排的通知',
      '国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)',
      '全国年节及纪念日放假办法 (2024-11-10), statutory minimum of 2027',
    ],
  },
];
