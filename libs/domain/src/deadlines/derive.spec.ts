import fc from 'fast-check';
import type { Pause } from '../case/deadline.ts';
import { calendarBook } from '../calendar/calendar-book.ts';
import { addDays, civilDateOf, startOfDay } from '../calendar/civil-date.ts';
import { OFFICIAL_CALENDARS } from '../calendar/official-calendars.ts';
import type { LimitUnit } from '../rule-packs/rule.ts';
import type { DerivationInput } from './counting.ts';
import { derive, deriveDueDate } from './derive.ts';

const seed = Date.now() % 2_147_483_647;
const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void => {
  fc.assert(property, { seed, numRuns: 500 });
};
beforeAll(() => {
  process.stdout.write(`derive.spec: seed ${String(seed)}\n`);
});

const calendar = calendarBook(OFFICIAL_CALENDARS).current('CN');
const input = (date: string, amount: number, unit: LimitUnit, more: Partial<DerivationInput> = {}): DerivationInput => ({
  rule: { id: 'TEST', amount, unit },
  calendar,
  triggerAt: `${date}T10:00:00+08:00`,
  extensionDays: 0,
  pauses: [],
  fixedDate: null,
  ...more,
});
const due = (...args: Parameters<typeof input>): string => deriveDueDate(input(...args)).dueDate;

/** An independent count over the official notice of 2026 alone, one string comparison a day. */
const span = (a: string, b: string): string[] => (a > b ? [] : [a, ...span(addDays(a, 1), b)]);
const OFF = new Set([
  ...span('2026-01-01', '2026-01-03'),
  ...span('2026-02-15', '2026-02-23'),
  ...span('2026-04-04', '2026-04-06'),
  ...span('2026-05-01', '2026-05-05'),
  ...span('2026-06-19', '2026-06-21'),
  ...span('2026-09-25', '2026-09-27'),
  ...span('2026-10-01', '2026-10-07'),
]);
const WORK = new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
const rest = (d: string): boolean => !WORK.has(d) && (OFF.has(d) || [0, 6].includes(new Date(`${d}T00:00:00Z`).getUTCDay()));
function oracle(start: string, n: number, unit: 'cd' | 'wd', pauses: readonly (readonly [string, string])[]): string {
  let left = n;
  let d = start;
  while (left > 0) {
    d = addDays(d, 1);
    const at = d;
    if (pauses.some(([from, to]) => at >= from && at < to) || (unit === 'wd' && rest(at))) continue;
    left--;
  }
  if (unit === 'cd') while (rest(d)) d = addDays(d, 1);
  return d;
}

const day2026 = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-01', n));
const unit = fc.constantFrom('cd' as const, 'wd' as const);
const pauseList = fc
  .array(fc.tuple(day2026, fc.integer({ min: 0, max: 12 })), { maxLength: 4 })
  .map((list) => list.map(([from, days]) => [from, addDays(from, days)] as const));
const asPauses = (list: readonly (readonly [string, string])[]): Pause[] => list.map(([from, to]) => ({ from, to }));

