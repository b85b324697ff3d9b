import { at, CENTRE, CITY, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING, person, PETITIONER } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';
import { options } from '../decide/options.ts';

const RECEIVED = at('2026-03-06');
const ACCEPTED = at('2026-03-10');
const OPINION = { outcome: 'SUPPORT', request: 'x', facts: 'x', opinion: 'x', basis: 'x' };
const accepted = (): Desk =>
  Desk.open({ procedure: 'simplified' }, RECEIVED).send('FORWARD', CLERK, RECEIVED, { unitId: HOUSING }).send('ACCEPT', HANDLER, ACCEPTED);
const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};

it('gives ten working days from the acceptance, and an opinion that is served and reviewed like any other', () => {
  const desk = accepted();
  expect(desk.snapshot).toMatchObject({ procedure: 'simplified', procedureVersion: 1, state: 'handling' });
  expect(desk.context.memo).toMatchObject({ simplified: { ground: 'clear-facts' } });
  // Ten working days after Tuesday 10 March.
  expect(desk.armed('PET-SIMPLE')?.dueDate).toBe('2026-03-24');
  expect(desk.armed('PET-HANDLE')).toBeUndefined();
  expect(desk.refuses('EXTEND', HEAD, ACCEPTED, { days: 10, reason: 'x' }).reason.en).toContain('no “Extend”');

  desk.send('ISSUE_OPINION', HANDLER, at('2026-03-11'), OPINION);
  expect(desk.all('PET-SIMPLE').map(({ state }) => state)).toEqual(['met']);
  desk.send('RECORD_SERVICE', HANDLER, at('2026-03-12'), { method: 'in-person', receivedOn: '2026-03-12' });
  expect([desk.state, desk.armed('PET-REVIEW-REQ')?.dueDate]).toEqual(['served', '2026-04-13']);
  desk.send('REQUEST_REVIEW', PETITIONER, at('2026-03-20'), { reason: 'x' });
  expect(desk.snapshot).toMatchObject({ procedure: 'simplified', state: 'reviewing' });
  // What a review revokes is no simple matter any more.
  desk
    .send('DECIDE_REVIEW', CITY, at('2026-03-23'), { decision: 'REVOKE', opinion: 'x' })
    .send('RECORD_SERVICE', CITY, at('2026-03-24'), { method: 'mail', receivedOn: '2026-03-24' });
  expect(desk.snapshot).toMatchObject({ procedure: 'petition', state: 'handling', context: { holderUnitId: HOUSING } });
  expect(desk.armed('PET-REDO')).toBeDefined();
  folds(desk);
});

it('turns into the ordinary procedure by itself when the ten days are over: sixty from the original acceptance, nobody supervised', () => {
  const desk = accepted().pass(at('2026-03-24', '23:59:59'));
  expect([desk.snapshot.procedure, desk.factTypes().at(-1)]).toEqual(['simplified', 'deadline.reminded']);
  desk.pass(at('2026-03-25', '00:00:00'));
  expect(desk.snapshot).toMatchObject({ procedure: 'petition', procedureVersion: 1, state: 'handling' });
  expect(desk.facts.at(-1)).toMatchObject({
    type: 'case.converted',
    data: { acceptedAt: ACCEPTED, from: 'simplified', procedure: 'petition' },
  });
  // Sixty days after 10 March: 9 May, a make-up working day.
  expect(desk.armed('PET-HANDLE')).toMatchObject({ triggerAt: ACCEPTED, dueDate: '2026-05-09' });
  // Armed, reminded, passed: its passing and its end are one change of the row.
  expect(desk.all('PET-SIMPLE')).toEqual([expect.objectContaining({ state: 'fired', doneAt: at('2026-03-25', '00:00:00'), version: 3 })]);
  expect(desk.lastNotices).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'case.converted', unitId: HOUSING })]));
  desk.pass(at('2026-04-20'));
  expect(desk.factTypes()).not.toContain('supervision.opened');
  desk.send('EXTEND', HEAD, at('2026-04-20'), { days: 30, reason: 'x' });
  expect(desk.armed('PET-HANDLE')?.dueDate).toBe('2026-06-08');
  folds(desk);
});

