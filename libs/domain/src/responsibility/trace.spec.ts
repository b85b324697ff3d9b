import { at, CENTRE, CITY, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING } from '../decide/case.fixture.ts';
import { HistoryError } from '../decide/fold.ts';
import { traceResponsibility } from './trace.ts';

/** A Friday. */
const START = at('2026-03-06');
const forwarded = (): Desk => Desk.open({}, START).send('FORWARD', CLERK, at('2026-03-10'), { unitId: HOUSING });
const traceOf = (desk: Desk, now: string): ReturnType<typeof traceResponsibility> => traceResponsibility(desk.commands, now, ENV);

it('says who had it when, in working days that add up to the whole', () => {
  const { spans } = traceOf(forwarded(), at('2026-03-16'));
  expect(spans.map(({ unitId, from, to, workingDays }) => [unitId, from, to, workingDays])).toEqual([
    [CENTRE, START, at('2026-03-10'), 2],
    [HOUSING, at('2026-03-10'), null, 4],
  ]);
  expect(spans[0]?.minutes).toBe(4 * 24 * 60);
  // Counted over the seam or without it, a working day is one.
  const whole = traceOf(Desk.open({}, START), at('2026-03-16')).spans[0]?.workingDays;
  expect(whole).toBe(spans.reduce((sum, one) => sum + one.workingDays, 0));
});

it('says what fell due with whom, what was late and by how much, and never a right that merely lapsed', () => {
  const desk = forwarded().pass(at('2026-04-02', '00:00:00')).send('ACCEPT', HANDLER, at('2026-04-02'));
  const { spans } = traceOf(desk, at('2026-04-10'));
  expect(spans[0]?.duties).toMatchObject([{ rule: 'PET-FWD', unitId: CENTRE, outcome: 'in-time', lateWorkingDays: 0 }]);
  expect(spans[1]?.duties).toMatchObject([
    { rule: 'PET-NOTICE-FWD', unitId: HOUSING, dueDate: '2026-03-25', outcome: 'late', lateWorkingDays: 6 },
    { rule: 'PET-HANDLE', unitId: HOUSING, outcome: 'running', lateWorkingDays: 0 },
  ]);
});

it('what is overdue counts until now, of a closed case until its closing', () => {
  const overdue = traceOf(forwarded(), at('2026-03-30')).spans[1]?.duties[0];
  // Nobody has climbed its ladder yet: the log doesn't say that it passed.
  expect(overdue).toMatchObject({ rule: 'PET-NOTICE-FWD', outcome: 'running' });
  const passed = forwarded().pass(at('2026-03-26', '00:00:00'));
  expect(traceOf(passed, at('2026-03-30')).spans[1]?.duties[0]).toMatchObject({ outcome: 'overdue', lateWorkingDays: 3 });
  const withdrawn = Desk.open({}, START).send('WITHDRAW', CLERK, at('2026-03-09'), { requestedBy: 'party-1', requestedOn: '2026-03-09' });
  const { closedAt, spans } = traceOf(withdrawn, at('2026-12-01'));
  expect([closedAt, spans.length, spans[0]?.workingDays]).toEqual([at('2026-03-09'), 1, 1]);
});

it('names who acted while a unit had it, the engine not among them, and counts late recording', () => {
  const late = Desk.open({ receivedAt: at('2026-03-02') }, START).send('FORWARD', CLERK, at('2026-03-10'), { unitId: HOUSING });
  const desk = late.send('ACCEPT', HANDLER, at('2026-03-11')).send('EXTEND', HEAD, at('2026-03-12'), { days: 30, reason: 'x' });
  const { receivedAt, registeredAt, spans } = traceOf(desk.pass(at('2026-08-01')), at('2026-08-01'));
  expect([receivedAt, registeredAt]).toEqual([at('2026-03-02'), START]);
  expect(spans.map(({ acts }) => acts.map(({ command, role, unitId, userId }) => [command, role, unitId, userId]))).toEqual([
    [
      ['REGISTER', 'clerk', CENTRE, 'clerk'],
      ['FORWARD', 'clerk', CENTRE, 'clerk'],
    ],
    [
      ['ACCEPT', 'handler', HOUSING, `${HOUSING}.handler`],
      ['EXTEND', 'head', HOUSING, `${HOUSING}.head`],
    ],
  ]);
});

it('reads the log and nothing else: one that the domain would not have accepted is no evidence', () => {
  const [first, second] = forwarded().commands;
  if (first === undefined || second === undefined) throw new Error('two commands');
  expect(() => traceResponsibility([first, { ...second, by: CITY }], START, ENV)).toThrow(HistoryError);
  expect(() => traceResponsibility([], START, ENV)).toThrow(RangeError);
});
