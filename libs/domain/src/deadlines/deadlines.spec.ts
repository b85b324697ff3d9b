import type { Deadline, OpenDeadline } from '../case/deadline.ts';
import { childId } from '../case/command.ts';
import { calendarBook } from '../calendar/calendar-book.ts';
import { OFFICIAL_CALENDARS } from '../calendar/official-calendars.ts';
import { RULE_PACKS } from '../rule-packs/national-packs.ts';
import { applyDeadlineEffects } from './apply-effects.ts';
import { climbRung, dueRung } from './climb.ts';
import type { DeadlineChanges, DeadlineEffect, DeadlineEnv, EffectContext } from './deadline-effects.ts';
import { explainDeadline } from './explain.ts';
import type { ExplainRequest } from './explain.ts';
import { presentDeadline } from './present.ts';
import { rederive } from './rederive.ts';
import { remaining } from './remaining.ts';
import { isOverdue } from './stored-deadline.ts';

const env: DeadlineEnv = { calendars: calendarBook(OFFICIAL_CALENDARS), rulePacks: RULE_PACKS };
const calendar = env.calendars.current('CN');
const owner = { role: 'handler', unitId: null } as const;
const COMMAND = '019a0000-0000-7000-8000-000000000000';
const utc = (local: string): string => new Date(`${local}+08:00`).toISOString();

const context = (at: string, more: Partial<EffectContext> = {}): EffectContext => ({ commandId: COMMAND, at: utc(at), firstChild: 1, env, region: '430421', ...more });
const apply = (open: readonly OpenDeadline[], at: string, effects: DeadlineEffect[], more: Partial<EffectContext> = {}): DeadlineChanges =>
  applyDeadlineEffects(open, effects, context(at, more));
