import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HOUSING, person, SUPERVISOR } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';

const OWN = 'petition-office.430400';
const ABOVE = 'petition-office.430000';
const EDUCATION = 'education.430407';
/** A Saturday night: minutes ask for no working day. */
const NOW = at('2026-03-07', '22:00:00');
const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const raised = (patch: Readonly<Record<string, unknown>> = {}): Desk =>
  Desk.openOffice(
    'urgent-matter',
    { unitId: CENTRE, urgentKind: 'domestic-violence', learnedAt: NOW, onCall: [HOUSING], ...patch },
    CLERK,
    NOW,
  );
const armed = (desk: Desk): Readonly<Record<string, string>> =>
  Object.fromEntries(desk.snapshot.open.filter(({ state }) => state === 'armed').map(({ rule, dueAt }) => [rule, dueAt]));
const reported = (desk: Desk, minutes = 10): Desk =>
  desk
    .send('REPORT_UP', CLERK, later(minutes), { reportTo: 'own-level', unitId: OWN, report: 'x' })
    .send('REPORT_UP', CLERK, later(minutes), { reportTo: 'next-level', unitId: ABOVE, report: 'x' })
    .send('REPORT_UP', CLERK, later(minutes), { reportTo: 'national', report: 'x' });

it('alerts whoever is on duty and on call at once, and its tiers run in minutes', () => {
  const desk = raised();
  expect(armed(desk)).toEqual({
    'URG-RESPOND': later(1),
    'URG-ASSEMBLE': later(3),
    'URG-ACT': later(5),
    'URG-OWN': later(30),
    'URG-UP': later(120),
    'URG-NATIONAL': later(120),
  });
  expect(desk.lastNotices.map(({ kind, unitId, roles }) => [kind, unitId, roles.join()])).toEqual([
    ['urgent.raised', CENTRE, 'clerk,supervisor'],
    ['urgent.raised', HOUSING, 'handler,head'],
    ['urgent.raised', CENTRE, 'supervisor,leader'],
  ]);
  desk.send('RESPOND', CLERK, later(1)).pass(later(4));
  // Responded at the instant that it passed: late; not called together in three minutes: supervised at once.
  expect(desk.all('URG-RESPOND').at(-1)).toMatchObject({ state: 'fired', doneAt: later(1) });
  expect(desk.facts.filter(({ rule }) => rule === 'URG-ASSEMBLE').map(({ type }) => type)).toEqual([
    'deadline.passed',
    'deadline.urged',
    'supervision.opened',
  ]);
  desk.send('ASSEMBLE', CLERK, later(4)).send('BEGIN_HANDLING', CLERK, later(5), { measures: 'x' });
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('whether a report is late is read off the recorded times alone', () => {
  const intime = reported(raised());
  expect(
    intime.facts
      .filter(({ type }) => type === 'urgent.reported')
      .map(({ data }) => [data?.['reportTo'], data?.['late'], data?.['minutes']]),
  ).toEqual([
    ['own-level', undefined, 10],
    ['next-level', undefined, 10],
    ['national', undefined, 10],
  ]);
  // Learned of two hours before it was written down: that it was typed in quickly doesn't make it prompt.
  const held = reported(raised({ learnedAt: later(-119) }), 0);
  expect(held.facts.filter(({ type }) => type === 'urgent.reported').map(({ data }) => [data?.['reportTo'], data?.['late']])).toEqual([
    ['own-level', true],
    ['next-level', undefined],
    ['national', undefined],
  ]);
  expect(held.all('URG-OWN').at(-1)?.state).toBe('fired');
  expect(() => raised({ learnedAt: later(1) })).toThrow(/future/);
});

it('goes to the next level’s petition office and, without a unit of ours, to the national office, once each', () => {
  const desk = reported(raised());
  expect(desk.refuses('REPORT_UP', CLERK, later(11), { reportTo: 'national', report: 'x' }).kind).toBe('refused');
  expect(raised().refuses('REPORT_UP', CLERK, later(1), { reportTo: 'next-level', unitId: OWN, report: 'x' }).code).toBe(
    'report_not_upward',
  );
  expect(raised().refuses('REPORT_UP', CLERK, later(1), { reportTo: 'national', unitId: ABOVE, report: 'x' }).code).toBe('report_unit');
  expect(raised().refuses('REPORT_UP', HANDLER, later(1), { reportTo: 'national', report: 'x' }).kind).toBe('forbidden');
});

it('whoever received a report confirms it, nobody for him; the national receipt is kept by the unit on duty', () => {
  const desk = reported(raised());
  const above = person('handler', ABOVE);
  expect(desk.refuses('CONFIRM_REPORT', CLERK, later(12), { reportTo: 'next-level' }).kind).toBe('forbidden');
  desk.send('CONFIRM_REPORT', above, later(12), { reportTo: 'next-level' });
  expect(desk.lastNotices).toEqual([{ kind: 'urgent.report-received', unitId: CENTRE, roles: ['clerk', 'supervisor'] }]);
  expect(desk.refuses('CONFIRM_REPORT', above, later(13), { reportTo: 'next-level' }).kind).toBe('refused');
  expect(desk.refuses('CONFIRM_REPORT', above, later(13), { reportTo: 'national' }).kind).toBe('forbidden');
  desk.send('CONFIRM_REPORT', CLERK, later(13), { reportTo: 'national', receiptNo: 'G-1' });
  expect(desk.context.memo['urgent']).toMatchObject({
    reports: [{ to: 'own-level' }, { to: 'next-level', receivedAt: later(12) }, { to: 'national', receivedAt: later(13) }],
  });
});

it('danger is handed to an emergency service with its receipt, and nothing ends unreported or without it', () => {
  const desk = raised().send('RESPOND', CLERK, NOW).send('ASSEMBLE', CLERK, NOW).send('BEGIN_HANDLING', CLERK, NOW, { measures: 'x' });
  expect(desk.refuses('CONCLUDE_URGENT', CLERK, later(6), { summary: 'x' }).basis).toContain('46');
  reported(desk).send('CALL_SERVICE', CLERK, later(11), { platform: '110', reason: 'x' });
  expect(armed(desk)['URG-RECEIPT']).toBe(later(41));
  expect(desk.refuses('CONCLUDE_URGENT', CLERK, later(12), { summary: 'x' }).kind).toBe('refused');
  expect(desk.refuses('KEEP_SERVICE_RECEIPT', CLERK, later(12), { platform: '119', receiptNo: 'A' }).kind).toBe('refused');
  desk
    .send('KEEP_SERVICE_RECEIPT', CLERK, later(12), { platform: '110', receiptNo: '110-7' })
    .send('LINK_PLAN', CLERK, later(13), { plan: 'YA-3' });
  desk.send('CONCLUDE_URGENT', CLERK, later(14), { summary: 'x' }).send('ARCHIVE', SUPERVISOR, later(15));
  expect(desk.state).toBe('archived');
});

it('a protection order is referred in domestic violence, once; the police come in only where a law is named', () => {
  const desk = raised().send('REFER_PROTECTION', CLERK, NOW, { organ: 'x', reason: 'x' });
  expect(desk.refuses('REFER_PROTECTION', CLERK, NOW, { organ: 'x', reason: 'x' }).kind).toBe('refused');
  expect(raised({ urgentKind: 'public-safety' }).refuses('REFER_PROTECTION', CLERK, NOW, { organ: 'x', reason: 'x' }).kind).toBe('refused');
  expect(desk.refuses('CALL_IN_UNIT', CLERK, NOW, { unitId: HOUSING }).kind).toBe('refused');
  desk.send('CALL_IN_UNIT', CLERK, NOW, { unitId: EDUCATION });
  expect(desk.lastNotices.map(({ unitId }) => unitId)).toEqual([EDUCATION]);
  const police = ENV.directory.units().find((unit) => unit.function === 'public-security');
  if (police !== undefined) {
    expect(desk.refuses('CALL_IN_UNIT', CLERK, NOW, { unitId: police.id }).code).toBe('police_without_basis');
    desk.send('CALL_IN_UNIT', CLERK, NOW, { unitId: police.id, lawBasis: 'x' });
  }
});
