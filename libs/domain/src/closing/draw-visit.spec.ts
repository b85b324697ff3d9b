import { at, CENTRE, CLERK, Desk, ENGINE, ENV, HANDLER, HOUSING, PETITIONER } from '../decide/case.fixture.ts';
import { decide, foldCase } from '../decide/index.ts';
import type { Decision } from '../case/decision.ts';

const NOW = at('2026-03-06');
const CLOSED = at('2026-03-06', '11:00:00');
const DRAWN = { closedAt: CLOSED, planId: 'plan', visits: 0 };
const refused = (): Desk => Desk.open({}, NOW).send('REFUSE', CLERK, CLOSED, { reason: 'no-concrete-claim' });
const drawn = (): Desk => refused().send('DRAW_VISIT', ENGINE, CLOSED, DRAWN);

describe('a case that a plan drew', () => {
  it('is visited by the centre within its clock, which is reminded of and urged, and ends with the visit', () => {
    const desk = drawn();
    expect(desk.armed('VISIT-DRAWN')).toMatchObject({ dueDate: '2026-03-20', owner: { role: 'clerk', unitId: CENTRE } });
    expect(desk.lastNotices).toEqual([{ kind: 'visit.drawn', unitId: CENTRE, roles: ['clerk', 'supervisor'] }]);
    desk.pass(at('2026-04-01'));
    expect(desk.facts.map(({ type }) => type).slice(-3)).toEqual(['deadline.reminded', 'deadline.passed', 'deadline.urged']);
    desk.send('RETURN_VISIT', CLERK, at('2026-04-01'), { outcome: 'solved', note: 'x' });
    expect(desk.all('VISIT-DRAWN')).toEqual([expect.objectContaining({ state: 'fired', doneAt: at('2026-04-01') })]);
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('is drawn once for each closing, by the engine alone, and not where somebody has been there since', () => {
    const again = (desk: Desk, by = ENGINE): Decision => decide(desk.snapshot, desk.command('DRAW_VISIT', by, CLOSED, DRAWN), ENV);
    expect(again(drawn())).toMatchObject({ ok: false, refusal: { code: 'visit.not_owed' } });
    expect(again(refused(), CLERK)).toMatchObject({ ok: false, refusal: { code: 'command.unknown' } });
    const visited = refused().send('RETURN_VISIT', CLERK, CLOSED, { outcome: 'solved', note: 'x' });
    expect(again(visited)).toMatchObject({ ok: false, refusal: { code: 'visit.not_owed' } });
    expect(again(Desk.open({}, NOW))).toMatchObject({ ok: false, refusal: { code: 'visit.not_owed' } });
  });

  it('owes no visit any more once it is taken up again', () => {
    const desk = Desk.open({}, NOW)
      .send('FORWARD', CLERK, NOW, { unitId: HOUSING })
      .send('ACCEPT', HANDLER, NOW)
      .send('WITHDRAW', CLERK, CLOSED, { requestedBy: 'party-1', requestedOn: '2026-03-06', evidence: 'x' })
      .send('DRAW_VISIT', ENGINE, CLOSED, DRAWN)
      .send('UNDO_WITHDRAW', PETITIONER, at('2026-03-07'));
    expect(desk.all('VISIT-DRAWN').map(({ state }) => state)).toEqual(['superseded']);
  });
});