const only = <T>(list: readonly T[]): T => {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`one expected, got ${String(list.length)}`);
  return first;
};
const start = (rule: string, at: string, more: Partial<EffectContext> = {}): OpenDeadline => only(apply([], at, [{ kind: 'start', rule, triggerAt: utc(at), owner }], more).open);
const climb = (row: Deadline, at: string): Deadline => {
  if (row.nextStep === null) throw new Error('no rung is next');
  const climbed = climbRung(row, { step: row.nextStep, version: row.version }, utc(at), env);
  if (climbed.stale) throw new Error('stale');
  return climbed.row;
};

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
    const effects: DeadlineEffect[] = ['PET-OBJECT', 'PET-NOTICE-FWD'].map((rule) => ({ kind: 'start', rule, triggerAt: utc('2026-03-06T10:00:00'), owner }));
    expect(apply([], '2026-03-06T10:00:00', effects, { firstChild: 7 }).rows.map((row) => row.id)).toEqual([childId(COMMAND, 7), childId(COMMAND, 8)]);
  });

  it('arms nothing that the law of the day lacks, and refuses what no law has', () => {
    expect(apply([], '2021-03-08T10:00:00', [{ kind: 'start', rule: 'PET-OBJECT', triggerAt: utc('2021-03-08T10:00:00'), owner }])).toEqual({ rows: [], open: [], facts: [] });
    expect(start('PET-HANDLE', '2021-03-08T10:00:00').rulePack).toBe('national-2005');
    expect(() => start('PET-NONE', '2026-03-06T10:00:00')).toThrow(RangeError);
  });

  it('takes a date set by a person, and only where one may be set', () => {
    const set = (rule: string, fixedDate?: string): OpenDeadline =>
      only(apply([], '2026-03-06T10:00:00', [{ kind: 'start', rule, triggerDate: '2026-03-06', owner, ...(fixedDate === undefined ? {} : { fixedDate }) }]).open);
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
    expect(apply([row], '2026-03-10T10:00:00', [{ kind: 'end', rule: 'PET-HANDLE', how: 'met' }])).toEqual({ rows: [], open: [row], facts: [] });
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
  const extend = (from: OpenDeadline, days: number): OpenDeadline => only(apply([from], '2026-08-20T10:00:00', [{ kind: 'extend', rule: from.rule, days }]).open);

  it('adds its days before the roll and starts the ladder anew', () => {
    expect(extend(row, 30)).toMatchObject({ dueDate: '2026-10-08', extensionDays: 30, version: 2, nextStep: 0, nextAt: utc('2026-09-28T09:00:00') });
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
  const stopped = only(apply([row], '2026-03-10T10:00:00', [{ kind: 'pause', rule: 'PET-RECHECK', from: utc('2026-03-10T10:00:00') }]).open);

  it('stops the clock and the ladder, and resuming goes on without the days between', () => {
    expect(row.dueDate).toBe('2026-04-07');
    expect(stopped).toMatchObject({ state: 'paused', version: 2, nextStep: null, nextAt: null, dueDate: '2026-04-07', pauses: [{ from: '2026-03-10', to: null }] });
    const going = only(apply([stopped], '2026-03-20T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-20' }]).open);
    expect(going).toMatchObject({ state: 'armed', version: 3, dueDate: '2026-04-15', pauses: [{ from: '2026-03-10', to: '2026-03-20' }], nextStep: 0 });
    expect(presentDeadline(going, utc('2026-03-20T10:00:00'), env).derivation.filter((entry) => entry.kind === 'paused')).toHaveLength(10);
  });

  it('can follow another, be ended, and never comes alone', () => {
    const going = only(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-12' }]).open);
    const again = only(apply([going], '2026-03-16T10:00:00', [{ kind: 'pause', rule: 'PET-RECHECK', from: '2026-03-16' }, { kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-17' }]).rows);
    expect(again).toMatchObject({ version: 4, dueDate: '2026-04-08', pauses: [{ from: '2026-03-10', to: '2026-03-12' }, { from: '2026-03-16', to: '2026-03-17' }] });
    expect(only(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'end', rule: 'PET-RECHECK', how: 'met' }]).rows).state).toBe('met');
    expect(apply([row], '2026-03-12T10:00:00', [{ kind: 'resume', rule: 'PET-RECHECK', at: '2026-03-12' }]).rows).toEqual([]);
    expect(apply([stopped], '2026-03-12T10:00:00', [{ kind: 'pause', rule: 'PET-RECHECK', from: '2026-03-12' }]).rows).toEqual([]);
    expect(() => apply([start('PET-HANDLE', '2026-03-06T10:00:00')], '2026-03-12T10:00:00', [{ kind: 'pause', rule: 'PET-HANDLE', from: '2026-03-12' }])).toThrow('deadline.not_pausable');
  });

  it('stands still in what remains', () => {
    expect(remaining(stopped, utc('2026-03-10T10:00:00'), calendar)).toEqual(remaining(stopped, utc('2026-04-20T10:00:00'), calendar));
    expect(remaining(stopped, utc('2026-04-20T10:00:00'), calendar)).toEqual({ days: 28, workingDays: 19 });
  });

  it('never fires', () => {
    expect(climbRung(stopped, { step: 1, version: 2 }, utc('2027-01-01T00:00:00'), env)).toEqual({ stale: true });
  });
});

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
      `deadline.reminded ${utc('2026-03-18T09:00:00')}`, `deadline.passed ${midnight}`, `deadline.urged ${midnight}`, `supervision.opened ${midnight}`,
    ]);
  });

  it('supervises notice duties five working days later', () => {
    const urged = climb(climb({ ...start('PET-NOTICE-FWD', '2026-03-06T10:00:00'), nextStep: 1, nextAt: utc('2026-03-24T00:00:00') }, '2026-03-24T00:00:00'), '2026-03-24T00:00:01');
    expect([urged.nextStep, urged.nextAt]).toEqual([3, utc('2026-03-30T09:00:00')]);
  });

  it('skips a reminder that lies in the past, never the passing', () => {
    expect(start('PET-SERVE', '2026-02-13T10:00:00').nextStep).toBe(0);
    const late = only(apply([], '2026-06-01T10:00:00', [{ kind: 'start', rule: 'PET-FWD', triggerDate: '2026-03-06', owner }]).open);
    expect([late.nextStep, late.nextAt]).toEqual([1, late.dueAt]);
  });

  it('of an imported case starts at the import, but what has passed has passed', () => {
    const imported = only(apply([], '2026-06-01T10:00:00', [{ kind: 'start', rule: 'PET-NOTICE-FWD', triggerDate: '2026-03-06', owner }], { ladderFrom: utc('2026-06-01T10:00:00') }).open);
    const fired = climb(imported, '2026-06-01T10:00:00');
    expect([imported.nextStep, fired.state, fired.nextStep, fired.nextAt]).toEqual([1, 'fired', null, null]);
  });

  it('finds the rung that is due first', () => {
    const open = [start('PET-NOTICE-FWD', '2026-03-06T10:00:00'), start('PET-OBJECT', '2026-03-06T10:00:00')];
    expect(dueRung(open, utc('2026-03-06T10:00:00'))).toBeUndefined();
    expect(dueRung(open, utc('2026-05-06T10:00:00'))).toMatchObject({ deadline: { rule: 'PET-OBJECT' }, claim: { step: 0, version: 1 }, dueAt: utc('2026-03-12T09:00:00') });
  });
});

