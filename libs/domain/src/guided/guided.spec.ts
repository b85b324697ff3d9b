import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HOUSING } from '../decide/case.fixture.ts';
import { decide } from '../decide/decide.ts';
import { foldCase } from '../decide/fold.ts';
import { migrate } from '../definitions/migration.ts';
import { definitionOf, PROCEDURE_DEFINITIONS, procedureBook } from '../definitions/procedures.ts';
import { projectCase } from '../access/projection.ts';

const NOW = at('2026-03-06');
const GUIDE = { route: 'ARBITRATION', organ: 'x', reason: 'x' };
const guided = (): Desk =>
  Desk.open({ route: 'ARBITRATION' }, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('GUIDE', HANDLER, NOW, GUIDE);
const filed = (legalProcedure: string): Desk =>
  guided().send('RECORD_FILING', HANDLER, at('2026-03-10'), { legalProcedure, acceptedOn: '2026-03-09', receiptNo: 'A-1' });

it.each([
  ['labour-arbitration', 'LAB-ARB', '2026-04-23', 15, '2026-05-08'],
  ['land-arbitration', 'LAND-ARB', '2026-05-08', 30, '2026-06-08'],
  ['reconsideration', 'RECON-DECIDE', '2026-05-08', 30, '2026-06-08'],
  ['information-disclosure', 'INFO-REPLY', '2026-04-07', 20, '2026-05-08'],
])('follows the clock of %s from the day it was accepted there, and its extension', (legalProcedure, rule, dueDate, days, extended) => {
  const desk = filed(legalProcedure);
  expect(desk.snapshot).toMatchObject({ procedureVersion: 2, state: 'guided', context: { memo: { filed: legalProcedure } } });
  expect(desk.armed(rule)).toMatchObject({ dueDate, owner: { role: 'handler', unitId: HOUSING } });
  expect(desk.refuses('RECORD_EXTENSION', HANDLER, at('2026-03-11'), { days: days + 1, reason: 'x' }).kind).toBe('invalid');
  desk.send('RECORD_EXTENSION', HANDLER, at('2026-03-11'), { days, reason: 'x' });
  expect(desk.armed(rule)?.dueDate).toBe(extended);
  expect(desk.refuses('RECORD_EXTENSION', HANDLER, at('2026-03-12'), { days: 1, reason: 'x' }).reason.en).toContain('once');
  desk.send('RECORD_RESULT', HANDLER, at('2026-03-20'), { result: 'x' });
  expect(desk.all(rule).map(({ state }) => state)).toEqual(['met']);
  expect(desk.send('ARCHIVE', CLERK, at('2026-03-20')).state).toBe('archived');
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('reminds whoever guided it and never supervises: the other organ’s delay is nobody’s here', () => {
  const desk = filed('labour-arbitration').pass(at('2026-12-01'));
  expect(desk.facts.filter(({ rule }) => rule === 'LAB-ARB').map(({ type }) => type)).toEqual(['deadline.reminded', 'deadline.passed']);
  expect(desk.lastNotices).toEqual([{ kind: 'deadline.passed', unitId: HOUSING, roles: ['handler', 'head'], rule: 'LAB-ARB' }]);
  expect(projectCase(desk.snapshot).overdue).toBe(false);
  expect(desk.refuses('RECORD_EXTENSION', HANDLER, at('2026-12-01'), { days: 15, reason: 'x' }).kind).toBe('refused');
  desk.send('RECORD_RESULT', HANDLER, at('2026-12-01'), { result: 'x' });
  expect(desk.snapshot.open).toEqual([]);
});

it('keeps the receipt where no limit is known, files once, and not in the future', () => {
  const desk = guided();
  const future = { legalProcedure: 'other', acceptedOn: '2026-03-07' };
  expect(desk.refuses('RECORD_FILING', HANDLER, NOW, future)).toMatchObject({ kind: 'invalid', field: 'acceptedOn' });
  desk.send('RECORD_FILING', CLERK, NOW, { legalProcedure: 'other', acceptedOn: '2026-03-06', receiptNo: '(2026)1' });
  expect(desk.snapshot.open).toEqual([]);
  expect(desk.facts.at(-1)).toMatchObject({ type: 'filing.recorded', data: { legalProcedure: 'other', receiptNo: '(2026)1' } });
  expect(desk.refuses('RECORD_FILING', HANDLER, NOW, future).kind).toBe('invalid');
  expect(desk.refuses('RECORD_FILING', HANDLER, at('2026-03-08'), future).kind).toBe('refused');
  expect(desk.refuses('RECORD_EXTENSION', HANDLER, NOW, { days: 1, reason: 'x' }).kind).toBe('refused');
  expect(desk.context.centreUnitId).toBe(CENTRE);
});

it('shows the person’s windows: a year to ask for labour arbitration, fifteen days to sue, and supervises nobody about them', () => {
  const desk = guided().send('OPEN_WINDOW', HANDLER, NOW, { legalProcedure: 'labour-arbitration', knewOn: '2026-03-02' });
  expect(desk.armed('LAB-APPLY')).toMatchObject({ dueDate: '2027-03-02', owner: { role: 'petitioner', unitId: null } });
  expect(desk.refuses('OPEN_WINDOW', HANDLER, NOW, { legalProcedure: 'other', knewOn: '2026-03-02' }).kind).toBe('refused');
  const lodged = { legalProcedure: 'labour-arbitration', lodgedOn: '2026-03-06' };
  expect(desk.refuses('RECORD_LODGING', HANDLER, NOW, { ...lodged, lodgedOn: '2026-03-07' })).toMatchObject({ field: 'lodgedOn' });
  desk.send('RECORD_LODGING', HANDLER, NOW, lodged);
  expect([desk.armed('LAB-APPLY'), desk.armed('LAB-ACCEPT')?.dueDate]).toEqual([undefined, '2026-03-11']);
  desk.send('RECORD_FILING', HANDLER, at('2026-03-10'), { legalProcedure: 'labour-arbitration', acceptedOn: '2026-03-09' });
  expect([desk.armed('LAB-ACCEPT'), desk.armed('LAB-DEFENCE')?.dueDate, desk.armed('LAB-ARB')?.dueDate]).toEqual([
    undefined,
    '2026-03-19',
    '2026-04-23',
  ]);
  desk.send('RECORD_RESULT', HANDLER, at('2026-04-10'), { result: 'x', servedOn: '2026-04-09' });
  expect(desk.snapshot.open.map(({ rule, dueDate }) => [rule, dueDate])).toEqual([['LAB-SUE', '2026-04-24']]);
  desk.pass(at('2026-06-01'));
  expect(projectCase(desk.snapshot).overdue).toBe(false);
  expect(desk.factTypes()).not.toContain('deadline.urged');
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it.each([
  ['reconsideration', 'RECON-APPLY', '2026-05-06', 'RECON-EXAMINE', '2026-03-13'],
  ['reconsideration-summary', 'RECON-APPLY', '2026-05-06', 'RECON-EXAMINE', '2026-03-13'],
  ['land-arbitration', null, null, 'LAND-ACCEPT', '2026-03-13'],
])('of %s the window is %s until %s, and the organ says by %s whether it takes it', (legalProcedure, window, until, accept, acceptBy) => {
  const desk = guided().send('OPEN_WINDOW', HANDLER, NOW, { legalProcedure, knewOn: '2026-03-06' });
  expect(window === null ? null : desk.armed(window)?.dueDate).toBe(until);
  desk.send('RECORD_LODGING', HANDLER, NOW, { legalProcedure, lodgedOn: '2026-03-06' });
  expect(desk.armed(accept)?.dueDate).toBe(acceptBy);
});

it('takes cases of version 1 over wherever they are; there they know nothing of filings', () => {
  const book = procedureBook(PROCEDURE_DEFINITIONS);
  expect(definitionOf('guided', 1).commands).not.toContain('RECORD_FILING');
  for (const state of definitionOf('guided', 1).states) {
    const one = { ...guided().snapshot, procedureVersion: 1, state };
    expect(migrate(one, 2, book)).toEqual({ ok: true, snapshot: { ...one, procedureVersion: 2 } });
  }
  const desk = guided();
  const first = { ...desk.snapshot, procedureVersion: 1 };
  const command = desk.command('RECORD_FILING', HANDLER, NOW, { legalProcedure: 'other', acceptedOn: '2026-03-06' });
  expect(decide(first, command, ENV)).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
  expect(decide({ ...first, procedureVersion: 2 }, command, ENV).ok).toBe(true);
});
