import type { Deadline, OpenDeadline } from '../case/deadline.ts';
import { calendarBook } from '../calendar/calendar-book.ts';
import { OFFICIAL_CALENDARS } from '../calendar/official-calendars.ts';
import { RULE_PACKS } from '../rule-packs/packs.ts';
import { applyDeadlineEffects } from './apply-effects.ts';
import { climbRung } from './climb.ts';
import type { DeadlineChanges, DeadlineEffect, DeadlineEnv, EffectContext } from './deadline-effects.ts';

/** What the specs of this folder start from: the shipped calendars and packs, and a command at a local time. */
export const env: DeadlineEnv = { calendars: calendarBook(OFFICIAL_CALENDARS), rulePacks: RULE_PACKS };
export const calendar = env.calendars.current('CN');

const [national] = OFFICIAL_CALENDARS;
if (national === undefined) throw new Error('no official calendar');
/** The same world after a late notice: the Spring Festival of 2027, from 02-05 to 02-11. */
export const lateNotice: DeadlineEnv = {
  ...env,
  calendars: calendarBook([
    national,
    {
      ...national,
      version: 'cn-2027.1',
      provisionalFrom: '2028-01-01',
      holidays: [
        ...national.holidays.filter((run) => run.from < '2027-02-01' || run.from > '2027-02-28'),
        { from: '2027-02-05', to: '2027-02-11', name: { zh: '春节', en: 'Spring Festival' } },
      ].sort((a, b) => (a.from < b.from ? -1 : 1)),
    },
  ]),
};
export const owner = { role: 'handler', unitId: null } as const;
export const COMMAND = '019a0000-0000-7000-8000-000000000000';
export const utc = (local: string): string => new Date(`${local}+08:00`).toISOString();

export const context = (at: string, more: Partial<EffectContext> = {}): EffectContext => ({
  commandId: COMMAND,
  at: utc(at),
  firstChild: 1,
  env,
  region: '430421',
  ...more,
});
export const apply = (
  open: readonly OpenDeadline[],
  at: string,
  effects: DeadlineEffect[],
  more: Partial<EffectContext> = {},
): DeadlineChanges => applyDeadlineEffects(open, effects, context(at, more));
export const only = <T>(list: readonly T[]): T => {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0) throw new Error(`one expected, got ${String(list.length)}`);
  return first;
};
export const start = (rule: string, at: string, more: Partial<EffectContext> = {}): OpenDeadline =>
  only(apply([], at, [{ kind: 'start', rule, triggerAt: utc(at), owner }], more).open);
export const climb = (row: Deadline, at: string): Deadline => {
  if (row.nextStep === null) throw new Error('no rung is next');
  const climbed = climbRung(row, { step: row.nextStep, version: row.version }, utc(at), env);
  if (climbed.stale) throw new Error('stale');
  return climbed.row;
};
