import { at, CENTRE, CITY, CITY_HOUSING, CLERK, CLERK2, Desk, HANDLER, HEAD, HOUSING, LEADER, person, SUPERVISOR } from './case.fixture.ts';
import { DAY, NOW, OPINION, PETITION_OFFICE, EDUCATION, routed, handling, answered, final, folds } from './petition-steps.fixture.ts';

describe('passing on', () => {
  it('goes on through a petition office within its division, three times at most', () => {
    const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: PETITION_OFFICE });
    desk.send('FORWARD', person('handler', PETITION_OFFICE), NOW, { unitId: EDUCATION });
    expect(desk.all('PET-NOTICE-FWD').map((one) => one.state)).toEqual(['superseded', 'armed']);
    expect(desk.refuses('FORWARD', person('handler', EDUCATION), NOW, { unitId: HOUSING })).toMatchObject({ kind: 'forbidden' });
    desk.send('OBJECT', person('handler', EDUCATION), NOW, { reason: 'x' });
    desk.send('AGREE_RETURN', person('head', PETITION_OFFICE), NOW, { reason: 'x' });
    expect([desk.state, desk.context.holderUnitId, desk.armed('PET-NOTICE-FWD')?.dueDate]).toEqual([
      'routed',
      PETITION_OFFICE,
      '2026-03-23',
    ]);
    desk.send('ASSIGN', person('handler', PETITION_OFFICE), NOW, { unitId: HOUSING, dueDate: '2026-03-07' });
    desk.send('OBJECT', HANDLER, NOW, { reason: 'x' }).send('AGREE_RETURN', person('handler', PETITION_OFFICE), NOW, { reason: 'x' });
    expect(desk.refuses('FORWARD', person('handler', PETITION_OFFICE), NOW, { unitId: HOUSING }).reason.en).toContain('3 times');
    folds(desk);
  });

  it('returns to the centre with the first due date', () => {
    const desk = routed();
    desk.send('OBJECT', HANDLER, at('2026-03-09'), { reason: 'x' }).send('AGREE_RETURN', CLERK, at('2026-03-09'), { reason: 'x' });
    expect([desk.state, desk.context.holderUnitId, desk.armed('PET-FWD')?.dueDate]).toEqual(['registered', CENTRE, '2026-03-23']);
    expect(desk.all('PET-NOTICE-FWD').map((one) => one.state)).toEqual(['met']);
    folds(desk);
  });

  it('lets the right to object lapse and nothing else', () => {
    const desk = routed().pass(at('2026-03-14', '00:00:00'));
    expect([desk.state, desk.all('PET-OBJECT').map((one) => one.state)]).toEqual(['routed', ['fired']]);
    expect(desk.refuses('OBJECT', HANDLER, at('2026-03-14'), { reason: 'x' }).reason.en).toContain('2026-03-13');
    desk.send('ACCEPT', HANDLER, at('2026-03-14'));
    folds(desk);
  });

  it('owes nobody a notice where no petitioner is named', () => {
    const desk = Desk.open({ anonymous: true }, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
    expect(desk.snapshot.open.map((one) => one.rule)).toEqual(['PET-OBJECT']);
    desk.send('OBJECT', HANDLER, NOW, { reason: 'x' }).send('AGREE_RETURN', CLERK, NOW, { reason: 'x' });
    expect(desk.snapshot.open.map((one) => one.rule)).toEqual(['PET-FWD']);
    desk.send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('ACCEPT', HANDLER, NOW);
    expect(desk.snapshot.open.map((one) => one.rule)).toEqual(['PET-HANDLE']);
    folds(desk);
    expect(Desk.open({ anonymous: true, direct: true, by: HANDLER }, NOW).snapshot.open).toEqual([]);
  });

  it('asks for a report after an assignment, whatever the state', () => {
    const desk = Desk.open({}, NOW);
    expect(desk.refuses('ASSIGN', CLERK, NOW, { unitId: HOUSING, dueDate: '2026-03-05' })).toMatchObject({
      kind: 'invalid',
      field: 'dueDate',
    });
    desk.send('ASSIGN', CLERK, NOW, { unitId: HOUSING, dueDate: '2026-03-28' });
    // A date that a person set is not rolled: 2026-03-28 is a Saturday.
    expect(desk.armed('PET-ASSIGN')?.dueDate).toBe('2026-03-28');
    desk.send('ACCEPT', HANDLER, NOW);
    expect(desk.refuses('REPORT_BACK', person('handler', EDUCATION), NOW, { report: 'x' }).kind).toBe('forbidden');
    desk.send('REPORT_BACK', HANDLER, NOW, { report: 'x' });
    expect([desk.state, desk.all('PET-ASSIGN').map((one) => one.state)]).toEqual(['handling', ['met']]);
    expect(desk.refuses('REPORT_BACK', HANDLER, NOW, { report: 'x' }).kind).toBe('refused');
    // Without an assignment the holder learns that none is owed, everybody else that it isn't his to report.
    expect(routed().refuses('REPORT_BACK', HANDLER, NOW, { report: 'x' }).kind).toBe('refused');
    expect(routed().refuses('REPORT_BACK', CLERK, NOW, { report: 'x' }).kind).toBe('forbidden');
  });

  it('refuses the target that already holds it, an unknown one and another’s case', () => {
    const desk = Desk.open({}, NOW);
    expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: CENTRE }).kind).toBe('refused');
    expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: 'nobody' }).kind).toBe('invalid');
    expect(desk.refuses('FORWARD', HANDLER, NOW, { unitId: HOUSING }).kind).toBe('forbidden');
    expect(routed().refuses('FORWARD', CLERK, NOW, { unitId: EDUCATION }).kind).toBe('forbidden');
  });
});

