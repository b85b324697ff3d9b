import { levelOfDivision } from '#libs/domain';
import type { DivisionRow } from '#libs/domain';
import { unitId } from '#libs/directory';
import type { NamedUnitRow } from '#libs/directory';
import type { SeedData } from './seed-data.ts';

const COMMITTEE = 'mediation-committee';

const NAMES_EN: Readonly<Record<string, string>> = {
  '430000': 'Hunan Province',
  '430400': 'Hengyang City',
  '430405': 'Zhuhui District',
  '430406': 'Yanfeng District',
  '430407': 'Shigu District',
  '430408': 'Zhengxiang District',
  '430412': 'Nanyue District',
  '430421': 'Hengyang County',
  '430422': 'Hengnan County',
  '430423': 'Hengshan County',
  '430424': 'Hengdong County',
  '430426': 'Qidong County',
  '430481': 'Leiyang City',
  '430482': 'Changning City',
};

/**
 * The demonstration city's units: every function at province, city and county, a mediation committee at every township
 * too. A unit's superior is the same function one level up.
 */
export function cityUnits({ divisions, functions }: Pick<SeedData, 'divisions' | 'functions'>): readonly NamedUnitRow[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  return divisions.flatMap((division) => {
    const level = levelOfDivision(division.code);
    if (level === 'village') return [];
    return functions
      .filter(({ code }) => level !== 'township' || code === COMMITTEE)
      .map((fn) => ({
        id: unitId(fn.code, division.code),
        name: division.name + fn.zh,
        nameEn: `${fn.en}, ${placeEn(division, byCode)}`,
        function: fn.code,
        division: division.code,
        superiorId: division.parent === null ? null : unitId(fn.code, division.parent),
      }));
  });
}

/** Townships keep their Chinese name: there is no official English one. */
function placeEn(division: DivisionRow, byCode: ReadonlyMap<string, DivisionRow>): string {
  const own = NAMES_EN[division.code];
  if (own !== undefined) return own;
  const parent = division.parent === null ? undefined : byCode.get(division.parent);
  return parent ? `${division.name} (${placeEn(parent, byCode)})` : division.name;
}
