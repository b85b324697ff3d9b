import { foldCase } from './fold.ts';
import {
  at,
  AUDITOR,
  CENTRE,
  CITY,
  CLERK,
  CLERK2,
  Desk,
  ENV,
  HANDLER,
  HEAD,
  HOUSING,
  person,
  PETITIONER,
  SUPERVISOR,
} from './case.fixture.ts';

const DAY = '2026-03-06';
const NOW = at(DAY);
const REQUEST = { requestedBy: 'party-1', requestedOn: DAY, evidence: 'x' };
const OPINION = { outcome: 'EXPLAIN', request: 'x', facts: 'x', opinion: 'x', basis: 'x' };

const routed = (): Desk => Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
const handling = (): Desk => routed().send('ACCEPT', HANDLER, NOW);
const concluded = (): Desk =>
  handling()
    .send('ISSUE_OPINION', HANDLER, NOW, OPINION)
    .send('RECORD_SERVICE', HANDLER, NOW, { method: 'mail', receivedOn: DAY })
    .pass(at('2026-04-08', '00:00:00'));
const LATER = at('2026-04-08');

const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};

describe('withdrawing', () => {
  it('may be withdrawn while a refusal waits to be confirmed, and goes back to waiting', () => {
    const desk = routed().send('REFUSE', HANDLER, NOW, { reason: 'not-a-petition-matter' });
    const waiting = desk.snapshot.open.map((one) => [one.rule, one.dueDate]);
    desk.send('RECLASSIFY', CLERK, NOW, { categoryCode: '140302', reason: 'x' });
    desk.send('WITHDRAW', CLERK, NOW, REQUEST);
    expect([desk.state, desk.snapshot.open]).toEqual(['withdrawn', []]);
    desk.send('UNDO_WITHDRAW', PETITIONER, at('2026-03-21'));
    expect([desk.state, desk.snapshot.open.map((one) => [one.rule, one.dueDate])]).toEqual(['refusal-proposed', waiting]);
    expect(desk.send('CONFIRM', CLERK, at('2026-03-21')).state).toBe('refused');
    folds(desk);
  });

  it('comes back within fifteen days to where it was, with first due dates', () => {
    const desk = handling();
    desk.send('EXTEND', HEAD, NOW, { days: 10, reason: 'x' });
    const due = desk.armed('PET-HANDLE')?.dueDate;
    expect(desk.refuses('WITHDRAW', CLERK, NOW, { ...REQUEST, requestedBy: 'nobody' })).toMatchObject({
      kind: 'invalid',
      field: 'requestedBy',
    });
    expect(desk.refuses('WITHDRAW', CLERK, NOW, { ...REQUEST, requestedOn: '2026-03-07' })).toMatchObject({
      kind: 'invalid',
      field: 'requestedOn',
    });
    expect(desk.refuses('WITHDRAW', HANDLER, NOW, REQUEST).kind).toBe('forbidden');
    desk.send('WITHDRAW', CLERK, NOW, REQUEST);
    expect([desk.state, desk.snapshot.open, desk.all('PET-HANDLE').map((one) => one.state)]).toEqual(['withdrawn', [], ['cancelled']]);
    desk.send('UNDO_WITHDRAW', PETITIONER, at('2026-03-21'));
    expect([desk.state, desk.armed('PET-HANDLE')?.dueDate]).toEqual(['handling', due]);
    folds(desk);
    const late = handling().send('WITHDRAW', PETITIONER, NOW, { requestedOn: DAY, evidence: 'x' });
    expect(late.refuses('UNDO_WITHDRAW', PETITIONER, at('2026-03-22')).reason.en).toContain('2026-03-21');
  });

  it('is undone from every state it came from', () => {
    const objected = routed().send('OBJECT', HANDLER, NOW, { reason: 'x' });
    const answered = handling().send('ISSUE_OPINION', HANDLER, NOW, OPINION);
    for (const desk of [Desk.open({}, NOW), routed(), objected, handling(), answered]) {
      const { state } = desk;
      expect(desk.send('WITHDRAW', CLERK, NOW, REQUEST).send('UNDO_WITHDRAW', CLERK, NOW).state).toBe(state);
      folds(desk);
    }
  });
});