describe('a late official notice', () => {
  const national = OFFICIAL_CALENDARS[0];
  if (national === undefined) throw new Error('no official calendar');
  const name = { zh: '春节', en: 'Spring Festival' };
  const book = calendarBook([
    national,
    {
      ...national, version: 'cn-2027.1', provisionalFrom: '2028-01-01',
      holidays: [...national.holidays.filter((run) => run.from < '2027-02-01' || run.from > '2027-02-28'), { from: '2027-02-05', to: '2027-02-11', name }].sort((a, b) => (a.from < b.from ? -1 : 1)),
    },
  ]);
  const later: DeadlineEnv = { ...env, calendars: book };
  const at = utc('2026-12-28T10:00:00');
  const row = start('PET-FWD', '2027-01-25T10:00:00');
  const elsewhere: OpenDeadline = { ...start('PET-FWD', '2026-03-06T10:00:00'), id: childId(COMMAND, 2) };

  it('moves what it touches and says from where to where', () => {
    const { rows, open, moved } = rederive([row, elsewhere], book.current('CN'), at, later);
    expect(moved).toEqual([{ deadlineId: row.id, rule: 'PET-FWD', from: '2027-02-09', to: '2027-02-12' }]);
    expect(only(rows)).toMatchObject({ dueDate: '2027-02-12', calendarVersion: 'cn-2027.1', version: 2, nextStep: 0 });
    expect(open).toEqual([only(rows), elsewhere]);
    expect(presentDeadline(only(rows), at, later)).toMatchObject({ dueDate: '2027-02-12', provisional: false });
  });

  it('leaves what has fired, and is idempotent', () => {
    const fired: OpenDeadline = { ...row, state: 'fired', firedAt: at };
    expect(rederive([fired], book.current('CN'), at, later)).toEqual({ rows: [], open: [fired], moved: [] });
    const once = rederive([row], book.current('CN'), at, later);
    expect(rederive(once.open, book.current('CN'), at, later).rows).toEqual([]);
  });

  it('moves a paused one too, without starting its ladder', () => {
    const paused: OpenDeadline = { ...row, state: 'paused', nextStep: null, nextAt: null };
    expect(only(rederive([paused], book.current('CN'), at, later).rows)).toMatchObject({ state: 'paused', dueDate: '2027-02-12', nextAt: null });
  });
});

describe('presenting', () => {
  it('shows what the contract names', () => {
    const row = start('PET-FWD', '2026-02-05T10:00:00');
    const shown = presentDeadline(row, utc('2026-02-06T10:00:00'), env);
    expect(shown).toMatchObject({
      id: row.id, rule: 'PET-FWD', basis: '《信访工作条例》第22条', owner, state: 'armed', overdue: false, dueDate: '2026-02-24', dueAt: row.dueAt,
      remaining: { days: 18, workingDays: 7 }, rulePack: 'national-2022', calendarVersion: 'cn-2026.1', provisional: false,
    });
    expect(shown).not.toHaveProperty('doneAt');
    expect(shown.derivation).toHaveLength(20);
    expect(presentDeadline({ ...row, state: 'met', doneAt: row.dueAt }, row.dueAt, env).doneAt).toBe(row.dueAt);
    expect(() => presentDeadline({ ...row, calendarVersion: 'cn-1999.1' }, row.dueAt, env)).toThrow('never removed');
  });
});