describe('counting', () => {
  it.each([
    ['2026-02-05', 15, 'cd', 0, '2026-02-24'],
    ['2026-09-16', 15, 'cd', 0, '2026-10-08'],
    ['2026-03-06', 60, 'cd', 0, '2026-05-06'],
    ['2026-07-04', 60, 'cd', 30, '2026-10-08'],
    ['2026-02-13', 1, 'wd', 0, '2026-02-14'],
    ['2026-02-13', 3, 'wd', 0, '2026-02-25'],
    ['2026-02-13', 5, 'wd', 0, '2026-02-27'],
    ['2026-09-28', 5, 'wd', 0, '2026-10-10'],
    ['2025-01-24', 1, 'wd', 0, '2025-01-26'],
    ['2025-01-24', 3, 'wd', 0, '2025-02-05'],
    ['2025-01-24', 5, 'wd', 0, '2025-02-07'],
  ] as const)('from %s, %i %s and %i more: due %s', (start, n, of, extensionDays, want) => {
    expect(due(start, n, of, { extensionDays })).toBe(want);
  });

  it('does not roll an expiry off a make-up workday', () => {
    // 2026-02-28 is a Saturday that people work.
    expect(due('2026-02-13', 15, 'cd')).toBe('2026-02-28');
    expect(due('2026-02-14', 15, 'cd')).toBe('2026-03-02');
  });

  it('ends months on the same day number, or the last, then rolls', () => {
    expect(due('2026-03-10', 1, 'month')).toBe('2026-04-10');
    expect(due('2026-01-30', 1, 'month')).toBe('2026-02-28');
    expect(due('2026-03-05', 1, 'month')).toBe('2026-04-07');
    expect(due('2026-03-10', 1, 'month', { extensionDays: 30 })).toBe('2026-05-11');
    expect(due('2026-03-10', 1, 'month', { pauses: [{ from: '2026-03-20', to: '2026-03-23' }] })).toBe('2026-04-13');
  });

  it('takes the civil date of Shanghai', () => {
    expect(due('2026-03-06', 15, 'cd', { triggerAt: '2026-03-05T16:30:00Z' })).toBe(due('2026-03-06', 15, 'cd'));
  });

  it('leaves a date set by a person where it is', () => {
    const derived = derive(input('2026-03-06', 0, 'set-by-person', { fixedDate: '2026-03-15' }));
    expect(derived.dueDate).toBe('2026-03-15');
    expect(derived.dueAt).toBe(startOfDay('2026-03-16'));
    expect(derived.derivation.map((entry) => [entry.date, entry.kind])).toEqual([
      ['2026-03-06', 'start'],
      ['2026-03-15', 'counted'],
    ]);
    expect(() => due('2026-03-06', 0, 'set-by-person')).toThrow(RangeError);
  });

  it('agrees with an independent count, pauses and extensions included', () => {
    check(
      fc.property(
        day2026,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        unit,
        pauseList,
        (start, n, more, of, list) => {
          const want = oracle(start, n + more, of, list);
          fc.pre(want < '2026-12-20');
          expect(due(start, n, of, { extensionDays: more, pauses: asPauses(list) })).toBe(want);
        },
      ),
    );
  });

  it('is monotone: a later trigger, a longer limit, one more pause never give an earlier date', () => {
    check(
      fc.property(day2026, fc.integer({ min: 1, max: 90 }), unit, pauseList, fc.integer({ min: 0, max: 9 }), (start, n, of, list, step) => {
        const base = due(start, n, of, { pauses: asPauses(list) });
        expect(due(addDays(start, step), n, of, { pauses: asPauses(list) }) >= base).toBe(true);
        expect(due(start, n + step, of, { pauses: asPauses(list) }) >= base).toBe(true);
        expect(
          due(start, n, of, { pauses: [...asPauses(list), { from: addDays(start, step), to: addDays(start, step + 3) }] }) >= base,
        ).toBe(true);
        expect(base > start).toBe(true);
      }),
    );
  });

  it('takes overlapping pauses out once, and an open one not yet', () => {
    const twice = due('2026-03-06', 30, 'cd', {
      pauses: [
        { from: '2026-03-10', to: '2026-03-15' },
        { from: '2026-03-12', to: '2026-03-17' },
      ],
    });
    expect(twice).toBe(due('2026-03-06', 30, 'cd', { pauses: [{ from: '2026-03-10', to: '2026-03-17' }] }));
    expect(due('2026-03-06', 30, 'cd', { pauses: [{ from: '2026-03-10', to: null }] })).toBe(due('2026-03-06', 30, 'cd'));
    expect(due('2026-03-06', 30, 'cd', { pauses: [{ from: '2026-03-10', to: '2026-03-10' }] })).toBe(due('2026-03-06', 30, 'cd'));
  });
});

