import type { UnitLevel } from '../case/vocabulary.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';

/** 职级: at which level the accused serves. It says nothing of who he is. */
export const ACCUSED_RANKS = ['village', 'township', 'county', 'city', 'province'] as const;
export type AccusedRank = (typeof ACCUSED_RANKS)[number];

/**
 * The lowest level that receives a matter about such a cadre: organs act by the authority to manage cadres (监察法 Art 16), which lies one
 * level above them, and at the county for those below it. Above a province it is handed up outside.
 */
const RECEIVED_AT: Readonly<Record<AccusedRank, UnitLevel>> = {
  village: 'county',
  township: 'county',
  county: 'city',
  city: 'province',
  province: 'province',
};

export function lowestReceiver(rank: AccusedRank): UnitLevel {
  return RECEIVED_AT[rank];
}

export function isHighEnough(level: UnitLevel, rank: AccusedRank): boolean {
  return UNIT_LEVELS.indexOf(level) >= UNIT_LEVELS.indexOf(lowestReceiver(rank));
}

export const LEVEL_NAMES: Readonly<Record<UnitLevel, { readonly zh: string; readonly en: string }>> = {
  village: { zh: '村级', en: 'village' },
  township: { zh: '乡级', en: 'township' },
  county: { zh: '县级', en: 'county' },
  city: { zh: '市级', en: 'city' },
  province: { zh: '省级', en: 'province' },
};
