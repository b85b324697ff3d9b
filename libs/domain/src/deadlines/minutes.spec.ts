import { calendar, climb, env, start, utc } from './deadlines.fixture.ts';
import { derive, deriveDueDate } from './derive.ts';
import { presentDeadline } from './present.ts';

const rule = { id: 'URG-ACT', amount: 5, unit: 'minute' } as const;
const input = (triggerAt: string, amount = 5) => ({
  rule: { ...rule, amount },
  calendar,
  triggerAt: utc(triggerAt),
  extensionDays: 0,
  pauses: [],
  fixedDate: null,
});

it('runs from the instant, over midnight and over holidays', () => {
  expect(deriveDueDate(input('2026-03-06T10:00:00'))).toMatchObject({ dueDate: '2026-03-06', dueAt: utc('2026-03-06T10:05:00') });
  // The eve of the Spring Festival: no minute rolls.
  const night = derive(input('2026-02-15T23:58:30'));
  expect(night).toMatchObject({ dueDate: '2026-02-16', dueAt: utc('2026-02-16T00:03:30'), provisional: false });
  expect(night.derivation.map(({ date, kind }) => [date, kind])).toEqual([
    ['2026-02-15', 'start'],
    ['2026-02-16', 'counted'],
  ]);
  expect(night.derivation[0]?.note).toContain('23:58');
});

it('two limits of one day are two derivations: neither due instant nor digest is that of the other', () => {
  const [first, second] = [deriveDueDate(input('2026-03-06T10:00:00')), deriveDueDate(input('2026-03-06T10:01:00'))];
  expect(first.dueAt).not.toBe(second.dueAt);
  expect(first.digest).not.toBe(second.digest);
  expect(deriveDueDate(input('2026-03-06T10:00:00', 6)).digest).not.toBe(first.digest);
  expect(derive(input('2026-03-06T10:00:00')).digest).toBe(first.digest);
});

it('passes, urges and supervises at that very instant, and never before', () => {
  const armed = start('URG-ACT', '2026-03-06T10:00:00');
  expect([armed.dueAt, armed.nextAt, armed.nextStep]).toEqual([utc('2026-03-06T10:05:00'), utc('2026-03-06T10:05:00'), 0]);
  expect(() => climb(armed, '2026-03-06T10:04:59')).toThrow('stale');
  const fired = climb(armed, '2026-03-06T10:05:00');
  expect([fired.state, fired.nextAt]).toEqual(['fired', armed.dueAt]);
  expect(climb(fired, '2026-03-06T10:05:00').nextAt).toBe(armed.dueAt);
});

it('is shown with its instant', () => {
  const shown = presentDeadline(start('URG-RESPOND', '2026-03-06T10:00:00'), utc('2026-03-06T10:00:30'), env);
  expect(shown).toMatchObject({ dueAt: utc('2026-03-06T10:01:00'), remaining: { days: 0, workingDays: 0 }, localDefault: true });
});
