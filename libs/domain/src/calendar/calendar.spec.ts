import fc from 'fast-check';
import { calendarBook } from './calendar-book.ts';
import { calendarMistakes } from './calendar-data.ts';
import type { CalendarData } from './calendar-data.ts';
import { compileCalendar, dayKind } from './calendar.ts';
import {
  addDays,
  addMonthsToDay,
  civilDateFrom,
  civilDateOf,
  dayAfter,
  daysBetween,
  epochDayOf,
  isCivilDate,
  startOfDay,
  weekdayOf,
} from './civil-date.ts';
import { OFFICIAL_CALENDARS } from './official-calendars.ts';
import { isProvinceOrNation, regionChain } from './region.ts';

const seed = Date.now() % 2_147_483_647;
const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void => {
  fc.assert(property, { seed, numRuns: 300 });
};
const calendar = calendarBook(OFFICIAL_CALENDARS).current('CN');

function workingDaysIn(year: number): number {
  return calendar.workingDaysBetween(epochDayOf(`${String(year - 1)}-12-31`), epochDayOf(`${String(year)}-12-31`));
}

beforeAll(() => {
  process.stdout.write(`calendar.spec: seed ${String(seed)}\n`);
});

describe('civil dates', () => {
  it('are those of Shanghai, whatever the offset they are told in', () => {
    expect(civilDateOf('2026-03-05T15:59:59.999Z')).toBe('2026-03-05');
    expect(civilDateOf('2026-03-05T16:00:00Z')).toBe('2026-03-06');
    expect(civilDateOf('2026-03-06T01:00:00+09:00')).toBe('2026-03-06');
    expect(startOfDay('2026-03-06')).toBe('2026-03-05T16:00:00.000Z');
  });

  it('refuse what is no date', () => {
    expect(isCivilDate('2026-02-29')).toBe(false);
    expect(isCivilDate('2024-02-29')).toBe(true);
    expect(isCivilDate('2026-2-9')).toBe(false);
    for (const text of ['soon', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', ''])
      expect(() => epochDayOf(text)).toThrow(RangeError);
    expect(() => civilDateOf('soon')).toThrow(RangeError);
  });

  it('go there and back', () => {
    check(
      fc.property(fc.integer({ min: -20_000, max: 80_000 }), (day) => {
        const date = civilDateFrom(day);
        expect(epochDayOf(date)).toBe(day);
        expect(civilDateOf(startOfDay(date))).toBe(date);
        expect(daysBetween(date, dayAfter(date))).toBe(1);
        expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay());
        expect(addDays(addDays(date, 400), -400)).toBe(date);
      }),
    );
  });

  it('months end on the same day number, or the last of the month (民法典 202)', () => {
    const after = (date: string, months: number): string => civilDateFrom(addMonthsToDay(epochDayOf(date), months));
    expect(after('2026-01-15', 1)).toBe('2026-02-15');
    expect(after('2026-01-31', 1)).toBe('2026-02-28');
    expect(after('2024-01-31', 1)).toBe('2024-02-29');
    expect(after('2025-11-30', 3)).toBe('2026-02-28');
    expect(after('2026-12-31', 2)).toBe('2027-02-28');
  });
});

describe('the official calendar', () => {
  it('is sound', () => {
    expect(OFFICIAL_CALENDARS.flatMap(calendarMistakes)).toEqual([]);
  });

  it('has the working days that the notices add up to', () => {
    expect([2025, 2026].map(workingDaysIn)).toEqual([248, 248]);
    // The years before come from the package: a change of the generated data shows here.
    expect([2018, 2019, 2020, 2021, 2022, 2023, 2024].map(workingDaysIn)).toEqual([250, 250, 249, 250, 249, 249, 251]);
  });

  it.each([
    ['2026-02-14', 'make-up-workday'],
    ['2026-02-16', 'holiday'],
    ['2026-02-24', 'workday'],
    ['2026-03-07', 'weekend'],
    ['2015-09-03', 'holiday'],
    ['2020-01-31', 'holiday'],
    ['2010-02-20', 'make-up-workday'],
  ])('%s is a %s', (date, kind) => {
    expect(dayKind(calendar, date)).toBe(kind);
  });

  it('is provisional from 2027 on and before 2010', () => {
    const day = epochDayOf;
    expect(calendar.isProvisional(day('2026-12-01'), day('2026-12-31'))).toBe(false);
    expect(calendar.isProvisional(day('2026-12-01'), day('2027-01-01'))).toBe(true);
    expect(calendar.isProvisional(day('2010-01-01'), day('2010-01-02'))).toBe(false);
    expect(calendar.isProvisional(day('2009-12-31'), day('2010-01-02'))).toBe(true);
  });

  it('takes the lunar new year of 2027 from the statute and not from ICU', () => {
    expect(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'].map((date) => dayKind(calendar, date))).toEqual([
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'workday',
    ]);
  });

  it('counts working days both ways', () => {
    check(
      fc.property(
        fc.integer({ min: epochDayOf('2010-01-01'), max: epochDayOf('2060-01-01') }),
        fc.integer({ min: 1, max: 80 }),
        (day, n) => {
          const later = calendar.workingDayFrom(day, n);
          expect(calendar.isRest(later)).toBe(false);
          expect(calendar.workingDaysBetween(day, later)).toBe(n);
          expect(calendar.workingDaysBetween(later, day)).toBe(-n);
          const earlier = calendar.workingDayFrom(day, -n);
          expect(earlier).toBeLessThan(day);
          expect(calendar.isRest(earlier)).toBe(false);
        },
      ),
    );
  });
});

