import { daysLater, monthsLater, readCivil, weeksOf } from '../../apps/console/src/forms/civil-date.ts';

it.each([
  ['2026-01-05', '2026-01-05'],
  ['2026-1-5', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['２０２６／１／５', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['2026-02-29', null],
  ['2024-02-29', '2024-02-29'],
  ['2026-13-01', null],
  ['260105', null],
  ['5.1.2026', null],
  ['', null],
])('reads the date %s', (typed, expected) => {
  expect(readCivil(typed, false)).toBe(expected);
});

it.each([
  ['2026-01-05 09:30', '2026-01-05T09:30'],
  ['2026-01-05T09:30', '2026-01-05T09:30'],
  ['20260105 0930', '2026-01-05T09:30'],
  ['2026年1月5日 9点30分', '2026-01-05T09:30'],
  ['２０２６-０１-０５　９：３０', '2026-01-05T09:30'],
  ['2026-01-05 24:00', null],
  ['2026-01-05', null],
  ['2026-01-05 9', null],
])('reads the time %s', (typed, expected) => {
  expect(readCivil(typed, true)).toBe(expected);
});

it('goes over the ends of months and years', () => {
  expect(daysLater('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysLater('2026-01-01', -1)).toBe('2025-12-31');
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
  expect(monthsLater('2026-01-31', -2)).toBe('2025-11-30');
});

it('lays out six weeks from Monday', () => {
  const weeks = weeksOf('2026-01-20');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2025-12-29');
  expect(weeks.flat()).toContain('2026-01-31');
});