describe('received directly', () => {
  const direct = (): Desk => Desk.open({ direct: true, by: HANDLER }, NOW);

  it('is accepted where it was registered, against PET-NOTICE-DIRECT', () => {
    const desk = direct();
    expect([desk.context.holderUnitId, desk.armed('PET-NOTICE-DIRECT')?.dueDate, desk.armed('PET-FWD')]).toEqual([
      HOUSING,
      '2026-03-23',
      undefined,
    ]);
    desk.send('ACCEPT', HEAD, NOW);
    expect([desk.state, desk.context.firstUnitId, desk.all('PET-NOTICE-DIRECT').map((one) => one.state)]).toEqual([
      'handling',
      HOUSING,
      ['met'],
    ]);
    folds(desk);
  });

  it('is refused at once by the organ, but never accepted by the centre without forwarding', () => {
    expect(direct().send('REFUSE', HANDLER, NOW, { reason: 'no-concrete-claim' }).state).toBe('refused');
    expect(Desk.open({}, NOW).refuses('ACCEPT', CLERK, NOW)).toMatchObject({ kind: 'refused', basis: '《信访工作条例》第22条' });
  });

  it('goes to the centre when it is about the organ itself', () => {
    const parties = [
      { id: 'p', role: 'petitioner', kind: 'person', unitId: null },
      { id: 'r', role: 'respondent', kind: 'organisation', unitId: HOUSING },
    ] as const;
    const desk = Desk.open({ direct: true, by: HANDLER, parties }, NOW);
    expect([desk.context.holderUnitId, desk.context.leadUnitId]).toEqual([CENTRE, CITY_HOUSING]);
    expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: HOUSING }).code).toBe('case.unit_excluded');
  });
});

