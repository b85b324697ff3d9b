import type { Instant } from '../case/deadline.ts';
import type { LeaderRank, NamedLeader } from '../case/leader-case.ts';
import type { Actor } from '../case/snapshot.ts';
import type { UnitLevel } from '../case/vocabulary.ts';
import { at, CENTRE, CLERK, Desk, HANDLER, HOUSING, LEADER, SUPERVISOR } from '../decide/case.fixture.ts';

/** A leader as the register has him; `userId` his account, if he has one. */
export function registered(
  leaderId: string,
  rank: LeaderRank,
  level: UnitLevel,
  division: string,
  userId: string | null = null,
): NamedLeader {
  return { leaderId, rank, level, division, unitId: userId === null ? null : CENTRE, userId };
}

export const PRINCIPAL = registered('principal', 'principal', 'city', '430400', LEADER.userId);
export const OTHER_PRINCIPAL = registered('other-principal', 'principal', 'county', '430407');
export const DEPUTY = registered('deputy', 'deputy', 'county', '430407');
/** Leads at the four levels of the case's place. */
export const LEADS = [
  registered('village-lead', 'department', 'village', '430407001001'),
  registered('township-lead', 'department', 'township', '430407001'),
  registered('county-lead', 'deputy', 'county', '430407'),
  registered('city-lead', 'principal', 'city', '430400'),
] as const;
export const CASE_HANDLER = { userId: HANDLER.userId ?? '', unitId: HOUSING };

export const NOW = at('2026-03-06');

/** A petition that has reached the unit that handles it. */
export function petition(receivedAt?: Instant): Desk {
  const desk = receivedAt === undefined ? Desk.open({}, NOW) : Desk.open({ receivedAt }, NOW);
  return desk.send('FORWARD', CLERK, NOW, { unitId: HOUSING });
}

export const NAMING = { kind: 'single', grade: 'major', leader: PRINCIPAL, handler: CASE_HANDLER, dueDate: '2026-06-01' } as const;

/** A leader's responsibility as it begins. */
export function named(asked: object = {}, main = petition(), by: Actor = SUPERVISOR): Desk {
  return Desk.openLinked(main, 'leader-case', { leaderCase: { ...NAMING, ...asked } }, by, NOW);
}

/** One with every duty done that an explanation asks for. */
export function dutiesDone(): Desk {
  const desk = named().send('TAKE_CHARGE', LEADER, NOW);
  for (const duty of ['know-facts', 'act-lawfully', 'explain', 'reply']) desk.send('RECORD_DUTY', LEADER, NOW, { duty, note: 'x' });
  return desk;
}