describe('a derivation', () => {
  it('shows every civil day once, and counts to the limit', () => {
    check(
      fc.property(
        day2026,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        unit,
        pauseList,
        (start, n, more, of, list) => {
          const { derivation, dueDate, dueAt } = derive(input(start, n, of, { extensionDays: more, pauses: asPauses(list) }));
          expect(derivation[0]).toMatchObject({ date: start, kind: 'start' });
          expect(derivation.at(-1)?.date).toBe(dueDate);
          expect(derivation.map((entry) => entry.date)).toEqual(derivation.map((_, i) => addDays(start, i)));
          const count = (...kinds: string[]): number => derivation.filter((entry) => kinds.includes(entry.kind)).length;
          expect(count('counted', 'make-up-workday')).toBe(n);
          expect(count('extended')).toBe(more);
          expect(count('rolled')).toBeLessThanOrEqual(1);
          expect(derivation.every((entry) => /\p{Script=Han}/u.test(entry.note) && /[a-z]/.test(entry.noteEn))).toBe(true);
          expect(civilDateOf(dueAt)).toBe(addDays(dueDate, 1));
        },
      ),
    );
  });

  it('has one digest, with or without the texts, and another for other days', () => {
    check(
      fc.property(day2026, fc.integer({ min: 1, max: 90 }), unit, pauseList, (start, n, of, list) => {
        const one = input(start, n, of, { pauses: asPauses(list) });
        const { derivation, ...derived } = derive(one);
        expect(derivation.length).toBeGreaterThan(1);
        expect(deriveDueDate(one)).toEqual(derived);
        expect(derived.digest).toMatch(/^[0-9a-f]{16}$/);
        expect(deriveDueDate(input(addDays(start, 1), n, of)).digest).not.toBe(derived.digest);
        expect(deriveDueDate(input(start, n + 1, of, { pauses: asPauses(list) })).digest).not.toBe(derived.digest);
      }),
    );
  });

  it('collides nowhere in the life of a city', () => {
    const seen = new Map<string, string>();
    for (let i = 0; i < 1_500; i++) {
      for (const n of [5, 15, 30, 60]) {
        const derived = deriveDueDate(input(addDays('2022-01-01', i), n, n === 5 ? 'wd' : 'cd'));
        seen.set(derived.digest, `${String(i)}+${String(n)}`);
      }
    }
    expect(seen.size).toBe(6_000);
  });

  it('has a digest that never changes: rows that are stored carry it', () => {
    expect(deriveDueDate(input('2026-03-06', 60, 'cd')).digest).toBe('dcdbb2a64ae756c7');
    expect(deriveDueDate(input('2026-02-13', 5, 'wd')).digest).toBe('40e2fe3be12d0cde');
  });

  it('tells why, day by day', () => {
    const { derivation } = derive(input('2026-02-13', 3, 'wd'));
    expect(derivation.map((entry) => entry.kind)).toEqual([
      'start',
      'make-up-workday',
      ...Array.from({ length: 9 }, () => 'holiday'),
      'counted',
      'counted',
    ]);
    expect(derivation[1]?.note).toBe('第1个工作日，调休上班日（春节）');
    expect(derivation[2]?.noteEn).toBe('Spring Festival, not counted');
    const rolled = derive(input('2026-03-06', 60, 'cd')).derivation.slice(-2);
    expect(rolled.map((entry) => [entry.date, entry.kind])).toEqual([
      ['2026-05-05', 'counted'],
      ['2026-05-06', 'rolled'],
    ]);
    expect(rolled[0]?.note).toContain('期限最后一日为休假日');
    const more = derive(input('2026-03-06', 1, 'cd', { extensionDays: 2, pauses: [{ from: '2026-03-08', to: '2026-03-09' }] })).derivation;
    expect(more.map((entry) => entry.kind)).toEqual(['start', 'counted', 'paused', 'extended', 'extended']);
    expect(more.at(-1)?.noteEn).toBe('day 3 (day 2 of the extension), the last');
  });

  it('is provisional where no notice reaches', () => {
    const provisional = (date: string, n: number): boolean => deriveDueDate(input(date, n, 'cd')).provisional;
    expect(provisional('2026-12-01', 15)).toBe(false);
    expect(provisional('2026-12-20', 15)).toBe(true);
    expect(provisional('2028-03-05', 15)).toBe(true);
    expect(provisional('2009-12-20', 15)).toBe(true);
    // 2026-12-17 + 15 would end on New Year's Day: it rolls into the year without a notice.
    expect(due('2026-12-17', 15, 'cd')).toBe('2027-01-04');
    expect(provisional('2026-12-17', 15)).toBe(true);
  });
});