describe('the book of calendars', () => {
  const national = OFFICIAL_CALENDARS[0];
  if (national === undefined) throw new Error('no official calendar');
  const name = { zh: '古尔邦节', en: 'Corban Festival' };
  const xinjiang: CalendarData = {
    ...national,
    version: 'xj-2026.1',
    region: '650000',
    extends: national.version,
    holidays: [{ from: '2026-05-27', to: '2026-05-27', name }],
    makeUpWorkdays: [],
  };

  it('gives a region its own days, and those of the nation', () => {
    const book = calendarBook([national, xinjiang]);
    expect(book.current('650100').version).toBe('xj-2026.1');
    expect(dayKind(book.current('650100'), '2026-05-27')).toBe('holiday');
    expect(dayKind(book.current('650100'), '2026-02-16')).toBe('holiday');
    expect(book.current('430421').version).toBe(national.version);
    expect(dayKind(book.current('430421'), '2026-05-27')).toBe('workday');
  });

  it('keeps old versions readable when a notice comes', () => {
    const book = calendarBook([national, { ...national, version: 'cn-2027.1', provisionalFrom: '2028-01-01' }]);
    expect(book.current('CN').version).toBe('cn-2027.1');
    expect(book.version('cn-2026.1')?.provisionalFrom).toBe(epochDayOf('2027-01-01'));
    expect(book.version('cn-1999.1')).toBeUndefined();
    expect(book.versions()).toEqual(['cn-2026.1', 'cn-2027.1']);
  });

  it('refuses data that contradict themselves', () => {
    expect(() => calendarBook([national, national])).toThrow('twice');
    expect(() => calendarBook([xinjiang])).toThrow('not there');
    expect(() => calendarBook([{ ...xinjiang, extends: undefined } as unknown as CalendarData])).toThrow('whole country');
    expect(() => compileCalendar({ ...national, makeUpWorkdays: [{ date: '2099-01-03', name }] })).toThrow('outside');
  });

  it('names each mistake', () => {
    const wrong = calendarMistakes({
      ...national,
      holidays: [
        { from: '2026-05-05', to: '2026-05-01', name },
        { from: '2026-02-30', to: '2026-02-30', name },
      ],
      makeUpWorkdays: [
        { date: '2026-03-04', name },
        { date: '2026-03-07', name },
        { date: '2026-03-07', name },
      ],
    });
    expect(wrong.join('\n')).toMatch(
      /ends before it begins[\s\S]*is no run of dates[\s\S]*out of order[\s\S]*needs no make-up[\s\S]*named twice/,
    );
  });
});

describe('regions', () => {
  it('contain each other', () => {
    expect(regionChain('430421003')).toEqual(['430421003', '430421', '430400', '430000', 'CN']);
    expect(regionChain('430000')).toEqual(['430000', 'CN']);
    expect(regionChain('CN')).toEqual(['CN']);
    expect(['CN', '430000', '650000'].every(isProvinceOrNation)).toBe(true);
    expect(['990000', '430421', '43', 'US'].some(isProvinceOrNation)).toBe(false);
  });
});
