import type { Instant } from '../case/deadline.ts';
import type { Decision } from '../case/decision.ts';
import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HOUSING, person } from '../decide/case.fixture.ts';
import { decide, foldCase } from '../decide/index.ts';
import { folds, routed } from '../decide/petition-steps.fixture.ts';
import { whyNotDisputed } from './index.ts';

const EDUCATION = 'education.430407';
const TEACHER = person('handler', EDUCATION);
const ENGINE = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null } as const;
const NOW = at('2026-03-12');
const RULED = { disputeId: 'dispute-1', rulingWay: 'superior', unitId: EDUCATION };

const settle = (desk: Desk, payload: Readonly<Record<string, unknown>> = RULED, now: Instant = NOW): Decision =>
  decide(desk.snapshot, desk.command('SETTLE_JURISDICTION', ENGINE, now, payload), ENV);
const settled = (desk: Desk, payload: Readonly<Record<string, unknown>> = RULED): Desk =>
  desk.send('SETTLE_JURISDICTION', ENGINE, NOW, payload);
const clocks = (desk: Desk): readonly unknown[] => desk.snapshot.open.map(({ rule, dueDate, owner }) => [rule, dueDate, owner.unitId]);

it('hands the case to the unit that was ruled responsible, without a hop, and every limit keeps its day', () => {
  const desk = routed();
  const due = desk.armed('PET-NOTICE-FWD')?.dueDate;
  const { hops } = desk.context;
  settled(desk);
  expect([desk.state, desk.context.holderUnitId, desk.context.leadUnitId, desk.context.earlierHolders]).toEqual([
    'routed',
    EDUCATION,
    EDUCATION,
    [CENTRE, HOUSING],
  ]);
  expect(desk.context.hops).toEqual(hops);
  expect(clocks(desk)).toEqual([['PET-NOTICE-FWD', due, EDUCATION]]);
  expect(desk.facts.at(-1)).toEqual({
    type: 'jurisdiction.settled',
    data: { disputeId: 'dispute-1', from: HOUSING, rulingWay: 'superior', to: EDUCATION },
  });
  expect(desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])).toEqual([
    ['jurisdiction.settled', EDUCATION],
    ['jurisdiction.left', HOUSING],
  ]);
  // A ruling binds: it is taken up, not objected to.
  expect(desk.refuses('OBJECT', TEACHER, NOW, { reason: 'x' }).kind).toBe('refused');
  expect(desk.refuses('ACCEPT', HANDLER, NOW).kind).toBe('forbidden');
  expect(desk.send('ACCEPT', TEACHER, NOW).state).toBe('handling');
  folds(desk);
});

it('goes on being handled where it was handled; a remand goes to the unit that has it now', () => {
  const desk = routed().send('ACCEPT', HANDLER, NOW);
  const due = desk.armed('PET-HANDLE')?.dueDate;
  settled(desk);
  expect([desk.state, desk.context.firstUnitId, clocks(desk)]).toEqual(['handling', EDUCATION, [['PET-HANDLE', due, EDUCATION]]]);
  folds(desk);
});

it('answers what was asked for meanwhile: a return, a refusal; what waits at the counter is received', () => {
  const objected = settled(routed().send('OBJECT', HANDLER, NOW, { reason: 'x' }));
  expect([objected.state, objected.context.holderUnitId]).toEqual(['routed', EDUCATION]);
  const refused = routed();
  const due = refused.armed('PET-NOTICE-FWD')?.dueDate;
  settled(refused.send('REFUSE', HANDLER, NOW, { reason: 'no-concrete-claim' }));
  expect([refused.state, refused.context.memo['proposal'], clocks(refused)]).toEqual([
    'routed',
    undefined,
    [['PET-NOTICE-FWD', due, EDUCATION]],
  ]);
  const fresh = settled(Desk.open({}, at('2026-03-06')));
  expect([fresh.state, clocks(fresh)]).toEqual(['routed', [['PET-NOTICE-FWD', '2026-03-27', EDUCATION]]]);
  for (const desk of [objected, refused, fresh]) folds(desk);
});

it('of a work order the ruled unit is designated: it may not return it', () => {
  const desk = Desk.open({ procedure: 'hotline' }).send('DISPATCH', CLERK, at('2026-03-06'), { unitId: HOUSING });
  desk.send('RETURN_ORDER', HANDLER, at('2026-03-09'), { reason: 'x' });
  settled(desk);
  expect([desk.state, desk.context.holderUnitId, clocks(desk).length]).toEqual(['dispatched', EDUCATION, 2]);
  expect(desk.refuses('RETURN_ORDER', TEACHER, NOW, { reason: 'x' }).kind).toBe('refused');
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('what was late stays with whoever was late', () => {
  const desk = routed().pass(at('2026-04-01'));
  settled(desk, RULED);
  expect(desk.snapshot.open.filter(({ rule }) => rule === 'PET-NOTICE-FWD').map(({ state, owner }) => [state, owner.unitId])).toEqual([
    ['fired', HOUSING],
  ]);
});

it('is carried out once, and not where nobody has to answer for it any more', () => {
  const desk = settled(routed());
  expect(settle(desk)).toMatchObject({ ok: false, refusal: { code: 'jurisdiction.settled' } });
  expect(settle(desk, { ...RULED, disputeId: 'dispute-2', unitId: HOUSING }).ok).toBe(true);
  const gone = routed().send('WITHDRAW', CLERK, NOW, { requestedBy: 'party-1', requestedOn: '2026-03-12' });
  expect(settle(gone)).toMatchObject({ ok: false, refusal: { code: 'jurisdiction.moot' } });
  const sealed = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' });
  expect([whyNotDisputed(sealed.snapshot)?.code, settle(sealed)]).toMatchObject(['jurisdiction.moot', { ok: false }]);
  expect(settle(routed(), { disputeId: 'dispute-1' })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
});
