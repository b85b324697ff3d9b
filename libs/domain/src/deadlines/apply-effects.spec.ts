import { childId } from '../case/command.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import { climbRung } from './climb.ts';
import type { DeadlineEffect } from './deadline-effects.ts';
import { presentDeadline } from './present.ts';
import { remaining } from './remaining.ts';
import { isOverdue } from './stored-deadline.ts';
import { env, calendar, owner, COMMAND, utc, apply, only, start, climb } from './deadlines.fixture.ts';

describe('arming', () => {
  it('makes a row of version 1 with all its inputs', () => {
    expect(start('PET-HANDLE', '2026-03-06T10:00:00')).toEqual({
      id: childId(COMMAND, 1),
      rule: 'PET-HANDLE',
      state: 'armed',
      triggerAt: '2026-03-06T02:00:00.000Z',
      rulePack: 'national-2022',
      calendarVersion: 'cn-2026.1',
      extensionDays: 0,
      pauses: [],
      fixedDate: null,
      dueDate: '2026-05-06',
      dueAt: '2026-05-06T16:00:00.000Z',
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      owner,
      version: 1,
      nextStep: 0,
      // Three working days before: the holiday of 05-01 to 05-05 lies between.
      nextAt: utc('2026-04-28T09:00:00'),
      ladderFrom: null,
      firedAt: null,
      doneAt: null,
    });
  });

  it('numbers new ones from the first child on', () => {
    const effects: DeadlineEffect[] = ['PET-OBJECT', 'PET-NOTICE-FWD'].map((rule) => ({
      kind: 'start',
      rule,
      triggerAt: utc('2026-03-06T10:00:00'),
      owner,
    }));
    expect(apply([], '2026-03-06T10:00:00', effects, { firstChild: 7 }).rows.map((row) => row.id)).toEqual([
      childId(COMMAND, 7),
      childId(COMMAND, 8),
    ]);
  });

  it('arms nothing that the law of the day lacks, and refuses what no law has', () => {
    expect(apply([], '2021-03-08T10:00:00', [{ kind: 'start', rule: 'PET-OBJECT', triggerAt: utc('2021-03-08T10:00:00'), owner }])).toEqual(
      { rows: [], open: [], facts: [] },
    );
    expect(start('PET-HANDLE', '2021-03-08T10:00:00').rulePack).toBe('national-2005');
    expect(() => start('PET-NONE', '2026-03-06T10:00:00')).toThrow(RangeError);
  });

  it('takes a date set by a person, and only where one may be set', () => {
    const set = (rule: string, fixedDate?: string): OpenDeadline =>
      only(
        apply([], '2026-03-06T10:00:00', [
          { kind: 'start', rule, triggerDate: '2026-03-06', owner, ...(fixedDate === undefined ? {} : { fixedDate }) },
        ]).open,
      );
    expect(set('PET-ASSIGN', '2026-03-22').dueDate).toBe('2026-03-22');
    expect(set('PET-REDO', '2026-03-22').dueDate).toBe('2026-03-22');
    expect(set('PET-REDO').dueDate).toBe('2026-04-07');
    expect(() => set('PET-ASSIGN')).toThrow('deadline.date_set_by_person');
    expect(() => set('PET-HANDLE', '2026-03-22')).toThrow('deadline.date_is_counted');
  });

  it('re-arms with the first due date, even one that is past', () => {
    const first = start('PET-FWD', '2026-03-06T10:00:00');
    const met = only(apply([first], '2026-03-07T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how: 'met' }]).rows);
    const again = only(apply([], '2026-03-30T10:00:00', [{ kind: 'start', rule: 'PET-FWD', dueDateAs: met, owner }]).open);
    expect([again.state, again.dueDate, again.triggerAt, again.digest]).toEqual(['armed', first.dueDate, first.triggerAt, first.digest]);
    // No reminder after the fact, but the passing is a fact and comes at once.
    expect([again.nextStep, again.nextAt]).toEqual([1, first.dueAt]);
  });
});

describe('ending', () => {
  const row = start('PET-FWD', '2026-03-06T10:00:00');

  it('in time is met, moved on is cancelled, replaced is superseded', () => {
    for (const how of ['met', 'cancelled', 'superseded'] as const) {
      const ended = apply([row], '2026-03-10T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how }]);
      expect(only(ended.rows)).toMatchObject({ state: how, doneAt: utc('2026-03-10T10:00:00'), version: 2, nextStep: null, nextAt: null });
      expect([ended.open, ended.facts]).toEqual([[], []]);
    }
  });

  it('what is not open changes nothing', () => {
    expect(apply([], '2026-03-10T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how: 'met' }])).toEqual({ rows: [], open: [], facts: [] });
    expect(apply([row], '2026-03-10T10:00:00', [{ kind: 'end', rule: 'PET-HANDLE', how: 'met' }])).toEqual({
      rows: [],
      open: [row],
      facts: [],
    });
  });

  it('late keeps it fired and says when it was done', () => {
    const fired = climb({ ...row, nextStep: 1, nextAt: row.dueAt }, '2026-03-24T00:00:00') as OpenDeadline;
    expect(isOverdue(fired)).toBe(true);
    for (const how of ['met', 'cancelled'] as const) {
      const late = apply([fired], '2026-03-25T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how }]);
      expect(only(late.rows)).toMatchObject({ state: 'fired', doneAt: utc('2026-03-25T10:00:00'), nextAt: null, version: 3 });
      expect([late.open, only(late.rows.map(isOverdue))]).toEqual([[], false]);
    }
  });

  it('late, before the sweep came by, is fired with its fact', () => {
    const late = apply([row], '2026-03-25T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how: 'met' }]);
    expect(only(late.rows)).toMatchObject({ state: 'fired', firedAt: utc('2026-03-25T10:00:00'), doneAt: utc('2026-03-25T10:00:00') });
    expect(only(late.facts)).toMatchObject({ type: 'deadline.passed', rule: 'PET-FWD' });
  });

  it('by an act of an earlier day counts by that day', () => {
    const met = apply([row], '2026-03-25T10:00:00', [{ kind: 'end', rule: 'PET-FWD', how: 'met', doneAt: utc('2026-03-20T00:00:00') }]);
    expect(only(met.rows)).toMatchObject({ state: 'met', doneAt: utc('2026-03-20T00:00:00') });
  });
});

describe('extension', () => {
  const row = start('PET-HANDLE', '2026-07-04T10:00:00');
  const extend = (from: OpenDeadline, days: number): OpenDeadline =>
    only(apply([from], '2026-08-20T10:00:00', [{ kind: 'extend', rule: from.rule, days }]).open);

  it('adds its days before the roll and starts the ladder anew', () => {
    expect(extend(row, 30)).toMatchObject({
      dueDate: '2026-10-08',
      extensionDays: 30,
      version: 2,
      nextStep: 0,
      nextAt: utc('2026-09-28T09:00:00'),
    });
  });

  it('is given once, up to the maximum, before expiry, where the law knows it', () => {
    expect(() => extend(row, 31)).toThrow('deadline.not_extendable');
    expect(() => extend(row, 0)).toThrow('deadline.not_extendable');
    expect(() => extend(extend(row, 10), 1)).toThrow('deadline.not_extendable');
    expect(() => extend({ ...row, state: 'fired' }, 10)).toThrow('deadline.not_extendable');
    expect(() => extend(start('PET-REVIEW', '2026-08-04T10:00:00'), 10)).toThrow('deadline.not_extendable');
  });
});

describe('a pause', () => {
  const row = start('PET-RECHECK', '2026-03-06T10:00:00');
  const stopped = only(
    apply([row], '2026-03-10T10:00:00', [{ kind: 'pause', rule: 'PET-RECHECK', from: utc('2026-03-10T10:00:00') }]).open,
  );

  it('stops the clock and the ladder, and resuming goes on without the days between', () => {
    expect(row.dueDate).toBe('2026-04-07');
    expect(stopped).toMatchObject({
      state: 'paused',
      version: 2,
      nextStep: null,
      nextAt: null,
      dueDate: '2026-04-07',
      pauses: [{ from: '2026-03-10', to: null }],
    });
    const going = only(apply([stopped], '2026-03-20T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-20' }]).open);
    expect(going).toMatchObject({
      state: 'armed',
      version: 3,
      dueDate: '2026-04-15',
      pauses: [{ from: '2026-03-10', to: '2026-03-20' }],
      nextStep: 0,
    });
    expect(presentDeadline(going, utc('2026-03-20T10:00:00'), env).derivation.filter((entry) => entry.kind === 'paused')).toHaveLength(10);
  });

  it('can follow another, be ended, and never comes alone', () => {
    const going = only(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-12' }]).open);
    const again = only(
      apply([going], '2026-03-16T10:00:00', [
        { kind: 'pause', rule: 'PET-RECHECK', from: '2026-03-16' },
        { kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-17' },
      ]).rows,
    );
    expect(again).toMatchObject({
      version: 4,
      dueDate: '2026-04-08',
      pauses: [
        { from: '2026-03-10', to: '2026-03-12' },
        { from: '2026-03-16', to: '2026-03-17' },
      ],
    });
    expect(only(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'end', rule: 'PET-RECHECK', how: 'met' }]).rows).state).toBe('met');
    expect(apply([row], '2026-03-12T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-12' }]).rows).toEqual([]);
    expect(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'pause', rule: 'PET-RECHECK', from: '2026-03-12' }]).rows).toEqual([]);
    expect(() =>
      apply([start('PET-HANDLE', '2026-03-06T10:00:00')], '2026-03-12T10:00:00', [
        { kind: 'pause', rule: 'PET-HANDLE', from: '2026-03-12' },
      ]),
    ).toThrow('deadline.not_pausable');
  });

  it('stands still in what remains', () => {
    expect(remaining(stopped, utc('2026-03-10T10:00:00'), calendar)).toEqual(remaining(stopped, utc('2026-04-20T10:00:00'), calendar));
    expect(remaining(stopped, utc('2026-04-20T10:00:00'), calendar)).toEqual({ days: 28, workingDays: 19 });
  });

  it('never fires', () => {
    expect(climbRung(stopped, { step: 1, version: 2 }, utc('2027-01-01T00:00:00'), env)).toEqual({ stale: true });
  });
});
