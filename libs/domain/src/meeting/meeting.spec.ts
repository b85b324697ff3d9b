import { at, CENTRE, CLERK, CLERK2, Desk, ENV, HANDLER, HEAD, HOUSING, person } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';
import { whyNotResolve } from './resolving.ts';

const EDUCATION = 'education.430407';
const NOW = at('2026-03-09');
const MATTER = Desk.open();
const meeting = (): Desk =>
  Desk.openOffice('joint-meeting', { unitId: CENTRE, level: 'city', members: [HOUSING, EDUCATION] }, CLERK, NOW).send(
    'PUT_ON_AGENDA',
    CLERK,
    NOW,
    { caseId: MATTER.context.caseId, agendaReason: 'unsolved', matter: 'x' },
    [MATTER],
  );
const held = (): Desk =>
  meeting()
    .send('CONVENE', CLERK, NOW, { date: '2026-03-12', convenor: 'x', place: 'x' })
    .send('RECORD_MEETING', CLERK, at('2026-03-12'), { date: '2026-03-12', present: [HOUSING], minutes: 'x' });
const resolution = (excluded: readonly unknown[] = []): Desk =>
  Desk.openOffice(
    'resolution',
    { resolutionKind: 'listed-supervision', meetingId: 'm', officeUnitId: CENTRE, unitId: HOUSING, dueDate: '2026-03-20', excluded },
    CLERK,
    NOW,
  );
const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};

it('is prepared, convened, held, and concluded when its resolutions are carried out', () => {
  const desk = meeting();
  expect(desk.armed('JM-CONVENE')?.dueDate).toBe('2026-03-23');
  expect(desk.context.memo['about']).toEqual([MATTER.context.caseId]);
  desk.send('CONVENE', CLERK, NOW, { date: '2026-03-12', convenor: 'x', place: 'x' });
  expect(desk.lastNotices.map(({ kind, unitId }) => [kind, unitId])).toEqual([
    ['meeting.convened', HOUSING],
    ['meeting.convened', EDUCATION],
  ]);
  expect([desk.armed('JM-CONVENE'), desk.armed('JM-HOLD')?.dueDate]).toEqual([undefined, '2026-03-12']);
  desk.send('RECORD_MEETING', CLERK2, at('2026-03-12'), { date: '2026-03-12', present: [HOUSING], minutes: 'x' });
  expect(desk.refuses('CLOSE_MEETING', CLERK, at('2026-03-13'), { openResolutions: 1 }).kind).toBe('refused');
  desk.send('CLOSE_MEETING', CLERK, at('2026-03-13'), { openResolutions: 0, resolutions: 2 }).send('ARCHIVE', CLERK, at('2026-03-13'));
  expect([desk.state, desk.context.class]).toEqual(['archived', 'RECORD']);
  folds(desk);
});

it('is convened with a case on its agenda and two members, by its office alone, for a day to come', () => {
  const empty = Desk.openOffice('joint-meeting', { unitId: CENTRE, level: 'city', members: [HOUSING] }, CLERK, NOW);
  const call = { date: '2026-03-12', convenor: 'x', place: 'x' };
  expect(empty.refuses('CONVENE', CLERK, NOW, call).reason.en).toMatch(/agenda/);
  expect(empty.refuses('CONVENE', HANDLER, NOW, call).kind).toBe('forbidden');
  expect(meeting().refuses('CONVENE', CLERK, NOW, { ...call, date: '2026-03-08' }).kind).toBe('invalid');
  expect(empty.refuses('ADD_MEMBER', CLERK, NOW, { unitId: HOUSING }).kind).toBe('refused');
  expect(meeting().refuses('RECORD_MEETING', CLERK, NOW, { date: '2026-03-09', present: [CENTRE] }).code).toBe('unknown_reference');
});

it('hears of no sealed case, of none twice, and of none that its office may not know', () => {
  const sealed = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' });
  const agenda = (known: Desk): Readonly<Record<string, unknown>> => ({ caseId: known.context.caseId, agendaReason: 'other' });
  expect(meeting().refuses('PUT_ON_AGENDA', CLERK, NOW, agenda(sealed), [sealed]).basis).toContain('30');
  expect(meeting().refuses('PUT_ON_AGENDA', CLERK, NOW, agenda(MATTER), [MATTER]).kind).toBe('refused');
  expect(meeting().refuses('PUT_ON_AGENDA', CLERK, NOW, agenda(MATTER)).code).toBe('unknown_reference');
});