describe('merging', () => {
  it('goes into an open case of its kind and back', () => {
    const into = Desk.open({}, NOW);
    const suggestion = Desk.open({ class: 'SUGGESTION' }, NOW);
    const desk = routed();
    const intoCaseId = into.context.caseId;
    expect(desk.refuses('MERGE', CLERK, NOW, { intoCaseId })).toMatchObject({ kind: 'invalid', field: 'intoCaseId' });
    expect(desk.refuses('MERGE', CLERK, NOW, { intoCaseId: desk.context.caseId }, [desk]).kind).toBe('refused');
    expect(desk.refuses('MERGE', CLERK, NOW, { intoCaseId: suggestion.context.caseId }, [suggestion]).kind).toBe('refused');
    desk.send('MERGE', CLERK, NOW, { intoCaseId }, [into]);
    expect(desk.state).toBe('merged');
    expect(into.refuses('MERGE', CLERK, NOW, { intoCaseId: desk.context.caseId }, [desk]).kind).toBe('refused');
    desk.send('UNMERGE', CLERK, at('2026-03-10'));
    expect([desk.state, desk.armed('PET-NOTICE-FWD')?.dueDate, desk.armed('PET-OBJECT')?.dueDate]).toEqual([
      'routed',
      '2026-03-23',
      '2026-03-13',
    ]);
    folds(desk);
  });

  it('makes overdue what was overdue when it comes back', () => {
    const into = Desk.open({}, NOW);
    const desk = Desk.open({}, NOW).pass(at('2026-03-24'));
    desk.send('MERGE', CLERK, at('2026-03-24'), { intoCaseId: into.context.caseId }, [into]).send('UNMERGE', CLERK, at('2026-03-25'));
    expect(desk.armed('PET-FWD')?.dueDate).toBe('2026-03-23');
    desk.pass(at('2026-03-25'));
    expect(desk.all('PET-FWD').map((one) => one.state)).toEqual(['fired', 'fired']);
  });
});

describe('closing', () => {
  it('asks for the visit, and for an explanation of what stays unresolved', () => {
    const desk = concluded();
    expect(desk.refuses('ARCHIVE', CLERK, LATER).reason.zh).toContain('没有回访记录');
    expect(desk.refuses('ARCHIVE', HANDLER, LATER).kind).toBe('forbidden');
    expect(desk.refuses('RETURN_VISIT', HANDLER, LATER, { outcome: 'solved', note: 'x' }).kind).toBe('forbidden');
    desk.send('RETURN_VISIT', SUPERVISOR, LATER, { outcome: 'unresolved', note: 'x' });
    expect(desk.refuses('ARCHIVE', CLERK, LATER).reason.en).toContain('unresolved');
    desk.send('RETURN_VISIT', CLERK, LATER, { outcome: 'explained', note: 'x' }).send('ARCHIVE', CLERK, LATER);
    expect(desk.state).toBe('archived');
    folds(desk);
  });

  it('is done again once when the petitioner is dissatisfied', () => {
    const desk = concluded();
    expect(desk.refuses('REDO', CLERK, LATER, { reason: 'x' }).kind).toBe('refused');
    desk.send('RATE', PETITIONER, LATER, { target: 'unit', value: 'dissatisfied' });
    expect(desk.lastNotices).toEqual([{ kind: 'case.rated-dissatisfied', unitId: CENTRE, roles: ['clerk', 'supervisor'] }]);
    expect(desk.refuses('RATE', PETITIONER, LATER, { target: 'unit', value: 'satisfied' }).kind).toBe('refused');
    desk.send('RETURN_VISIT', CLERK, LATER, { outcome: 'solved', note: 'x' });
    expect(desk.refuses('ARCHIVE', CLERK, LATER).reason.en).toContain('dissatisfied');
    desk.send('REDO', CLERK, LATER, { reason: 'x' });
    expect([desk.state, desk.context.holderUnitId, desk.armed('PET-REDO')?.dueDate, desk.snapshot.open.length]).toEqual([
      'handling',
      HOUSING,
      '2026-05-08',
      1,
    ]);
    desk
      .send('ISSUE_OPINION', HANDLER, LATER, OPINION)
      .send('RECORD_SERVICE', HANDLER, LATER, { method: 'mail', receivedOn: '2026-04-08' });
    desk.pass(at('2026-06-01')).send('RATE', PETITIONER, at('2026-06-01'), { target: 'unit', value: 'dissatisfied' });
    expect(desk.refuses('REDO', CLERK, at('2026-06-01'), { reason: 'x' }).reason.en).toContain('already');
    expect(desk.send('ARCHIVE', CLERK, at('2026-06-01')).state).toBe('archived');
    folds(desk);
  });

  it('takes the word on the unit and the word on the centre apart: a satisfied one doesn’t outweigh the other', () => {
    const desk = concluded()
      .send('RATE', PETITIONER, LATER, { target: 'unit', value: 'dissatisfied' })
      .send('RATE', PETITIONER, LATER, { target: 'centre', value: 'satisfied' })
      .send('RETURN_VISIT', CLERK, LATER, { outcome: 'solved', note: 'x' });
    expect(desk.refuses('ARCHIVE', CLERK, LATER).reason.en).toContain('dissatisfied');
    expect(desk.send('REDO', CLERK, LATER, { reason: 'x' }).state).toBe('handling');
  });

  it('is visited by nobody who handled it, in whatever unit he works since', () => {
    const moved = { ...person('clerk', CENTRE, HANDLER.userId ?? ''), roles: ['clerk', 'supervisor'] as const };
    const desk = concluded();
    expect(desk.refuses('RETURN_VISIT', moved, LATER, { outcome: 'solved', note: 'x' }).kind).toBe('forbidden');
    expect(desk.refuses('RATE', moved, LATER, { target: 'unit', value: 'satisfied', source: 'phone' }).kind).toBe('forbidden');
  });

  it('has nothing to do again where nobody accepted it', () => {
    const desk = Desk.open({}, NOW)
      .send('WITHDRAW', CLERK, NOW, REQUEST)
      .send('RATE', PETITIONER, NOW, { target: 'centre', value: 'dissatisfied' });
    expect(desk.refuses('REDO', CLERK, NOW, { reason: 'x' }).reason.en).toContain('never accepted');
    desk.send('RETURN_VISIT', CLERK, NOW, { outcome: 'explained', note: 'x' });
    expect(desk.send('ARCHIVE', CLERK, NOW).state).toBe('archived');
  });

  it('counts staff’s ratings apart, and none of whoever took part', () => {
    const desk = concluded();
    for (const by of [HANDLER, HEAD, CLERK, person('head', HOUSING, 'another-head')]) {
      expect(desk.refuses('RATE', by, LATER, { target: 'unit', value: 'satisfied', source: 'phone' }).kind).toBe('forbidden');
    }
    desk.send('RATE', PETITIONER, LATER, { target: 'unit', value: 'satisfied' });
    desk.send('RATE', CLERK2, LATER, { target: 'unit', value: 'satisfied', source: 'phone' });
    expect(desk.facts.slice(-2).map((one) => one.data?.['side'])).toEqual(['public', 'staff']);
  });
});

