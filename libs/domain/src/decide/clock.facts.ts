import type { FactSpec } from '../chart/effect.ts';

/**
 * What ladders and calendars write; the rule stands on the fact itself. `rungAt` is a rung's own instant where it was climbed
 * later than that: the engine was down, or the case came in late.
 */
export const CLOCK_FACTS = {
  'deadline.reminded': { text: { zh: '期限提醒', en: 'Deadline reminded' }, data: ['deadlineId', 'dueDate', 'rungAt'] },
  'deadline.passed': { text: { zh: '期限届满', en: 'Deadline passed' }, data: ['deadlineId', 'dueDate', 'rungAt'] },
  'deadline.urged': { text: { zh: '已催办', en: 'Urged' }, data: ['deadlineId', 'dueDate', 'rungAt'] },
  'deadline.rederived': {
    text: { zh: '期限按新日历重算', en: 'Deadlines counted anew with a new calendar' },
    data: ['calendarVersion', 'moved'],
  },
} as const satisfies Record<string, FactSpec>;
