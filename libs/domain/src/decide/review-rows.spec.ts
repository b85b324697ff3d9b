import { at, CITY, CITY_HOUSING, CLERK, Desk, HANDLER, HEAD, HOUSING, PETITIONER, PROVINCE } from './case.fixture.ts';
import { DAY, NOW, OPINION, EDUCATION, served, reviewing, reviewServed, folds } from './petition-steps.fixture.ts';

describe('review', () => {
  it('remands what was revoked, in the transaction of the service, to the first unit', () => {
    const desk = reviewing().send('DECIDE_REVIEW', CITY, NOW, { decision: 'REVOKE', opinion: 'x' });
    desk.send('RECORD_SERVICE', CITY, NOW, { method: 'mail', receivedOn: DAY });
    expect([desk.state, desk.context.holderUnitId, desk.armed('PET-REDO')?.dueDate, desk.armed('PET-RECHECK-REQ')]).toEqual([
      'handling',
      HOUSING,
      '2026-04-07',
      undefined,
    ]);
    expect(desk.factTypes().slice(-2)).toEqual(['service.recorded', 'case.remanded']);
    expect(desk.refuses('EXTEND', HEAD, NOW, { days: 5, reason: 'x' }).kind).toBe('refused');
    desk.send('ISSUE_OPINION', HANDLER, NOW, OPINION);
    expect(desk.all('PET-REDO').map((one) => one.state)).toEqual(['met']);
    folds(desk);
    const again = reviewServed()
      .send('REQUEST_RECHECK', PETITIONER, NOW, { reason: 'x' })
      .send('DECIDE_RECHECK', PROVINCE, NOW, { decision: 'REVOKE', opinion: 'x' });
    expect(again.send('RECORD_SERVICE', PROVINCE, NOW, { method: 'mail', receivedOn: DAY }).state).toBe('handling');
  });

  it('concludes when the window passes; a request of the last day, keyed in late, still counts', () => {
    const desk = served();
    const last = desk.armed('PET-REVIEW-REQ')?.dueDate ?? '';
    expect(last).toBe('2026-04-07');
    desk.pass(at('2026-04-08', '00:00:00'));
    expect([desk.state, desk.factTypes().slice(-2)]).toEqual(['concluded', ['deadline.passed', 'case.concluded']]);
    const late = at('2026-04-08');
    expect(desk.refuses('REQUEST_REVIEW', CLERK, late, { receivedOn: '2026-04-08', reason: 'x' }).reason.en).toContain(last);
    expect(desk.refuses('REQUEST_RECHECK', CLERK, late, { receivedOn: last, reason: 'x' }).kind).toBe('refused');
    expect(desk.refuses('REQUEST_REVIEW', CLERK, late, { receivedOn: '2026-04-09', reason: 'x' }).kind).toBe('invalid');
    expect(desk.refuses('REQUEST_REVIEW', CLERK, late, { receivedOn: '2026-03-05', reason: 'x' }).kind).toBe('invalid');
    expect(desk.refuses('REQUEST_REVIEW', CLERK, late, { receivedOn: last, postedOn: '2026-04-08', reason: 'x' })).toMatchObject({
      kind: 'invalid',
      field: 'postedOn',
    });
    desk.send('REQUEST_REVIEW', CLERK, late, { receivedOn: '2026-04-08', postedOn: last, reason: 'x' });
    expect([desk.state, desk.context.holderUnitId, desk.armed('PET-REVIEW')?.dueDate]).toEqual(['reviewing', CITY_HOUSING, '2026-05-08']);
    expect(desk.all('PET-REVIEW-REQ')).toEqual([expect.objectContaining({ state: 'fired', doneAt: at(last, '00:00:00') })]);
    folds(desk);
    const recheck = reviewServed().pass(at('2026-04-08', '00:00:00'));
    expect([recheck.state, recheck.send('REQUEST_RECHECK', CLERK, late, { receivedOn: last, reason: 'x' }).state]).toEqual([
      'concluded',
      'rechecking',
    ]);
  });

  it('goes to a unit that reviews the holder, and to nobody where there is none', () => {
    expect(served().refuses('REQUEST_REVIEW', CLERK, NOW, { receivedOn: DAY, reason: 'x', toUnitId: EDUCATION })).toMatchObject({
      kind: 'invalid',
      field: 'toUnitId',
    });
    const top = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: 'housing-construction.430000' });
    top
      .send('ACCEPT', PROVINCE, NOW)
      .send('ISSUE_OPINION', PROVINCE, NOW, OPINION)
      .send('RECORD_SERVICE', PROVINCE, NOW, { method: 'mail', receivedOn: DAY });
    expect(top.refuses('REQUEST_REVIEW', CLERK, NOW, { receivedOn: DAY, reason: 'x' })).toMatchObject({
      kind: 'refused',
      code: 'review.no_superior',
    });
  });

  it('suspends for a hearing with dates that can be', () => {
    const desk = reviewServed().send('REQUEST_RECHECK', PETITIONER, NOW, { reason: 'x' });
    expect(desk.refuses('SUSPEND', PROVINCE, NOW, { reason: 'hearing', from: at('2026-03-07') }).kind).toBe('invalid');
    expect(desk.refuses('SUSPEND', PROVINCE, NOW, { reason: 'hearing', from: at('2026-03-05') }).kind).toBe('invalid');
    expect(desk.refuses('RESUME', PROVINCE, NOW, { at: NOW }).kind).toBe('refused');
    desk.send('SUSPEND', PROVINCE, at('2026-03-08'), { reason: 'hearing', from: at('2026-03-07') });
    expect(desk.refuses('SUSPEND', PROVINCE, at('2026-03-08'), { reason: 'hearing', from: at('2026-03-07') }).kind).toBe('refused');
    expect(desk.refuses('RESUME', PROVINCE, at('2026-03-08'), { at: at('2026-03-06') }).kind).toBe('invalid');
    expect(desk.refuses('RESUME', PROVINCE, at('2026-03-08'), { at: at('2026-03-09') }).kind).toBe('invalid');
    desk.send('RESUME', PROVINCE, at('2026-03-09'), { at: at('2026-03-09') });
    folds(desk);
  });
});
