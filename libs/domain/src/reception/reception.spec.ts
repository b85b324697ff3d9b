import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HOUSING, LEADER, PETITIONER, person, SUPERVISOR } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';
import { registered, PRINCIPAL } from '../leader-case/leader-case.fixture.ts';

const NOW = at('2026-03-06');
const owed = (leader: object = PRINCIPAL): Desk => Desk.openOffice('reception-day', { unitId: CENTRE, leader }, CLERK, NOW);
const arranged = (date = '2026-03-20'): Desk =>
  owed().send('SCHEDULE_RECEPTION', CLERK, NOW, { date, seats: 1 }).send('PUBLISH_RECEPTION', CLERK, NOW);

it('a level owes its days by rank: a quarter, a month, regularly, and in a township any day', () => {
  const due = (rank: 'principal' | 'deputy' | 'department', level: 'city' | 'county' | 'township'): readonly string[] =>
    owed(registered('one', rank, level, '430407')).snapshot.open.map(({ rule, dueDate, owner }) => `${rule} ${dueDate} ${owner.role}`);
  expect(due('deputy', 'city')).toEqual(['RECEPT-CITY 2026-06-08 clerk']);
  expect(due('principal', 'county')).toEqual(['RECEPT-COUNTY 2026-04-07 clerk']);
  expect(due('deputy', 'county')).toEqual(['RECEPT-REGULAR 2026-06-08 clerk']);
  expect(due('principal', 'township')).toEqual([]);
});

it('is fixed, moved on from a day of rest, published five days ahead, held, and owed again from that day', () => {
  // 2026-04-04 to 06 are the holiday of the dead.
  const desk = owed().send('SCHEDULE_RECEPTION', CLERK, NOW, { date: '2026-04-04', seats: 2, unitId: HOUSING });
  expect(desk.facts.at(-1)?.data).toMatchObject({ askedFor: '2026-04-04', date: '2026-04-07', publishBy: '2026-04-02' });
  expect(desk.lastNotices).toEqual([{ kind: 'reception.hosted', unitId: HOUSING, roles: ['handler', 'head'] }]);
  expect([desk.armed('RECEPT-PUBLISH')?.dueDate, desk.armed('RECEPT-HOLD')?.dueDate]).toEqual(['2026-04-02', '2026-04-07']);
  desk.send('PUBLISH_RECEPTION', CLERK, NOW);
  expect(desk.lastNotices).toEqual([{ kind: 'reception.published', unitId: CENTRE, roles: ['leader'] }]);
  expect(desk.refuses('RECORD_RECEPTION', CLERK, at('2026-04-06'), { received: 3 }).from).toBe('2026-04-07');
  desk.send('RECORD_RECEPTION', CLERK, at('2026-04-07'), { received: 3, note: 'x' });
  expect([desk.state, desk.armed('RECEPT-HOLD'), desk.armed('RECEPT-CITY')?.dueDate]).toEqual(['registered', undefined, '2026-07-07']);
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('a day that can’t be published in time is none; one that isn’t held is urged, as the unit’s', () => {
  expect(owed().refuses('SCHEDULE_RECEPTION', CLERK, NOW, { date: '2026-03-10', seats: 1 }).code).toBe('reception.too_soon');
  const late = owed().pass(at('2026-06-20'));
  expect(late.factTypes()).toEqual(expect.arrayContaining(['deadline.passed', 'deadline.urged']) as unknown);
  expect(late.all('RECEPT-CITY')[0]).toMatchObject({ state: 'fired', owner: { unitId: CENTRE, role: 'clerk' } });
});

it('a case is booked by staff or by its petitioner while there is a place; its holder hears of it; an accusation never', () => {
  const petition = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
  const other = Desk.open({}, NOW);
  const accusation = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' }, NOW);
  const desk = arranged();
  const { caseId } = petition.context;
  expect(desk.refuses('BOOK_RECEPTION', CLERK, NOW, { caseId: accusation.context.caseId }, [accusation]).code).toBe('case.command_refused');
  expect(desk.refuses('BOOK_RECEPTION', HANDLER, NOW, { caseId }, [petition]).kind).toBe('forbidden');
  expect(desk.refuses('BOOK_RECEPTION', CLERK, NOW, { caseId }).kind).toBe('invalid');
  desk.send('BOOK_RECEPTION', PETITIONER, NOW, { caseId }, [petition]);
  expect(desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])).toEqual([
    ['reception.booked', HOUSING],
    ['reception.booked', CENTRE],
  ]);
  expect(desk.facts.at(-1)?.data).toEqual({ booked: 1, seats: 1 });
  expect(desk.refuses('BOOK_RECEPTION', CLERK, NOW, { caseId }, [petition]).code).toBe('reception.booked');
  expect(desk.refuses('BOOK_RECEPTION', CLERK, NOW, { caseId: other.context.caseId }, [other]).code).toBe('reception.full');
  expect(desk.refuses('BOOK_RECEPTION', CLERK, at('2026-03-21'), { caseId: other.context.caseId }, [other]).code).toBe(
    'reception.day_past',
  );
  desk.send('MOVE_RECEPTION', CLERK, NOW, { date: '2026-03-27', reason: 'x' });
  expect([desk.state, desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])]).toEqual([
    'scheduled',
    [
      ['reception.moved', CENTRE],
      ['reception.moved', HOUSING],
    ],
  ]);
  expect(desk.armed('RECEPT-HOLD')?.dueDate).toBe('2026-03-27');
  desk.send('CANCEL_BOOKING', PETITIONER, NOW, { caseId }, [petition]);
  expect(desk.refuses('CANCEL_BOOKING', PETITIONER, NOW, { caseId }, [petition]).kind).toBe('refused');
});

it('cases opened at the table are found beside the day; whoever leaves office owes no more', () => {
  const opened = Desk.open({}, at('2026-03-20'));
  const desk = arranged();
  const { caseId } = opened.context;
  desk.send('ENTER_RECEPTION_CASE', CLERK, at('2026-03-20'), { caseId }, [opened]);
  expect(desk.context.memo).toMatchObject({ about: [caseId], reception: { opened: [caseId] } });
  expect(desk.refuses('ENTER_RECEPTION_CASE', CLERK, at('2026-03-20'), { caseId }, [opened]).code).toBe('reception.listed');
  expect(desk.refuses('END_RECEPTION', person('handler', HOUSING), NOW).kind).toBe('forbidden');
  desk.send('END_RECEPTION', SUPERVISOR, at('2026-03-20'), { reason: 'x' });
  expect([desk.state, desk.snapshot.open.filter((one) => one.state === 'armed'), desk.lastNotices[0]?.roles]).toEqual([
    'relieved',
    [],
    [LEADER.role],
  ]);
});