describe('recusal', () => {
  it('holds at every later command of that person, and of nobody else', () => {
    const desk = routed().send('RECUSE', HANDLER, NOW, { reason: 'x' });
    for (const type of ['ACCEPT', 'OBJECT', 'RECUSE'])
      expect(desk.refuses(type, HANDLER, NOW, { reason: 'x' })).toMatchObject({ kind: 'refused', code: 'case.person_recused' });
    desk.send('ACCEPT', HEAD, NOW);
    for (const type of ['ISSUE_OPINION', 'HOLD_HEARING'])
      expect(desk.refuses(type, HANDLER, NOW, OPINION).code).toBe('case.person_recused');
    folds(desk);
  });

  it('is decided for another by the head of his unit only', () => {
    const desk = handling();
    const userId = HANDLER.userId;
    expect(desk.refuses('RECUSE', CLERK, NOW, { userId, userIdUnit: HOUSING, reason: 'x' }).kind).toBe('forbidden');
    expect(desk.refuses('RECUSE', CITY, NOW, { userId, userIdUnit: HOUSING, reason: 'x' }).kind).toBe('forbidden');
    desk.send('RECUSE', HEAD, NOW, { userId, userIdUnit: HOUSING, reason: 'x' });
    expect(desk.refuses('ISSUE_OPINION', HANDLER, NOW, OPINION).code).toBe('case.person_recused');
  });
});

describe('material and the rest', () => {
  it('is added without a change of state, and the holder is told', () => {
    const desk = handling().send('ADD_MATERIAL', PETITIONER, NOW, { text: 'x' });
    expect([desk.state, desk.lastNotices]).toEqual(['handling', [{ kind: 'material.added', unitId: HOUSING, roles: ['handler', 'head'] }]]);
    expect(desk.refuses('ADD_MATERIAL', AUDITOR, NOW, { text: 'x' }).kind).toBe('forbidden');
  });

  it('knows no command of that name', () => {
    expect(handling().refuses('NONSENSE', HANDLER, NOW)).toMatchObject({ kind: 'invalid', code: 'command.unknown' });
  });
});
