import type { OpenDeadline } from '../case/deadline.ts';
import { clockToMind } from './clock-to-mind.ts';

function open(rule: string, state: OpenDeadline['state'], dueDate: string): OpenDeadline {
  return {
    id: `${rule}-${dueDate}`,
    rule,
    state,
    dueDate,
    triggerAt: '2026-01-05T01:00:00.000Z',
    rulePack: 'hunan@1',
    calendarVersion: 'test',
    extensionDays: 0,
    pauses: [],
    fixedDate: null,
    dueAt: `${dueDate}T16:00:00.000Z`,
    digest: '',
    owner: { role: 'handler', unitId: null },
    version: 1,
    nextStep: null,
    nextAt: null,
    ladderFrom: null,
    firedAt: null,
    doneAt: null,
  };
}

describe('the clock to mind', () => {
  const handling = open('PET-HANDLE', 'armed', '2026-03-06');
  const serving = open('PET-SERVE', 'armed', '2026-02-06');
  const stopped = open('PET-RECHECK', 'paused', '2026-01-20');
  const late = open('PET-NOTICE-FWD', 'fired', '2026-01-26');
  const later = open('PET-FWD', 'fired', '2026-01-28');
  const lapsed = open('PET-OBJECT', 'fired', '2026-01-12');

  it.each([
    ['an overdue duty before what runs, the longest overdue first', [handling, later, late, stopped], late],
    ['what falls due next before what stands still', [stopped, handling, serving], serving],
    ['a stopped clock where nothing runs', [lapsed, stopped], stopped],
    ['no right that has lapsed', [lapsed], null],
    ['nothing where nothing is open', [], null],
  ])('is %s', (_what, deadlines, expected) => {
    expect(clockToMind(deadlines)).toBe(expected);
  });
});
