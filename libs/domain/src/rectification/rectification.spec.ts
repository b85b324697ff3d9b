import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING, SUPERVISOR } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/index.ts';
import { rectificationOpening, whyNotRectified } from './index.ts';

const NOW = at('2026-03-06');
const VISIT = { outcome: 'unresolved', note: 'x' };
const settled = (): Desk =>
  Desk.open({}, NOW)
    .send('FORWARD', CLERK, NOW, { unitId: HOUSING })
    .send('ACCEPT', HANDLER, NOW)
    .send('SETTLE', HANDLER, NOW, { consents: ['party-1'], agreement: 'x' });
const asked = (): Desk =>
  settled()
    .send('RETURN_VISIT', CLERK, NOW, VISIT)
    .beside(rectificationOpening({ unitId: HOUSING, by: CENTRE }), CLERK, NOW);

describe('what a visit found', () => {
  it('is put right by its unit, checked by somebody else on the spot, asked for again, and published in codes', () => {
    const desk = asked();
    expect([desk.state, desk.armed('RECT-REPLY')?.dueDate, desk.armed('RECT-REPLY')?.owner.unitId]).toEqual([
      'rectifying',
      '2026-03-20',
      HOUSING,
    ]);
    expect(desk.lastNotices).toEqual([{ kind: 'rectification.asked', unitId: HOUSING, roles: ['handler', 'head'] }]);
    expect(desk.refuses('REPORT_RECTIFICATION', CLERK, NOW, { report: 'x' }).kind).toBe('forbidden');
    desk.send('REPORT_RECTIFICATION', HANDLER, NOW, { report: 'x' });
    expect([desk.state, desk.armed('RECT-CHECK')?.owner.unitId]).toEqual(['rectified', CENTRE]);
    expect(desk.refuses('CHECK_RECTIFICATION', HEAD, NOW, { passed: true, finding: 'x' }).kind).toBe('forbidden');
    desk.send('CHECK_RECTIFICATION', CLERK, NOW, { passed: false, finding: 'x' });
    expect([desk.state, desk.all('RECT-REPLY').map(({ state }) => state)]).toEqual(['rectifying', ['met', 'armed']]);
    desk.send('REPORT_RECTIFICATION', HEAD, NOW, { report: 'x' }).send('CHECK_RECTIFICATION', CLERK, NOW, { passed: true, finding: 'x' });
    expect(desk.refuses('PUBLISH_RESULT', HEAD, NOW, { how: 'repaired' }).kind).toBe('forbidden');
    desk.send('PUBLISH_RESULT', SUPERVISOR, NOW, { how: 'repaired' });
    expect([desk.state, desk.snapshot.open, desk.context.memo.rectification]).toEqual([
      'result-published',
      [],
      { by: CENTRE, reports: 2, sentBack: 1, checkedOn: '2026-03-06', how: 'repaired', publishedOn: '2026-03-06' },
    ]);
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('that isn’t put right in time is urged, then supervised', () => {
    const desk = asked().pass(at('2026-04-01'));
    expect(desk.facts.map(({ type }) => type).filter((type) => /deadline|supervision/.test(type))).toEqual([
      'deadline.reminded',
      'deadline.passed',
      'deadline.urged',
      'supervision.opened',
    ]);
  });

  it('of a confidential matter is kept', () => {
    const main = settled().send('RETURN_VISIT', CLERK, NOW, VISIT);
    main.snapshot = { ...main.snapshot, context: { ...main.context, confidential: true } };
    const desk = main.beside(rectificationOpening({ unitId: HOUSING, by: CENTRE }), CLERK, NOW);
    desk
      .send('REPORT_RECTIFICATION', HANDLER, NOW, { report: 'x' })
      .send('CHECK_RECTIFICATION', CLERK, NOW, { passed: true, finding: 'x' });
    expect(desk.refuses('PUBLISH_RESULT', SUPERVISOR, NOW, { how: 'repaired' }).reason.en).toContain('confidential');
    expect(desk.send('KEEP_UNPUBLISHED', SUPERVISOR, NOW, { reason: 'x' }).state).toBe('result-kept');
  });

  it('is asked of a unit that had the case, after a visit, and never because of an accusation', () => {
    expect(whyNotRectified(settled().snapshot, HOUSING)?.reason.en).toContain('visit first');
    const visited = settled().send('RETURN_VISIT', CLERK, NOW, VISIT).snapshot;
    expect([whyNotRectified(visited, HOUSING), whyNotRectified(visited, CENTRE)?.kind]).toEqual([null, 'refused']);
    const sealed = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' });
    expect(whyNotRectified(sealed.snapshot, HOUSING)?.basis).toContain('第30条');
  });
});
