import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HOUSING, person } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';

const EDUCATION = 'education.430407';
const NOW = at('2026-03-07', '20:00:00');
const handOver = (unitId = HOUSING): Desk =>
  Desk.openOffice('duty-handover', { fromUnitId: CENTRE, unitId, onCall: [EDUCATION] }, CLERK, NOW);

it('is taken over by whoever comes, in minutes, and whoever leaves hears of it', () => {
  const desk = handOver();
  expect(desk.armed('DUTY-TAKE')?.dueAt).toBe(at('2026-03-07', '20:15:00'));
  expect(desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])).toEqual([
    ['duty.handed-over', HOUSING],
    ['duty.on-call', EDUCATION],
  ]);
  expect(desk.refuses('TAKE_OVER', person('handler', EDUCATION), NOW).kind).toBe('forbidden');
  desk.send('TAKE_OVER', HANDLER, at('2026-03-07', '20:05:00'), { note: 'x' });
  expect([desk.state, desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])]).toEqual(['taken', [['duty.taken', CENTRE]]]);
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('what nobody takes over is supervised at once; nobody hands over to himself', () => {
  const desk = handOver().pass(at('2026-03-07', '20:15:00'));
  expect(desk.factTypes().slice(-3)).toEqual(['deadline.passed', 'deadline.urged', 'supervision.opened']);
  expect(() => handOver(CENTRE)).toThrow(/another unit/);
});
