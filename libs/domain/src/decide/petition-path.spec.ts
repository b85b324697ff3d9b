import { foldCase } from './fold.ts';
import { at, CENTRE, CITY, CITY_HOUSING, CLERK, CLERK2, Desk, ENV, HANDLER, HEAD, HOUSING, PROVINCE } from './case.fixture.ts';

const OPINION = { outcome: 'EXPLAIN', request: '维修', facts: '主板损坏', opinion: '业主大会决定', basis: '民法典' };

it('takes a petition from the counter to the archive through all three levels', () => {
  const desk = Desk.open({}, at('2026-03-06'));
  expect([desk.state, desk.context.holderUnitId, desk.context.leadUnitId]).toEqual(['registered', CENTRE, HOUSING]);
  expect(desk.armed('PET-FWD')?.dueDate).toBe('2026-03-23');

  desk.send('FORWARD', CLERK, at('2026-03-06'), { unitId: HOUSING });
  expect([desk.state, desk.context.holderUnitId]).toEqual(['routed', HOUSING]);
  expect(desk.all('PET-FWD').map((one) => one.state)).toEqual(['met']);
  expect([desk.armed('PET-OBJECT')?.dueDate, desk.armed('PET-NOTICE-FWD')?.dueDate]).toEqual(['2026-03-13', '2026-03-23']);
  expect(desk.lastNotices).toEqual([{ kind: 'case.forwarded', unitId: HOUSING, roles: ['handler', 'head'] }]);

  desk.send('OBJECT', HANDLER, at('2026-03-06'), { reason: 'x' }).send('REJECT_RETURN', CLERK, at('2026-03-06'), { reason: 'x' });
  expect(desk.state).toBe('routed');
  expect(desk.refuses('OBJECT', HANDLER, at('2026-03-06'), { reason: 'x' })).toMatchObject({
    kind: 'refused',
    code: 'case.command_refused',
  });

  desk.send('ACCEPT', HANDLER, at('2026-03-08'));
  expect(desk.armed('PET-HANDLE')?.dueDate).toBe('2026-05-07');
  expect(desk.refuses('RECORD_SERVICE', HANDLER, at('2026-03-08'), { method: 'mail', receivedOn: '2026-03-08' }).kind).toBe('refused');
  expect(desk.refuses('EXTEND', HANDLER, at('2026-03-08'), { days: 10, reason: 'x' }).kind).toBe('forbidden');
  desk.send('EXTEND', HEAD, at('2026-03-08'), { days: 30, reason: 'x' });
  expect(desk.armed('PET-HANDLE')?.dueDate).toBe('2026-06-08');
  expect(desk.refuses('EXTEND', HEAD, at('2026-03-08'), { days: 1, reason: 'x' }).kind).toBe('refused');

  desk.send('ISSUE_OPINION', HANDLER, at('2026-03-08'), OPINION);
  expect([desk.state, desk.armed('PET-SERVE')?.dueDate]).toEqual(['answered', '2026-03-13']);
  expect(desk.refuses('RECORD_SERVICE', HANDLER, at('2026-03-08'), { method: 'in-person', receivedOn: '2026-03-05' })).toMatchObject({
    kind: 'invalid',
    field: 'receivedOn',
  });
  desk.send('RECORD_SERVICE', HANDLER, at('2026-03-08'), { method: 'in-person', receivedOn: '2026-03-08' });
  expect([desk.state, desk.armed('PET-REVIEW-REQ')?.dueDate]).toEqual(['served', '2026-04-07']);

  desk.send('REQUEST_REVIEW', CLERK, at('2026-03-18'), { receivedOn: '2026-03-18', reason: 'x' });
  expect([desk.state, desk.context.holderUnitId, desk.armed('PET-REVIEW')?.dueDate]).toEqual(['reviewing', CITY_HOUSING, '2026-04-17']);
  expect(desk.refuses('DECIDE_REVIEW', HANDLER, at('2026-03-18'), { decision: 'UPHOLD', opinion: 'x' }).kind).toBe('forbidden');
  desk.send('DECIDE_REVIEW', CITY, at('2026-03-18'), { decision: 'UPHOLD', opinion: 'x' });
  desk.send('RECORD_SERVICE', CITY, at('2026-03-18'), { method: 'in-person', receivedOn: '2026-03-18' });
  desk.send('REQUEST_RECHECK', CLERK, at('2026-03-18'), { receivedOn: '2026-03-18', reason: 'x' });
  expect(desk.state).toBe('rechecking');
  desk.send('SUSPEND', PROVINCE, at('2026-03-21'), { reason: 'hearing', from: '2026-03-21T10:00:00+08:00' });
  expect(desk.snapshot.open.map((one) => [one.rule, one.state])).toContainEqual(['PET-RECHECK', 'paused']);
  expect(desk.refuses('DECIDE_RECHECK', PROVINCE, at('2026-03-22'), { decision: 'UPHOLD', opinion: 'x' }).kind).toBe('refused');
  desk.send('RESUME', PROVINCE, at('2026-03-31'), { at: '2026-03-31T10:00:00+08:00' });
  expect(desk.armed('PET-RECHECK')?.dueDate).toBe('2026-04-27');
  desk.send('DECIDE_RECHECK', PROVINCE, at('2026-03-31'), { decision: 'UPHOLD', opinion: 'x' });
  desk.send('RECORD_SERVICE', PROVINCE, at('2026-03-31'), { method: 'in-person', receivedOn: '2026-03-31' });
  expect(desk.state).toBe('final');

  expect(desk.refuses('ARCHIVE', CLERK, at('2026-03-31')).reason.en).toContain('no return visit');
  expect(desk.refuses('RATE', HANDLER, at('2026-03-31'), { target: 'unit', value: 'satisfied', source: 'phone' }).kind).toBe('forbidden');
  expect(desk.refuses('RATE', CLERK, at('2026-03-31'), { target: 'centre', value: 'satisfied', source: 'phone' }).kind).toBe('forbidden');
  desk.send('RETURN_VISIT', CLERK, at('2026-03-31'), { outcome: 'explained', note: 'x' });
  desk.send('RATE', CLERK2, at('2026-03-31'), { target: 'unit', value: 'basically', source: 'phone' });
  desk.send('RATE', CLERK2, at('2026-03-31'), { target: 'centre', value: 'satisfied', source: 'phone' });
  expect(desk.refuses('RATE', CLERK2, at('2026-03-31'), { target: 'centre', value: 'satisfied', source: 'phone' }).kind).toBe('refused');
  desk.send('ARCHIVE', CLERK, at('2026-03-31'));
  expect(desk.state).toBe('archived');
  expect(desk.snapshot.open).toEqual([]);

  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  expect(JSON.stringify(desk.context).length).toBeLessThan(2_000);
});

it('fires what nobody did, once, and changes nothing else', () => {
  const desk = Desk.open({}, at('2026-03-06'));
  const due = desk.armed('PET-FWD');
  desk.pass('2026-03-23T15:59:59.999Z');
  expect(desk.factTypes()).toEqual(['case.registered', 'deadline.reminded']);
  desk.pass('2026-03-23T16:00:00.000Z');
  expect(desk.factTypes()).toEqual(['case.registered', 'deadline.reminded', 'deadline.passed', 'deadline.urged', 'supervision.opened']);
  expect([desk.state, desk.all('PET-FWD').map((one) => one.state)]).toEqual(['registered', ['fired']]);
  desk.send('FORWARD', CLERK, at('2026-03-25'), { unitId: HOUSING });
  expect(desk.all('PET-FWD')).toEqual([expect.objectContaining({ id: due?.id, state: 'fired', doneAt: at('2026-03-25') })]);
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});