describe('explaining', () => {
  const ask = (request: Partial<ExplainRequest>): ReturnType<typeof explainDeadline> =>
    explainDeadline({ rule: 'PET-HANDLE', region: '430000', triggerAt: '2026-03-06T10:00:00+08:00', ...request }, { ...env, directory: { division: (code) => (code === '430421' ? {} : undefined) } });
  const code = (request: Partial<ExplainRequest>): string => {
    const result = ask(request);
    return result.ok ? result.explanation.dueDate : `${String(result.status)} ${result.code} ${result.field}`;
  };

  it.each<[Partial<ExplainRequest>, string]>([
    [{ rule: 'PET-FWD', triggerAt: '2026-02-05T10:00:00+08:00' }, '2026-02-24'],
    [{ triggerAt: '2026-07-04T10:00:00+08:00', extensionDays: 30 }, '2026-10-08'],
    [{ region: '430421', pauses: [], extensionDays: 0 }, '2026-05-06'],
    [{ rule: 'PET-RECHECK', pauses: [{ from: '2026-03-10T10:00:00+08:00', to: '2026-03-20T10:00:00+08:00' }] }, '2026-04-15'],
    [{ rule: 'PET-ASSIGN', dueDate: '2026-03-29' }, '2026-03-29'],
    [{ rule: 'PET-ASSIGN' }, '400 deadline.date_set_by_person dueDate'],
    [{ rule: 'PET-ASSIGN', dueDate: '2026-03-01' }, '400 deadline.date_out_of_range dueDate'],
    [{ dueDate: '2026-03-29' }, '400 deadline.date_is_counted dueDate'],
    [{ pauses: [{ from: '2026-03-10T00:00:00Z', to: '2026-03-12T00:00:00Z' }] }, '400 deadline.not_pausable pauses'],
    [{ rule: 'PET-RECHECK', pauses: [{ from: '2026-03-12T00:00:00Z', to: '2026-03-10T00:00:00Z' }] }, '400 deadline.pause_invalid pauses'],
    [{ rule: 'PET-RECHECK', pauses: [{ from: '2026-03-12T00:00:00Z', to: '2096-03-10T00:00:00Z' }] }, '400 deadline.date_out_of_range pauses'],
    [{ extensionDays: 31 }, '400 deadline.not_extendable extensionDays'],
    [{ extensionDays: -1 }, '400 deadline.not_extendable extensionDays'],
    [{ rule: 'PET-REVIEW', extensionDays: 1 }, '400 deadline.not_extendable extensionDays'],
    [{ rule: 'NO-SUCH' }, '404 deadline.unknown_rule rule'],
    [{ rule: 'PET-OBJECT', triggerAt: '2021-03-08T10:00:00+08:00' }, '404 deadline.unknown_rule rule'],
    [{ region: '999999' }, '400 deadline.unknown_region region'],
    [{ region: '430499' }, '400 deadline.unknown_region region'],
    [{ triggerAt: '9999-12-31T23:00:00Z' }, '400 deadline.date_out_of_range triggerAt'],
    [{ triggerAt: 'never' }, '400 deadline.date_out_of_range triggerAt'],
  ])('%j → %s', (request, want) => {
    expect(code(request)).toBe(want);
  });

  it('answers with the basis, the versions and every day', () => {
    const result = ask({});
    if (!result.ok) throw new Error(result.code);
    expect(result.explanation).toMatchObject({ rule: 'PET-HANDLE', basis: '《信访工作条例》第34条', rulePack: 'national-2022', calendarVersion: 'cn-2026.1', provisional: false });
    expect(result.explanation.derivation).toHaveLength(62);
    expect(ask({ triggerAt: '2028-03-05T10:00:00+08:00' })).toMatchObject({ ok: true, explanation: { provisional: true } });
    expect(ask({ rule: 'NO-SUCH' })).toMatchObject({ reason: { zh: expect.any(String), en: expect.any(String) } });
  });
});