it('is turned by its holder, before the acceptance too, and by nobody else', () => {
  const desk = accepted();
  expect(desk.refuses('CONVERT', person('handler', 'petition-office.430407'), at('2026-03-11'), { reason: 'x' }).kind).toBe('forbidden');
  expect(desk.refuses('CONVERT', CLERK, at('2026-03-11'), { reason: 'x' }).kind).toBe('forbidden');
  desk.send('CONVERT', HANDLER, at('2026-03-11'), { reason: '需实地核查' });
  expect([desk.snapshot.procedure, desk.armed('PET-HANDLE')?.triggerAt]).toEqual(['petition', ACCEPTED]);
  expect(desk.all('PET-SIMPLE').map(({ state }) => state)).toEqual(['cancelled']);
  expect(desk.refuses('CONVERT', HANDLER, at('2026-03-12'), { reason: 'x' }).reason.en).toContain('no “Turn into');
  folds(desk);

  const early = Desk.open({ procedure: 'simplified' }, RECEIVED).send('CONVERT', CLERK, RECEIVED, { reason: 'x' });
  expect(early.snapshot).toMatchObject({ procedure: 'petition', state: 'registered', context: { holderUnitId: CENTRE } });
  expect(early.snapshot.open.map(({ rule }) => rule)).toEqual(['PET-FWD']);
  folds(early);
});

it('keeps to its ten days through a withdrawal that is undone', () => {
  const desk = accepted()
    .send('WITHDRAW', CLERK, at('2026-03-11'), { requestedBy: 'party-1', requestedOn: '2026-03-11', evidence: 'x' })
    .send('UNDO_WITHDRAW', PETITIONER, at('2026-03-12'));
  expect([desk.state, desk.snapshot.procedure, desk.armed('PET-SIMPLE')?.dueDate]).toEqual(['handling', 'simplified', '2026-03-24']);
  desk.pass(at('2026-03-26'));
  expect(desk.armed('PET-HANDLE')?.triggerAt).toBe(ACCEPTED);
  folds(desk);
});

it('is not accepted any more once the matter is none of the kind, which is said beforehand', () => {
  const desk = Desk.open({ procedure: 'simplified' }, RECEIVED).send('FORWARD', CLERK, RECEIVED, { unitId: HOUSING });
  const repeated = { ...desk.snapshot, context: { ...desk.context, memo: { simplified: { ground: 'clear-facts', repeated: true } } } };
  const { allowed, blocked } = options(repeated, HANDLER, ACCEPTED, ENV);
  expect(allowed.map(({ type }) => type)).toContain('CONVERT');
  expect(blocked.find(({ type }) => type === 'ACCEPT')).toMatchObject({
    basis: '《信访事项简易办理办法（试行）》',
    reason: { en: expect.stringContaining('first time') as string },
  });
});

it('is what class, route and eligibility leave to a choice; another category keeps it, another route doesn’t', () => {
  expect(Desk.open({ procedure: 'simplified', repeated: true }, RECEIVED).snapshot.procedure).toBe('petition');
  const desk = Desk.open({}, RECEIVED).send('RECLASSIFY', CLERK, RECEIVED, {
    procedure: 'simplified',
    settledProcedure: 'simplified',
    simplifiedGround: 'everyday-life',
    reason: 'x',
  });
  expect(desk.snapshot).toMatchObject({
    procedure: 'simplified',
    state: 'registered',
    context: { memo: { simplified: { ground: 'everyday-life' } } },
  });
  desk.send('RECLASSIFY', CLERK, RECEIVED, { categoryCode: '010901', reason: 'x' });
  expect(desk.snapshot.procedure).toBe('simplified');
  // A wish that the counter didn't settle changes nothing: histories from before the procedure was offered lead where they led.
  expect(Desk.open({}, RECEIVED).send('RECLASSIFY', CLERK, RECEIVED, { procedure: 'simplified', reason: 'x' }).snapshot.procedure).toBe(
    'petition',
  );
  desk.send('RECLASSIFY', CLERK, RECEIVED, { route: 'ARBITRATION', reason: 'x' });
  expect(desk.snapshot.procedure).toBe('guided');
  folds(desk);
});
