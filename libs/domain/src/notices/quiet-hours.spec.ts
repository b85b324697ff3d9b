import fc from 'fast-check';
import { notBefore, QUIET_HOURS } from './quiet-hours.ts';
import type { QuietHours } from './quiet-hours.ts';

const utc = (local: string): string => new Date(`${local}+08:00`).toISOString();
const nation = QUIET_HOURS.find((one) => one.region === 'CN') as QuietHours;
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

beforeAll(() => {
  process.stdout.write(`quiet hours: seed ${String(seed)}\n`);
});

it.each([
  ['by day at once', '2026-03-06T12:00:00', '2026-03-06T12:00:00'],
  ['in the last minute before', '2026-03-06T20:59:59.999', '2026-03-06T20:59:59.999'],
  ['from nine in the evening on the next morning', '2026-03-06T21:00:00', '2026-03-07T08:00:00'],
  ['over the end of a year', '2026-12-31T23:30:00', '2027-01-01T08:00:00'],
  ['at the law’s midnight in the morning', '2026-03-07T00:00:00', '2026-03-07T08:00:00'],
  ['just before eight', '2026-03-07T07:59:59.999', '2026-03-07T08:00:00'],
  ['at eight at once', '2026-03-07T08:00:00', '2026-03-07T08:00:00'],
])('a message goes %s', (_what, at, expected) => {
  expect(notBefore(utc(at), 'deadline.passed', '430407')).toBe(utc(expected));
});

it('lets an urgent and major matter through (Art 25, 46(4))', () => {
  expect(notBefore(utc('2026-03-07T03:00:00'), 'case.urgent', '430407')).toBe(utc('2026-03-07T03:00:00'));
});

it('takes the hours of the narrowest region that has some, at noon or none at all', () => {
  const hours: readonly QuietHours[] = [
    nation,
    { ...nation, region: '330000', from: '22:30', to: '07:15' },
    { ...nation, region: '330100', from: '12:00', to: '14:00' },
    { ...nation, region: '370000', from: '00:00', to: '00:00' },
  ];
  const sent = (at: string, region: string): string => notBefore(utc(at), 'deadline.urged', region, hours);
  expect(sent('2026-03-06T22:29:00', '330200')).toBe(utc('2026-03-06T22:29:00'));
  expect(sent('2026-03-06T22:30:00', '330200')).toBe(utc('2026-03-07T07:15:00'));
  expect(sent('2026-03-06T12:30:00', '330106')).toBe(utc('2026-03-06T14:00:00'));
  expect(sent('2026-03-06T23:30:00', '330106')).toBe(utc('2026-03-06T23:30:00'));
  expect(sent('2026-03-06T23:30:00', '370100')).toBe(utc('2026-03-06T23:30:00'));
  expect(notBefore(utc('2026-03-06T23:30:00'), 'deadline.urged', '430407', [])).toBe(utc('2026-03-06T23:30:00'));
});

it('refuses an instant that can’t be read', () => {
  expect(() => notBefore('soon', 'deadline.urged', 'CN')).toThrow(RangeError);
});

it('is never earlier, never more than the window later, never quiet, and the same when asked again', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const wall = (n: number): string => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, minute, minute, (date, from, to) => {
      const hours = [{ ...nation, from: wall(from), to: wall(to) }];
      const at = date.toISOString();
      const sent = notBefore(at, 'deadline.urged', 'CN', hours);
      const waited = Date.parse(sent) - date.getTime();
      expect(waited).toBeGreaterThanOrEqual(0);
      expect(waited).toBeLessThanOrEqual(((to - from + 1440) % 1440) * 60_000);
      expect(notBefore(sent, 'deadline.urged', 'CN', hours)).toBe(sent);
    }),
    { seed, numRuns: 300 },
  );
});