it('a case on the agenda brings the units that are excluded from it: they are no members and are told nothing', () => {
  const unit = { id: 'party-2', role: 'respondent' as const, kind: 'organisation' as const, unitId: EDUCATION };
  const about = Desk.open({ parties: [{ id: 'party-1', role: 'petitioner', kind: 'person', unitId: null }, unit] });
  expect(about.context.excluded.map(({ unitId }) => unitId)).toContain(EDUCATION);
  const desk = meeting().send('PUT_ON_AGENDA', CLERK, NOW, { caseId: about.context.caseId, agendaReason: 'measure', matter: 'x' }, [about]);
  desk.send('CONVENE', CLERK, NOW, { date: '2026-03-12', convenor: 'x', place: 'x' });
  expect(desk.lastNotices.map(({ unitId }) => unitId)).toEqual([HOUSING]);
});

it('resolves once it was held, of a case on its agenda, by its office', () => {
  const { caseId } = MATTER.context;
  expect(whyNotResolve(meeting().snapshot, CLERK, caseId)?.from).toBe('held');
  expect(whyNotResolve(held().snapshot, HANDLER, caseId)?.kind).toBe('forbidden');
  expect(whyNotResolve(held().snapshot, CLERK, 'another')?.kind).toBe('invalid');
  expect(whyNotResolve(MATTER.snapshot, CLERK, undefined)?.kind).toBe('refused');
  expect(whyNotResolve(held().snapshot, CLERK, caseId)).toBeNull();
});

it('a resolution is owed by a date, reported on, returned, reported again and struck off by the office', () => {
  const desk = resolution();
  expect([desk.armed('JM-RESOLUTION')?.dueDate, desk.lastNotices]).toEqual([
    '2026-03-20',
    [{ kind: 'resolution.made', unitId: HOUSING, roles: ['handler', 'head'] }],
  ]);
  expect(desk.refuses('REPORT_RESOLUTION', CLERK, NOW, { progress: 'done', report: 'x' }).kind).toBe('forbidden');
  desk.send('REPORT_RESOLUTION', HANDLER, NOW, { progress: 'under-way', report: 'x' });
  expect(desk.state).toBe('registered');
  desk.send('REPORT_RESOLUTION', HANDLER, at('2026-03-10'), { progress: 'done', report: 'x' });
  expect([desk.state, desk.all('JM-RESOLUTION').at(-1)?.state, desk.armed('JM-CHECK')?.dueDate]).toEqual(['reported', 'met', '2026-03-17']);
  expect(desk.refuses('ACCEPT_REPORT', HANDLER, at('2026-03-10'), { evidence: 'x' }).kind).toBe('forbidden');
  desk.send('RETURN_REPORT', CLERK, at('2026-03-11'), { dueDate: '2026-03-31', reason: 'x' });
  expect(desk.armed('JM-RESOLUTION')?.dueDate).toBe('2026-03-31');
  desk.send('REPORT_RESOLUTION', HEAD, at('2026-03-12'), { progress: 'done', report: 'x' });
  desk.send('ACCEPT_REPORT', CLERK, at('2026-03-13'), { evidence: 'x' }).send('ARCHIVE', CLERK, at('2026-03-13'));
  expect(desk.context.memo['resolution']).toMatchObject({ kind: 'listed-supervision', reports: 3 });
  folds(desk);
});

it('one that is not carried out in time is urged, supervised and replied to', () => {
  const desk = resolution().pass(at('2026-03-21', '00:00:00'));
  expect(desk.factTypes().slice(-3)).toEqual(['deadline.passed', 'deadline.urged', 'supervision.opened']);
  desk.send('REPLY_SUPERVISION', HANDLER, at('2026-03-23'), { reply: 'x' });
  expect(desk.factTypes().at(-1)).toBe('supervision.replied');
});

it('nobody who is excluded from the case owes its resolution, and none is due in the past', () => {
  expect(() => resolution([{ unitId: HOUSING, reason: 'respondent' }])).toThrow(/excluded/);
  const late = { resolutionKind: 'other', meetingId: 'm', officeUnitId: CENTRE, unitId: HOUSING, dueDate: '2026-03-08' };
  expect(() => Desk.openOffice('resolution', late, CLERK, NOW)).toThrow(/past/);
  expect(() => Desk.openOffice('joint-meeting', {}, person('clerk', CENTRE), NOW)).toThrow(/level/);
});
