import { addDays } from '../calendar/index.ts';
import type { CivilDate } from '../case/deadline.ts';
import type { LeaderRank, NamedLeader } from '../case/leader-case.ts';
import type { UnitLevel } from '../case/vocabulary.ts';
import type { PackConditions } from '../rule-packs/pack-conditions.ts';

type Owing = Pick<NamedLeader, 'level' | 'rank'>;

/** How often a leader of a level receives people (意见 of 2009): rows of the rule packs. Townships receive any day: no day of theirs is late. */
const EVERY: Readonly<Record<UnitLevel, (rank: LeaderRank) => string | null>> = {
  province: () => 'RECEPT-PROVINCE',
  city: (rank) => (rank === 'department' ? 'RECEPT-REGULAR' : 'RECEPT-CITY'),
  county: (rank) => (rank === 'principal' ? 'RECEPT-COUNTY' : 'RECEPT-REGULAR'),
  township: () => null,
  village: () => null,
};

/** The rule of the next day that is owed; null where people are received at any time. */
export function frequencyRule({ level, rank }: Owing): string | null {
  return EVERY[level](rank);
}

export const FREQUENCY_RULES = ['RECEPT-PROVINCE', 'RECEPT-CITY', 'RECEPT-COUNTY', 'RECEPT-REGULAR'] as const;

/** The last day on which a day of reception is published in time. */
export function publishBy(on: CivilDate, { receptionNotice }: Pick<PackConditions, 'receptionNotice'>): CivilDate {
  return addDays(on, -(receptionNotice?.value ?? 0));
}
