import type { Directory, Unit } from '../case/directory.ts';
import { UNIT_LEVELS } from '../case/vocabulary.ts';
import type { UnitLevel } from '../case/vocabulary.ts';

export function rank(level: UnitLevel): number {
  return UNIT_LEVELS.indexOf(level);
}

export function higher(a: UnitLevel, b: UnitLevel): UnitLevel {
  return rank(a) >= rank(b) ? a : b;
}

/** The division and those above it, nearest first; empty for an unknown code. */
export function pathOf(divisionCode: string, directory: Directory): readonly string[] {
  const division = directory.division(divisionCode);
  return division ? [division.code, ...division.ancestors] : [];
}

/** The nearest division that contains all of these (a division contains itself); undefined when there is none. */
export function commonDivision(divisionCodes: readonly string[], directory: Directory): string | undefined {
  const [first, ...rest] = divisionCodes.map((code) => pathOf(code, directory));
  return first?.find((code) => rest.every((path) => path.includes(code)));
}

export interface UnitSearch {
  readonly function: string;
  readonly from: string;
  readonly floor: UnitLevel;
  readonly excluded: ReadonlySet<string>;
}

/** 分级负责: the lowest unit of the function on the way up from a place that isn't below the floor nor excluded. */
export function lowestUnit(search: UnitSearch, directory: Directory): Unit | undefined {
  for (const code of pathOf(search.from, directory)) {
    const unit = directory.unitOf(search.function, code);
    if (unit && rank(unit.level) >= rank(search.floor) && !search.excluded.has(unit.id)) return unit;
  }
  return undefined;
}
