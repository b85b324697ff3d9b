import { at, CENTRE, CLERK, CLERK2, Desk, ENV, HANDLER, HEAD, HOUSING, LEADER, person, SUPERVISOR } from '../decide/case.fixture.ts';
import type { Actor } from '../case/snapshot.ts';
import { knowledge } from './knowledge.ts';
import { liesWithin } from './place.ts';
import { isOverdueDuty, projectCase } from './projection.ts';

const NOW = at('2026-03-06');
const PETITION_OFFICE = 'petition-office.430407';
const EDUCATION = 'education.430407';

function whoKnows(desk: Desk, people: readonly Actor[]): readonly string[] {
  return people.filter((one) => knowledge(desk.context, one) !== 'none').map((one) => one.userId ?? '');
}

it('reaches a unit with the case and stays with it', () => {
  const people = [HANDLER, person('head', PETITION_OFFICE), person('handler', EDUCATION), person('handler', 'housing-construction.430400')];
  const desk = Desk.open({}, NOW);
  expect(whoKnows(desk, people)).toEqual([]);
  desk.send('FORWARD', CLERK, NOW, { unitId: PETITION_OFFICE });
  expect(whoKnows(desk, people)).toEqual([`${PETITION_OFFICE}.head`]);
  desk.send('FORWARD', person('handler', PETITION_OFFICE), NOW, { unitId: HOUSING });
  expect(whoKnows(desk, people)).toEqual([`${HOUSING}.handler`, `${PETITION_OFFICE}.head`]);
  expect(projectCase(desk.snapshot).viewerUnitIds).toEqual([CENTRE, HOUSING, PETITION_OFFICE]);
});

it('reaches assisting units with the routed lead, and no excluded one', () => {
  const routing = {
    leadUnitId: HOUSING,
    assistUnitIds: [EDUCATION, 'human-resources.430407'],
    excluded: [{ unitId: EDUCATION, reason: 'respondent' }],
  };
  const desk = Desk.open({}, NOW).send('RECLASSIFY', CLERK, NOW, { categoryCode: '010903', reason: 'x', routing });
  expect(desk.context.assisting).toEqual([]);
  desk.send('FORWARD', CLERK, NOW, { unitId: HOUSING });
  expect(desk.context.assisting).toEqual(['human-resources.430407']);
  expect(knowledge(desk.context, person('head', 'human-resources.430407'))).toBe('full');
  expect(knowledge(desk.context, person('head', EDUCATION))).toBe('none');
});

it('is for those who answer for the place, not for other places, administrators or operators', () => {
  const desk = Desk.open({}, NOW);
  const yes = [
    CLERK,
    CLERK2,
    SUPERVISOR,
    LEADER,
    person('auditor', CENTRE),
    person('supervisor', 'governance-centre.430407'),
    person('leader', 'government-office.430000'),
  ];
  const no = [
    person('supervisor', 'governance-centre.430421'),
    person('admin', CENTRE),
    person('operator', CENTRE),
    person('leader', 'government-office.430421'),
  ];
  expect(whoKnows(desk, yes)).toHaveLength(yes.length);
  expect(whoKnows(desk, no)).toEqual([]);
});

it('lets the centre see what complains about it, to pass it on', () => {
  const parties = [{ id: 'r', role: 'respondent', kind: 'organisation', unitId: CENTRE }] as const;
  const desk = Desk.open({ parties, categoryCode: '140302' }, NOW);
  expect(knowledge(desk.context, CLERK)).toBe('full');
  expect(desk.send('FORWARD', CLERK, NOW, { unitId: EDUCATION }).state).toBe('routed');
});

it('projects the row: places, the next due instant, and what is overdue', () => {
  const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
  expect(projectCase(desk.snapshot)).toMatchObject({
    countyCode: '430407',
    cityCode: '430400',
    provinceCode: '430000',
    nextDueAt: at('2026-03-14', '00:00:00'),
    overdue: false,
    closed: false,
  });
  // The right to object has lapsed: nobody is late for that.
  expect(projectCase(desk.pass(at('2026-03-14')).snapshot).overdue).toBe(false);
  desk.pass(at('2026-03-24'));
  expect([projectCase(desk.snapshot).overdue, desk.snapshot.open.filter(isOverdueDuty).map((one) => one.rule)]).toEqual([
    true,
    ['PET-NOTICE-FWD'],
  ]);
  expect(projectCase(desk.send('ACCEPT', HEAD, at('2026-03-25')).snapshot).overdue).toBe(false);
});

it('nests places by their digits', () => {
  expect([
    liesWithin('430407', '430400'),
    liesWithin('430407001', '430407'),
    liesWithin('430421', '430407'),
    liesWithin('430400', '430407'),
    liesWithin('430400', '430400'),
    liesWithin('110000', '430000'),
  ]).toEqual([true, true, false, false, true, false]);
  expect(ENV.directory.division('430407')?.ancestors).toContain('430400');
});
