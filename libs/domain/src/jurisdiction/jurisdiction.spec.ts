import { at, CITY_HOUSING, CLERK, Desk, ENV, HANDLER, HOUSING, person } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';
import { superiorOfAll } from './superior-of-all.ts';

const EDUCATION = 'education.430407';
const TEACHER = person('handler', EDUCATION);
const NOW = at('2026-03-09');
const CASE = Desk.open();
const dispute = (patch: Readonly<Record<string, unknown>> = {}): Desk =>
  Desk.openOffice('jurisdiction', { caseId: CASE.context.caseId, unitId: HOUSING, organs: [EDUCATION], ...patch }, HANDLER, NOW);

it('is settled as soon as every organ names the same unit; an organ may change its mind', () => {
  const desk = dispute();
  expect([desk.armed('JUR-AGREE')?.dueDate, desk.lastNotices.map(({ unitId }) => unitId)]).toEqual(['2026-03-16', [HOUSING, EDUCATION]]);
  desk
    .send('STATE_POSITION', HANDLER, NOW, { unitId: EDUCATION, reason: 'x' })
    .send('STATE_POSITION', TEACHER, NOW, { unitId: HOUSING, reason: 'x' });
  expect(desk.state).toBe('registered');
  expect(desk.refuses('STATE_POSITION', CLERK, NOW, { unitId: HOUSING, reason: 'x' }).kind).toBe('forbidden');
  desk.send('STATE_POSITION', HANDLER, NOW, { unitId: HOUSING, reason: 'x' });
  expect([desk.state, desk.context.memo['jurisdiction']]).toMatchObject(['ruled', { ruling: { unitId: HOUSING, way: 'agreement' } }]);
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('goes to the common superior where there is one, else to the joint meeting; each has its own days', () => {
  const above = dispute({ superiorId: CITY_HOUSING }).send('TAKE_UP_DISPUTE', HANDLER, NOW, { reason: 'x' });
  expect([above.state, above.context.holderUnitId, above.armed('JUR-RULE')?.dueDate]).toEqual([
    'with-superior',
    CITY_HOUSING,
    '2026-03-23',
  ]);
  above.send('RULE_JURISDICTION', person('head', CITY_HOUSING), NOW, { unitId: EDUCATION, basis: 'x' });
  expect(above.context.memo['jurisdiction']).toMatchObject({ ruling: { unitId: EDUCATION, way: 'superior' } });
  expect(dispute().send('TAKE_UP_DISPUTE', TEACHER, NOW, { reason: 'x' }).state).toBe('with-meeting');
});

it('a resolution rules only if it is a ruling on jurisdiction of this very case', () => {
  const ruling = (kind: string, caseId = CASE.context.caseId): Desk =>
    Desk.openOffice(
      'resolution',
      { resolutionKind: kind, meetingId: 'm', officeUnitId: CLERK.unitId, unitId: EDUCATION, dueDate: '2026-04-01', caseId },
      CLERK,
      NOW,
    );
  const desk = dispute().send('TAKE_UP_DISPUTE', HANDLER, NOW, { reason: 'x' });
  for (const other of [ruling('other'), ruling('jurisdiction', 'another')])
    expect(desk.refuses('ADOPT_RESOLUTION', CLERK, NOW, { resolutionId: other.context.caseId }, [other]).kind).toBe('refused');
  expect(desk.refuses('ADOPT_RESOLUTION', CLERK, NOW, { resolutionId: 'nothing' }).code).toBe('unknown_reference');
  const fit = ruling('jurisdiction');
  desk.send('ADOPT_RESOLUTION', CLERK, NOW, { resolutionId: fit.context.caseId }, [fit]);
  expect(desk.context.memo['jurisdiction']).toMatchObject({ ruling: { unitId: EDUCATION, way: 'meeting' } });
});

it('nobody disputes alone, and none who is excluded from the case', () => {
  expect(() => dispute({ organs: [HOUSING] })).toThrow(/Two organs/);
  expect(() => dispute({ excluded: [{ unitId: EDUCATION, reason: 'respondent' }] })).toThrow(/excluded/);
});

it('the common superior is the nearest unit above them all', () => {
  const unit = (...ancestors: string[]) => ({ ancestors });
  expect(superiorOfAll([unit('city', 'province'), unit('other', 'city', 'province')])).toBe('city');
  expect(superiorOfAll([unit('a'), unit('b')])).toBeNull();
  expect(superiorOfAll([])).toBeNull();
});