describe('refusing and ending', () => {
  it('waits for the centre after routing, and goes back with the first due date', () => {
    const desk = routed().send('REFUSE', HANDLER, NOW, { reason: 'not-a-petition-matter' });
    expect([desk.state, desk.all('PET-NOTICE-FWD').map((one) => one.state)]).toEqual(['refusal-proposed', ['met']]);
    expect(desk.lastNotices).toEqual([{ kind: 'refusal.proposed', unitId: CENTRE, roles: ['clerk', 'supervisor'] }]);
    expect(desk.refuses('CONFIRM', HANDLER, NOW).kind).toBe('forbidden');
    desk.send('REJECT', LEADER, at('2026-03-10'), { reason: 'x' });
    expect([desk.state, desk.armed('PET-NOTICE-FWD')?.dueDate]).toEqual(['routed', '2026-03-23']);
    desk.send('REFUSE', HANDLER, NOW, { reason: 'not-a-petition-matter' }).send('CONFIRM', CLERK, NOW);
    expect(desk.state).toBe('refused');
    folds(desk);
  });

  it('refuses for a case pending elsewhere only with such a case', () => {
    const other = handling();
    const fresh = Desk.open({}, NOW);
    const desk = Desk.open({}, NOW);
    const caseId = other.context.caseId;
    expect(desk.refuses('REFUSE', CLERK, NOW, { reason: 'pending-elsewhere' })).toMatchObject({ kind: 'invalid', field: 'caseId' });
    expect(desk.refuses('REFUSE', CLERK, NOW, { reason: 'pending-elsewhere', caseId }).kind).toBe('invalid');
    expect(desk.refuses('REFUSE', CLERK, NOW, { reason: 'pending-elsewhere', caseId: fresh.context.caseId }, [fresh]).kind).toBe('refused');
    expect(desk.send('REFUSE', CLERK, NOW, { reason: 'pending-elsewhere', caseId }, [other]).state).toBe('refused');
    folds(desk);
  });

  it('no longer accepts what went through three levels, with a second person', () => {
    const prior = final();
    const priorCaseId = prior.context.caseId;
    const desk = Desk.open({}, NOW);
    expect(desk.refuses('NO_LONGER_ACCEPT', CLERK, NOW, { priorCaseId: desk.context.caseId, comparison: 'x' }, [desk]).kind).toBe(
      'refused',
    );
    expect(desk.refuses('NO_LONGER_ACCEPT', CLERK, NOW, { priorCaseId, comparison: 'x' }).kind).toBe('invalid');
    desk.send('NO_LONGER_ACCEPT', CLERK, NOW, { priorCaseId, comparison: 'x' }, [prior]);
    expect([desk.state, desk.all('PET-FWD').map((one) => one.state)]).toEqual(['ending-proposed', ['met']]);
    expect(desk.refuses('CONFIRM', CLERK, NOW).kind).toBe('forbidden');
    desk.send('REJECT', CLERK2, at('2026-03-10'), { reason: 'x' });
    expect([desk.state, desk.armed('PET-FWD')?.dueDate]).toEqual(['registered', '2026-03-23']);
    desk.send('NO_LONGER_ACCEPT', CLERK, NOW, { priorCaseId, comparison: 'x' }, [prior]).send('CONFIRM', SUPERVISOR, NOW);
    expect(desk.state).toBe('ended');
    folds(desk);
    const onward = routed()
      .send('NO_LONGER_ACCEPT', CLERK, NOW, { priorCaseId, comparison: 'x' }, [prior])
      .send('REJECT', CLERK, NOW, { reason: 'x' });
    expect([onward.state, onward.armed('PET-NOTICE-FWD')?.dueDate]).toEqual(['routed', '2026-03-23']);
  });

  it('guides from the counter and from the unit', () => {
    expect(Desk.open({}, NOW).send('GUIDE', CLERK, NOW, { route: 'ARBITRATION', organ: 'x', reason: 'x' }).state).toBe('guided');
    expect(routed().send('GUIDE', HANDLER, NOW, { route: 'ARBITRATION', organ: 'x', reason: 'x' }).snapshot.open).toEqual([]);
  });
});

