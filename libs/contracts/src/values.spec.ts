import { civilDate, instant, pageQuery, text, uuid } from './values.ts';
import { z } from 'zod';

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

it.each([
  ['2026-03-06T09:30:00+08:00', true],
  ['2026-03-06T01:30:00Z', true],
  ['2026-03-06T01:30:00.123456Z', true],
  ['2026-03-06T09:30+08:00', true],
  ['2024-02-29T00:00:00Z', true],
  ['2026-02-29T00:00:00Z', false],
  ['2026-02-30T10:00:00+08:00', false],
  ['2026-13-01T10:00:00+08:00', false],
  ['2026-03-06T24:00:00+08:00', false],
  ['2026-03-06T09:30:60+08:00', false],
  ['2026-03-06T09:30:00', false],
  ['2026-03-06 09:30:00+08:00', false],
  ['2026-03-06T09:30:00+0800', false],
  ['2026-03-06', false],
  ['1899-12-31T00:00:00Z', false],
  ['9999-12-31T00:00:00Z', false],
  ['', false],
  [1_772_000_000_000, false],
])('judges the instant %j: %j', (value, expected) => {
  expect(accepts(instant, value)).toBe(expected);
});

it.each([
  ['2026-03-06', true],
  ['2026-02-30', false],
  ['2026-3-6', false],
  ['2026-03-06T00:00:00Z', false],
  ['0000-01-01', false],
])('judges the civil date %j: %j', (value, expected) => {
  expect(accepts(civilDate, value)).toBe(expected);
});

it('counts a text in characters, not in units', () => {
  expect(accepts(text(3), '𠮷𠮷𠮷')).toBe(true);
  expect(accepts(text(3), '𠮷𠮷𠮷𠮷')).toBe(false);
  expect(accepts(text(3), ' \n')).toBe(false);
  expect(accepts(text(9), 'a\u0000b')).toBe(false);
  expect(accepts(text(9), 'a\r\n\tb')).toBe(true);
});

it('spells a UUID in one way', () => {
  expect(uuid.parse('01A201BD-3416-7393-A3AF-93BEE57B6E00')).toBe('01a201bd-3416-7393-a3af-93bee57b6e00');
  expect(accepts(uuid, 'not-a-uuid')).toBe(false);
});

it.each(['0', '201', '1.5', '-1', 'abc', '', ' 5', '1e2', '0x10'])('refuses the limit %j', (limit) => {
  expect(accepts(z.strictObject(pageQuery), { limit })).toBe(false);
});

it('reads a limit as a number', () => {
  expect(z.strictObject(pageQuery).parse({ limit: '200' })).toEqual({ limit: 200 });
});
