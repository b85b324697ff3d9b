import type { Lang } from './say.ts';

const ZONE = 'Asia/Shanghai';
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const clockParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string): { date: string; time: string } {
  const found = new Map(clockParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const of = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

/** The civil date in Asia/Shanghai of an instant. */
export function civilDate(instant: string): string {
  return parts(instant).date;
}

/** `2026-01-05 09:30`, Asia/Shanghai. */
export function formatInstant(instant: string): string {
  const { date, time } = parts(instant);
  return `${date} ${time}`;
}

/** The value of a date-time field for an instant. */
export function toLocalField(instant: string): string {
  const { date, time } = parts(instant);
  return `${date}T${time}`;
}

/** The instant (Asia/Shanghai) of what stands in a date-time field. */
export function fromLocalField(value: string): string {
  return `${value.length === 16 ? `${value}:00` : value}+08:00`;
}

/** `11月27日 周五` / `Fri 27 Nov`; with the year where it isn't that of `reference` (a civil date). */
export function formatDate(date: string, lang: Lang, reference?: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const weekday = weekdayWord(date, lang);
  const otherYear = reference === undefined || !reference.startsWith(year);
  if (lang === 'zh') return `${otherYear ? `${year}年` : ''}${String(Number(month))}月${String(Number(day))}日 ${weekday}`;
  return `${weekday} ${String(Number(day))} ${MONTHS[Number(month) - 1] ?? ''}${otherYear ? ` ${year}` : ''}`;
}

/** `周五` / `Fri` of a civil date. */
export function weekdayWord(date: string, lang: Lang): string {
  return WEEKDAYS[lang][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `2026年1月` / `Jan 2026` of a civil date. */
export function formatMonth(date: string, lang: Lang): string {
  const [year = '', month = '1'] = date.split('-');
  return lang === 'zh' ? `${year}年${String(Number(month))}月` : `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** Full-width digits and letters of a Chinese IME as plain ones (１３８ → 138), without blanks. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** A query code as it is printed: groups of four. */
export function groupCode(code: string): string {
  return (code.replace(/-/g, '').match(/.{1,4}/g) ?? []).join('-');
}
