import { childId } from '../case/command.ts';
import type { Deadline, OpenDeadline } from '../case/deadline.ts';
import { climbRung, dueRung } from './climb.ts';
import { presentDeadline } from './present.ts';
import { rederive } from './rederive.ts';
import { remaining } from './remaining.ts';
import { env, calendar, lateNotice, owner, COMMAND, utc, apply, only, start, climb } from './deadlines.fixture.ts';

describe('what remains', () => {
  const row = start('PET-FWD', '2026-02-05T10:00:00');
  it.each([
    ['2026-02-05T23:59:59', 19, 8],
    ['2026-02-24T23:59:59', 0, 0],
    ['2026-02-25T00:00:00', -1, -1],
    ['2026-03-01T00:00:00', -5, -4],
  ])('at %s: %i days, %i working days', (now, days, workingDays) => {
    expect(remaining(row, utc(now), calendar)).toEqual({ days, workingDays });
  });

  it('stands still once done', () => {
    expect(remaining({ ...row, state: 'met', doneAt: utc('2026-02-20T10:00:00') }, utc('2026-06-01T00:00:00'), calendar).days).toBe(4);
  });
});

describe('the ladder', () => {
  it('reminds, passes, urges and supervises, each once and none early', () => {
    let row: Deadline = start('PET-FWD', '2026-03-06T10:00:00');
    const seen: string[] = [];
    for (let guard = 0; row.nextAt !== null && row.nextStep !== null && guard < 9; guard++) {
      const claim = { step: row.nextStep, version: row.version };
      const early = new Date(Date.parse(row.nextAt) - 1).toISOString();
      expect(climbRung(row, claim, early, env)).toEqual({ stale: true });
      expect(climbRung(row, { ...claim, version: claim.version - 1 }, row.nextAt, env)).toEqual({ stale: true });
      const climbed = climbRung(row, claim, row.nextAt, env);
      if (climbed.stale) throw new Error('stale');
      seen.push(`${climbed.fact.type} ${row.nextAt}`);
      expect([climbed.noticeKind, climbed.fact.rule, climbed.row.version]).toEqual([climbed.fact.type, 'PET-FWD', row.version + 1]);
      expect(climbRung(climbed.row, claim, row.nextAt, env)).toEqual({ stale: true });
      row = climbed.row;
    }
    expect(row).toMatchObject({ state: 'fired', firedAt: row.dueAt, dueDate: '2026-03-23', nextStep: null });
    const midnight = utc('2026-03-24T00:00:00');
    expect(seen).toEqual([
      `deadline.reminded ${utc('2026-03-18T09:00:00')}`,
      `deadline.passed ${midnight}`,
      `deadline.urged ${midnight}`,
      `supervision.opened ${midnight}`,
    ]);
  });

  it('supervises notice duties five working days later', () => {
    const urged = climb(
      climb({ ...start('PET-NOTICE-FWD', '2026-03-06T10:00:00'), nextStep: 1, nextAt: utc('2026-03-24T00:00:00') }, '2026-03-24T00:00:00'),
      '2026-03-24T00:00:01',
    );
    expect([urged.nextStep, urged.nextAt]).toEqual([3, utc('2026-03-30T09:00:00')]);
  });

  it('skips a reminder that lies in the past, never the passing', () => {
    expect(start('PET-SERVE', '2026-02-13T10:00:00').nextStep).toBe(0);
    const late = only(apply([], '2026-06-01T10:00:00', [{ kind: 'start', rule: 'PET-FWD', triggerDate: '2026-03-06', owner }]).open);
    expect([late.nextStep, late.nextAt]).toEqual([1, late.dueAt]);
  });

  it('of an imported case starts at the import, but what has passed has passed', () => {
    const imported = only(
      apply([], '2026-06-01T10:00:00', [{ kind: 'start', rule: 'PET-NOTICE-FWD', triggerDate: '2026-03-06', owner }], {
        ladderFrom: utc('2026-06-01T10:00:00'),
      }).open,
    );
    const fired = climb(imported, '2026-06-01T10:00:00');
    expect([imported.nextStep, fired.state, fired.nextStep, fired.nextAt]).toEqual([1, 'fired', 2, utc('2026-06-01T10:00:00')]);
    const urged = climb(fired, '2026-06-01T10:00:00');
    expect([urged.nextStep, urged.nextAt]).toEqual([3, utc('2026-06-08T09:00:00')]);
  });

  it('finds the rung that is due first', () => {
    const open = [start('PET-NOTICE-FWD', '2026-03-06T10:00:00'), start('PET-OBJECT', '2026-03-06T10:00:00')];
    expect(dueRung(open, utc('2026-03-06T10:00:00'))).toBeUndefined();
    expect(dueRung(open, utc('2026-05-06T10:00:00'))).toMatchObject({
      deadline: { rule: 'PET-OBJECT' },
      claim: { step: 0, version: 1 },
      nextAt: utc('2026-03-12T09:00:00'),
    });
  });
});

describe('a late official notice', () => {
  const at = utc('2026-12-28T10:00:00');
  const row = start('PET-FWD', '2027-01-25T10:00:00');
  const elsewhere: OpenDeadline = { ...start('PET-FWD', '2026-03-06T10:00:00'), id: childId(COMMAND, 2) };

  it('moves what it touches and says from where to where', () => {
    const { rows, open, moved } = rederive([row, elsewhere], lateNotice.calendars.current('CN'), at, lateNotice);
    expect(moved).toEqual([{ deadlineId: row.id, rule: 'PET-FWD', from: '2027-02-09', to: '2027-02-12' }]);
    expect(only(rows)).toMatchObject({ dueDate: '2027-02-12', calendarVersion: 'cn-2027.1', version: 2, nextStep: 0 });
    expect(open).toEqual([only(rows), elsewhere]);
    expect(presentDeadline(only(rows), at, lateNotice)).toMatchObject({ dueDate: '2027-02-12', provisional: false });
  });

  it('leaves what has fired, and is idempotent', () => {
    const fired: OpenDeadline = { ...row, state: 'fired', firedAt: at };
    expect(rederive([fired], lateNotice.calendars.current('CN'), at, lateNotice)).toEqual({ rows: [], open: [fired], moved: [] });
    const once = rederive([row], lateNotice.calendars.current('CN'), at, lateNotice);
    expect(rederive(once.open, lateNotice.calendars.current('CN'), at, lateNotice).rows).toEqual([]);
  });

  it('moves a paused one too, without starting its ladder', () => {
    const paused: OpenDeadline = { ...row, state: 'paused', nextStep: null, nextAt: null };
    expect(only(rederive([paused], lateNotice.calendars.current('CN'), at, lateNotice).rows)).toMatchObject({
      state: 'paused',
      dueDate: '2027-02-12',
      nextAt: null,
    });
  });
});