describe('handling', () => {
  it('extends before expiry only', () => {
    const desk = handling().pass(at('2026-05-07', '00:00:00'));
    expect(desk.refuses('EXTEND', HEAD, at('2026-05-07'), { days: 10, reason: 'x' }).reason.en).toContain('2026-05-06');
    expect(desk.factTypes()).toContain('supervision.opened');
  });

  it('hears, mediates and settles with consent', () => {
    const parties = [
      { id: 'p', role: 'petitioner', kind: 'person', unitId: null },
      { id: 'r', role: 'respondent', kind: 'person', unitId: null },
    ] as const;
    const desk = Desk.open({ parties }, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('ACCEPT', HANDLER, NOW);
    desk.send('HOLD_HEARING', HANDLER, NOW, { date: DAY, place: 'x' });
    expect(desk.refuses('START_MEDIATION', HANDLER, NOW, { consents: ['p'] }).kind).toBe('refused');
    expect(desk.refuses('START_MEDIATION', HANDLER, NOW, { consents: ['p', 'nobody'] })).toMatchObject({
      kind: 'invalid',
      field: 'consents',
    });
    expect(desk.refuses('MEDIATION_ENDED', HANDLER, NOW, { result: 'failed' }).kind).toBe('refused');
    desk.send('START_MEDIATION', HANDLER, NOW, { consents: ['p', 'r'] });
    expect(desk.refuses('START_MEDIATION', HANDLER, NOW, { consents: ['p', 'r'] }).kind).toBe('refused');
    desk.send('MEDIATION_ENDED', HANDLER, NOW, { result: 'agreement' });
    expect(desk.refuses('SETTLE', HANDLER, NOW, { consents: [], agreement: 'x' }).kind).toBe('refused');
    expect(desk.refuses('SETTLE', HANDLER, NOW, { consents: ['p'], agreement: 'x' }).kind).toBe('refused');
    desk.send('SETTLE', HANDLER, NOW, { consents: ['r', 'p'], agreement: 'x' });
    expect([desk.state, desk.all('PET-HANDLE').map((one) => one.state)]).toEqual(['settled', ['met']]);
    folds(desk);
  });

  it('serves with a date that can be, flags what is unproven and executes what it supports', () => {
    const desk = answered();
    expect(desk.refuses('RECORD_SERVICE', HANDLER, NOW, { method: 'mail', receivedOn: '2026-03-07' }).kind).toBe('invalid');
    expect(desk.refuses('RECORD_SERVICE', HANDLER, NOW, { method: 'mail', receivedOn: DAY, partyId: 'nobody' })).toMatchObject({
      kind: 'invalid',
      field: 'partyId',
    });
    desk.send('RECORD_SERVICE', HANDLER, NOW, { method: 'mail', receivedOn: DAY, partyId: 'party-1', refused: true });
    expect(desk.facts.at(-1)).toEqual({
      type: 'service.recorded',
      data: { what: 'opinion', method: 'mail', receivedOn: DAY, partyId: 'party-1', refused: true, unproven: true },
    });
    expect(desk.refuses('SET_EXECUTION', CITY, NOW, { dueDate: '2026-06-01' }).kind).toBe('forbidden');
    desk.send('SET_EXECUTION', HANDLER, NOW, { dueDate: '2026-06-01' }).send('REPORT_EXECUTION', HEAD, NOW, { report: 'x' });
    expect(desk.state).toBe('served');
    const rejected = answered({ ...OPINION, outcome: 'REJECT' }).send('RECORD_SERVICE', HANDLER, NOW, {
      method: 'mail',
      receivedOn: DAY,
      proof: 'x',
    });
    expect(rejected.refuses('SET_EXECUTION', HANDLER, NOW, { dueDate: '2026-06-01' }).kind).toBe('refused');
    expect(rejected.facts.at(-1)?.data).not.toHaveProperty('unproven');
  });
});
