import fc from 'fast-check';
import { canonicalInstant, civilDateOf, epochDayAt } from './civil-date.ts';

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;

/** As ECMAScript reads it. */
const parsed = (text: string): number | null => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : Math.floor((ms + SHANGHAI) / DAY);
};
const orNull = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

it('reads any instant’s day as the parser does', () => {
  const instant = fc.date({ min: new Date('0001-01-01T00:00:00.000Z'), max: new Date('9999-12-30T00:00:00.000Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      const text = date.toISOString();
      expect(epochDayAt(text)).toBe(parsed(text));
      expect(canonicalInstant(text)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

it('reads what merely looks like an instant as the parser does', () => {
  const two = fc.nat(99).map((n) => String(n).padStart(2, '0'));
  const text = fc
    .tuple(
      fc.constantFrom('2024', '2026', '1900', '0000', 'abcd'),
      two,
      two,
      two,
      two,
      two,
      fc.constantFrom('.000Z', '.000+', ':000Z', 'Z', '+08:00', ''),
    )
    .map(([year, month, day, hour, minute, second, end]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${end}`);
  fc.assert(
    fc.property(text, (one) => {
      expect(orNull(() => epochDayAt(one))).toBe(parsed(one));
      expect(orNull(() => canonicalInstant(one))).toBe(orNull(() => new Date(one).toISOString()));
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['2026-03-06T15:59:59.999Z', '2026-03-06'],
  ['2026-03-06T16:00:00.000Z', '2026-03-07'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2024-02-29T16:00:00.000Z', '2024-03-01'],
  ['2026-03-07T00:00:00+08:00', '2026-03-07'],
])('%s is %s in Shanghai', (instant, date) => {
  expect(civilDateOf(instant)).toBe(date);
});
