import type { CaseClass, UnitLevel } from '../case/vocabulary.ts';
import type { RoutingRule } from './types.ts';

/** Whom the matter is about: an organ or one of its officials, some enterprise or person, or nobody named. */
export const TARGETS = ['organ', 'private', 'unnamed'] as const;
export type Target = (typeof TARGETS)[number];

export interface RoutingRow {
  readonly rule: RoutingRule;
  readonly when: {
    readonly classes: readonly CaseClass[];
    readonly targets: readonly Target[];
    readonly mediation: readonly boolean[];
  };
  /** A function of the directory, or the category's own owner. */
  readonly function: 'category-owner' | 'discipline' | 'mediation-committee';
  /** Where the search for the lowest competent unit starts. */
  readonly from: 'place' | 'accused';
  /** Units below this level don't count; `category` takes the category's lowest level. */
  readonly floor: 'category' | UnitLevel;
  /** The units that nobody but the row's own reasoning may reach: who is excluded beside the respondent and what is under it. */
  readonly excludeSuperior: boolean;
  /** Counties assist where the common superior leads; a sealed matter is never spread. */
  readonly assist: boolean;
  readonly text: string;
  readonly textEn: string;
}

const EVERY_TARGET = TARGETS;

/**
 * Who is competent, as data: exactly one row fits every combination of class, target and mediation (tested). Levels,
 * exclusions and the petition office as the last resort are the same for every row and live in `route`.
 */
export const ROUTING_TABLE: readonly RoutingRow[] = [
  {
    rule: 'accused-organ',
    when: { classes: ['ACCUSATION'], targets: ['organ'], mediation: [true, false] },
    function: 'discipline',
    from: 'accused',
    floor: 'county',
    excludeSuperior: true,
    assist: false,
    text: '检举控告公职人员或者机关、单位，由不低于被检举人层级的纪检监察机关受理（《信访工作条例》第三十条）',
    textEn: 'An accusation of officials or organs goes to discipline inspection at or above the level of the accused (Art 30)',
  },
  {
    rule: 'accused-unnamed',
    when: { classes: ['ACCUSATION'], targets: ['unnamed'], mediation: [true, false] },
    function: 'discipline',
    from: 'place',
    floor: 'county',
    excludeSuperior: true,
    assist: false,
    text: '检举控告未指明被检举人，由问题属地的纪检监察机关受理（《信访工作条例》第三十条）',
    textEn: 'An accusation that names nobody goes to discipline inspection where the problem lies (Art 30)',
  },
  {
    rule: 'accused-private',
    when: { classes: ['ACCUSATION'], targets: ['private'], mediation: [true, false] },
    function: 'category-owner',
    from: 'place',
    floor: 'category',
    excludeSuperior: true,
    assist: false,
    text: '检举控告企业或者个人，由该事项的主管部门受理（《信访工作条例》第三十条）',
    textEn: 'An accusation of an enterprise or a person goes to the department in charge of the matter (Art 30)',
  },
  {
    rule: 'mediation',
    when: { classes: ['CLAIM'], targets: EVERY_TARGET, mediation: [true] },
    function: 'mediation-committee',
    from: 'place',
    floor: 'township',
    excludeSuperior: false,
    assist: false,
    text: '双方自愿调解的，由乡镇（街道）人民调解委员会调解，没有的由县级调解委员会调解（《人民调解法》第三十四条）',
    textEn: "Mediation goes to the township's people's mediation committee, else to the county's (People's Mediation Law Art 34)",
  },
  {
    rule: 'subject',
    when: { classes: ['CLAIM'], targets: EVERY_TARGET, mediation: [false] },
    function: 'category-owner',
    from: 'place',
    floor: 'category',
    excludeSuperior: false,
    assist: true,
    text: '谁主管、谁负责：由该事项的主管部门办理（《信访工作条例》第五条第三项）',
    textEn: 'Whoever is in charge of the subject is responsible for it: the department that owns the matter (Art 5(3))',
  },
  {
    rule: 'subject',
    when: { classes: ['SUGGESTION'], targets: EVERY_TARGET, mediation: [true, false] },
    function: 'category-owner',
    from: 'place',
    floor: 'category',
    excludeSuperior: false,
    assist: true,
    text: '建议意见由该事项的主管部门研究论证（《信访工作条例》第二十九条）',
    textEn: 'A suggestion is studied by the department that owns the matter (Art 29)',
  },
];

/** Functions asked, in this order, when no competent unit is left. The first is the contract's; the others keep a city without it working. */
export const LAST_RESORT = ['petition-office', 'governance-centre', 'government-office'] as const;

/** The rows that fit; the analysis (`routingFindings`, in `npm run check`) proves that it is always exactly one. */
export function rowsFor(facts: { readonly class: CaseClass; readonly target: Target; readonly mediation: boolean }): readonly RoutingRow[] {
  return ROUTING_TABLE.filter(
    ({ when }) => when.classes.includes(facts.class) && when.targets.includes(facts.target) && when.mediation.includes(facts.mediation),
  );
}
