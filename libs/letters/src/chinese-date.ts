import type { CivilDate } from '#libs/domain';

/** `2026-03-06` as official letters write it: 2026年3月6日. */
export function chineseDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
