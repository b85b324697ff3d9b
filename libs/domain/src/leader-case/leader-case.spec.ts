import { knowledge } from '../access/knowledge.ts';
import type { Refusal } from '../case/decision.ts';
import type { Actor } from '../case/snapshot.ts';
import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING, LEADER, person, SUPERVISOR } from '../decide/case.fixture.ts';
import { folds } from '../decide/petition-steps.fixture.ts';
import { openCase } from '../decide/open-case.ts';
import { CASE_HANDLER, DEPUTY, LEADS, named, NAMING, NOW, OTHER_PRINCIPAL, petition, PRINCIPAL } from './leader-case.fixture.ts';

/** Why it may not be opened. */
function refusalOf(asked: object, main = petition(), by: Actor = SUPERVISOR): Refusal {
  const opened = openCase(Desk.linking(main, 'leader-case', { leaderCase: { ...NAMING, ...asked } }, by, NOW), ENV);
  if (opened.ok) throw new Error('it was opened');
  return opened.refusal;
}

const duty = (desk: Desk, one: string, by: Actor = LEADER): Desk => desk.send('RECORD_DUTY', by, NOW, { duty: one, note: 'x' });

it('begins with one leader, one handler and three clocks, and tells both', () => {
  const desk = named();
  expect([desk.state, desk.context.holderUnitId, desk.armed('LEAD-TERM')?.dueDate]).toEqual(['registered', HOUSING, '2026-06-01']);
  expect(['LEAD-TAKE', 'LEAD-REPORT'].map((rule) => desk.armed(rule)?.dueDate)).toEqual(['2026-03-11', '2026-04-07']);
  expect(desk.lastNotices.map(({ kind, unitId, roles }) => [kind, unitId, roles])).toEqual([
    ['leader.named', CENTRE, ['leader']],
    ['case-handler.named', HOUSING, ['handler', 'head']],
  ]);
  folds(desk);
});

it('asks for the rank that the grade has, for a leader of the place, a handler whom the case has reached, and a date ahead', () => {
  expect(refusalOf({ leader: DEPUTY })).toMatchObject({ kind: 'refused', code: 'leader.rank_mismatch' });
  expect(named({ grade: 'ordinary', leader: DEPUTY }).state).toBe('registered');
  expect(refusalOf({ leader: { ...PRINCIPAL, division: '430421' } }).code).toBe('leader.of_another_place');
  expect(refusalOf({ handler: { userId: 'x', unitId: 'education.430407' } })).toMatchObject({ kind: 'invalid', field: 'handlerId' });
  expect(refusalOf({ dueDate: '2026-03-06' }).code).toBe('case.invalid_date');
  expect(refusalOf({}, petition(), CLERK).kind).toBe('forbidden');
});

it('is not opened beside what is sealed, beside another record, nor twice', () => {
  const sealed = Desk.open({ class: 'ACCUSATION', categoryCode: '050401', by: SUPERVISOR }, NOW);
  expect(refusalOf({}, sealed).kind).toBe('refused');
  expect(refusalOf({}, named()).kind).toBe('refused');
  const main = petition();
  const command = Desk.linking(main, 'leader-case', { leaderCase: NAMING }, SUPERVISOR, NOW);
  const again = openCase(
    { ...command, cases: { ...command.cases, [command.commandId]: { id: command.commandId, snapshot: main.snapshot } } },
    ENV,
  );
  expect(again).toMatchObject({ ok: false, refusal: { code: 'case.already_linked' } });
});

it('is concluded when its duties are done: what is solved was visited by somebody else than the handler, what is not was explained', () => {
  const desk = named();
  expect(desk.refuses('TAKE_CHARGE', SUPERVISOR, NOW).kind).toBe('forbidden');
  desk.send('TAKE_CHARGE', LEADER, NOW);
  expect([desk.state, desk.all('LEAD-TAKE').at(-1)?.state]).toEqual(['leading', 'met']);
  duty(desk, 'know-facts', HANDLER);
  duty(desk, 'act-lawfully', HANDLER);
  duty(desk, 'solve', HANDLER);
  const left = desk.refuses('CONCLUDE_LEADER_CASE', LEADER, NOW, { result: 'solved', summary: 'x' });
  expect([left.code, left.reason.zh]).toEqual(['leader.duties_left', '还有职责未履行：答复、回访。']);
  expect(desk.refuses('RECORD_DUTY', LEADER, NOW, { duty: 'return-visit', note: 'x' }).kind).toBe('refused');
  duty(desk, 'reply', HANDLER);
  expect(desk.refuses('RECORD_DUTY', HANDLER, NOW, { duty: 'return-visit', note: 'x' }).code).toBe('visit.by_handler');
  duty(desk, 'return-visit');
  expect(desk.refuses('CONCLUDE_LEADER_CASE', LEADER, NOW, { result: 'explained', summary: 'x' }).code).toBe('leader.duties_left');
  desk.send('CONCLUDE_LEADER_CASE', LEADER, NOW, { result: 'solved', summary: 'x' });
  expect([desk.state, desk.snapshot.open]).toEqual(['concluded', []]);
  desk.send('NAME_LEADER', SUPERVISOR, NOW, { leader: OTHER_PRINCIPAL, leaderId: 'x', grade: 'major', dueDate: '2026-07-01', reason: 'x' });
  expect([desk.state, desk.armed('LEAD-TAKE')?.owner]).toEqual(['registered', { role: 'leader', unitId: CENTRE }]);
  // Without an account of his own, the supervisor of the centre writes down that he came.
  desk.send('TAKE_CHARGE', SUPERVISOR, NOW);
  folds(desk);
});

