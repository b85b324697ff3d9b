import type { Category, Directory } from '../case/directory.ts';
import { directoryFrom } from '../organisation/directory-from.ts';
import type { DivisionRow, UnitRow } from '../organisation/directory-from.ts';

const DIVISIONS: readonly DivisionRow[] = [
  { code: '430000', name: '湖南省', parent: null },
  { code: '430400', name: '衡阳市', parent: '430000' },
  { code: '430407', name: '石鼓区', parent: '430400' },
  { code: '430421', name: '衡阳县', parent: '430400' },
  { code: '430407001', name: '青山街道', parent: '430407' },
  { code: '430407002', name: '潇湘街道', parent: '430407' },
  { code: '430421100', name: '西渡镇', parent: '430421' },
  { code: '430407001001', name: '演武坪社区', parent: '430407001' },
  { code: '430407900001', name: '直属村', parent: '430407' },
];

export const FIXTURE_FUNCTIONS = [
  'petition-office',
  'governance-centre',
  'government-office',
  'discipline',
  'organisation',
  'housing-construction',
  'education',
  'human-resources',
  'mediation-committee',
  'public-security',
  'womens-federation',
  'court',
  'health',
] as const;

const CATEGORIES: readonly Category[] = [
  { code: '010903', path: '城乡建设/住房保障与房地产/物业服务', owner: 'housing-construction', lowestLevel: 'county' },
  { code: '050401', path: '纪检监察/失职渎职/包庇纵容', owner: 'discipline', lowestLevel: 'county' },
  { code: '140302', path: '教育文体/教育收费/乱收费', owner: 'education', lowestLevel: 'county', desk: 'school-surroundings' },
  { code: '150305', path: '劳动和社会保障/工资福利/工资发放', owner: 'human-resources', lowestLevel: 'county' },
  { code: '131104', path: '政法/仲裁与调解/劳动仲裁', owner: 'human-resources', lowestLevel: 'city' },
  { code: '080100', path: '科技与信息产业/电信', owner: 'no-such-function', lowestLevel: 'county' },
  { code: '800100', path: '矛盾纠纷/婚姻家庭纠纷', owner: 'mediation-committee', lowestLevel: 'township' },
  { code: '800200', path: '矛盾纠纷/邻里纠纷', owner: 'mediation-committee', lowestLevel: 'township' },
  { code: '990000', path: '其他', owner: 'petition-office', lowestLevel: 'county' },
];

const parentOf = new Map(DIVISIONS.map(({ code, parent }) => [code, parent]));

function unitRows(): UnitRow[] {
  const rows: UnitRow[] = [];
  for (const { code, name, parent } of DIVISIONS) {
    if (code.length === 12) continue;
    for (const fn of FIXTURE_FUNCTIONS) {
      if (code.length === 9 && fn !== 'mediation-committee') continue;
      rows.push({
        id: `${fn}.${code}`,
        name: `${name} ${fn}`,
        function: fn,
        division: code,
        superiorId: parent === null ? null : `${fn}.${parent}`,
      });
    }
  }
  return rows;
}

/** A small city for specs of the domain: unit ids are their codes (`education.430407`), places as in `FIXTURE_PLACES`. */
export function fixtureDirectory(): Directory {
  return directoryFrom({ divisions: DIVISIONS, units: unitRows(), categories: CATEGORIES });
}

export const FIXTURE_PLACES: readonly string[] = [...parentOf.keys()];
export const FIXTURE_CATEGORIES: readonly string[] = CATEGORIES.map(({ code }) => code);
