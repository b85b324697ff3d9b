import type { LeaderCaseRecord, NamedHandler, NamedLeader } from '../case/leader-case.ts';
import { CASE_GRADES, LEADER_CASE_KINDS, LEADER_RANKS } from '../case/leader-case.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import type { Role } from '../case/vocabulary.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';
import type { Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { notify } from '../chart/effect.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | null => (typeof value === 'object' && value !== null ? (value as Fields) : null);
const textIn = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
};
const among = <T extends string>(values: readonly T[], value: unknown): T | null => values.find((one) => one === value) ?? null;

/** A leader as the caller looked him up in the register; null where it isn't one. */
export function leaderIn(value: unknown): NamedLeader | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const leaderId = textIn(fields, 'leaderId');
  const division = textIn(fields, 'division');
  const rank = among(LEADER_RANKS, fields['rank']);
  const level = among(UNIT_LEVELS, fields['level']);
  if (leaderId === null || division === null || rank === null || level === null) return null;
  return { leaderId, rank, level, division, unitId: textIn(fields, 'unitId'), userId: textIn(fields, 'userId') };
}

/** The one who does the work, as the caller looked him up; null where he isn't one. */
export function handlerIn(value: unknown): NamedHandler | null {
  const fields = fieldsOf(value);
  const userId = fields === null ? null : textIn(fields, 'userId');
  const unitId = fields === null ? null : textIn(fields, 'unitId');
  return userId === null || unitId === null ? null : { userId, unitId };
}

/** What naming a leader asks for: kind, grade, leader, handler and the date it is to be resolved by; null where something is missing. */
export function newLeaderCase(asked: unknown): LeaderCaseRecord | null {
  const fields = fieldsOf(asked);
  if (fields === null) return null;
  const kind = among(LEADER_CASE_KINDS, fields['kind']);
  const grade = among(CASE_GRADES, fields['grade']);
  const leader = leaderIn(fields['leader']);
  const handler = handlerIn(fields['handler']);
  const dueDate = textIn(fields, 'dueDate');
  if (kind === null || grade === null || leader === null || handler === null || dueDate === null) return null;
  return { kind, grade, leader, handler, dueDate, duties: [], reports: 0, leads: [] };
}

const NOBODY: LeaderCaseRecord = {
  kind: 'single',
  grade: 'minor',
  leader: { leaderId: '', rank: 'department', level: 'county', division: '', unitId: null, userId: null },
  handler: { userId: '', unitId: '' },
  dueDate: '',
  duties: [],
  reports: 0,
  leads: [],
};

/** What the responsibility remembers so far. */
export function recordOf({ memo }: { readonly memo: CaseMemo }): LeaderCaseRecord {
  return memo.leaderCase ?? NOBODY;
}

export function remembered(context: ChartContext, change: Partial<LeaderCaseRecord>): NonNullable<Done['memo']> {
  return { leaderCase: { ...recordOf(context), ...change } };
}

/** The leader's own inbox; nobody's where the directory has no office of his. */
export function toldLeader(kind: string, { unitId }: NamedLeader): readonly Effect[] {
  const roles: readonly Role[] = ['leader'];
  return unitId === null ? [] : [notify(kind, unitId, roles)];
}