it('has each report start the clock of the next, and supervises the unit that owes one, never the leader', () => {
  const desk = named().send('TAKE_CHARGE', LEADER, NOW);
  expect(desk.refuses('REPORT_PROGRESS', HEAD, NOW, { report: 'x' }).kind).toBe('forbidden');
  desk.send('REPORT_PROGRESS', HANDLER, at('2026-03-20'), { report: 'x' });
  expect([desk.all('LEAD-REPORT').map((one) => one.state), desk.armed('LEAD-REPORT')?.dueDate]).toEqual([['met', 'armed'], '2026-04-20']);
  desk.pass(at('2026-04-29'));
  const opened = desk.facts.filter(({ type }) => type === 'supervision.opened').map(({ rule, data }) => [rule, data?.['unitId']]);
  expect(opened).toEqual([['LEAD-REPORT', HOUSING]]);
  const late = named().pass(at('2026-03-13'));
  expect(late.factTypes()).toContain('deadline.urged');
  expect(late.factTypes()).not.toContain('supervision.opened');
});

it('changes leader, handler and grade with a reason, and tells who comes and who goes', () => {
  const desk = named().send('TAKE_CHARGE', LEADER, NOW);
  expect(desk.refuses('CHANGE_LEADER', SUPERVISOR, NOW, { leader: PRINCIPAL, reason: 'x' }).kind).toBe('refused');
  expect(desk.refuses('CHANGE_LEADER', SUPERVISOR, NOW, { leader: DEPUTY, reason: 'x' }).code).toBe('leader.rank_mismatch');
  desk.send('CHANGE_LEADER', SUPERVISOR, NOW, { leader: OTHER_PRINCIPAL, reason: 'x' });
  expect([desk.state, desk.armed('LEAD-TAKE') !== undefined, desk.lastNotices.map(({ kind }) => kind)]).toEqual([
    'registered',
    true,
    ['leader.replaced'],
  ]);
  expect(desk.refuses('REGRADE', SUPERVISOR, NOW, { grade: 'ordinary', reason: 'x' }).code).toBe('leader.rank_mismatch');
  desk.send('REGRADE', SUPERVISOR, NOW, { grade: 'ordinary', leader: DEPUTY, reason: 'x' });
  const handler = { userId: 'someone', unitId: CENTRE };
  const change = { handler, reachedUnitIds: [CENTRE, HOUSING], userId: 'someone', reason: 'x' };
  expect(desk.refuses('CHANGE_CASE_HANDLER', SUPERVISOR, NOW, { ...change, reachedUnitIds: [HOUSING] }).kind).toBe('invalid');
  expect(desk.refuses('CHANGE_CASE_HANDLER', SUPERVISOR, NOW, { ...change, handler: CASE_HANDLER }).kind).toBe('refused');
  desk.send('CHANGE_CASE_HANDLER', SUPERVISOR, NOW, change);
  expect([desk.context.holderUnitId, desk.armed('LEAD-TERM')?.owner.unitId, desk.armed('LEAD-REPORT')?.owner.unitId]).toEqual([
    CENTRE,
    CENTRE,
    CENTRE,
  ]);
  desk.send('RELEASE_LEADER', SUPERVISOR, NOW, { reason: 'x' });
  expect([desk.state, desk.snapshot.open]).toEqual(['released', []]);
  folds(desk);
});

it('gives a matter of the backlog a lead at each of four levels before it is concluded, one at a time', () => {
  expect(refusalOf({ kind: 'backlog' }).code).toBe('leader.no_backlog');
  const desk = named({ kind: 'backlog' }, petition(at('2025-03-06'))).send('TAKE_CHARGE', LEADER, NOW);
  for (const one of ['know-facts', 'act-lawfully', 'explain', 'reply']) duty(desk, one);
  const conclude = { result: 'explained', summary: 'x' };
  expect(desk.refuses('CONCLUDE_LEADER_CASE', LEADER, NOW, conclude).code).toBe('leader.team_incomplete');
  const [village] = LEADS;
  expect(desk.refuses('SEAT_TEAM_LEAD', SUPERVISOR, NOW, { level: 'city', leader: village }).code).toBe('leader.of_another_level');
  for (const leader of LEADS) desk.send('SEAT_TEAM_LEAD', SUPERVISOR, NOW, { level: leader.level, leader });
  expect(desk.refuses('SEAT_TEAM_LEAD', SUPERVISOR, NOW, { level: 'city', leader: PRINCIPAL }).code).toBe('leader.already_named');
  desk.send('SEAT_TEAM_LEAD', SUPERVISOR, NOW, { level: 'city', leader: PRINCIPAL, reason: 'x' });
  expect(desk.send('CONCLUDE_LEADER_CASE', LEADER, NOW, conclude).state).toBe('concluded');
  expect(named().refuses('SEAT_TEAM_LEAD', SUPERVISOR, NOW, { level: 'city', leader: PRINCIPAL }).kind).toBe('refused');
});

it('is known to units that the case has reached, and to no other', () => {
  const main = petition();
  const desk = named({}, main);
  for (const who of [
    HANDLER,
    HEAD,
    LEADER,
    SUPERVISOR,
    CLERK,
    person('head', 'education.430407'),
    person('leader', 'government-office.430421'),
  ])
    expect([who.userId, knowledge(desk.context, who)]).toEqual([who.userId, knowledge(main.context, who)]);
});
