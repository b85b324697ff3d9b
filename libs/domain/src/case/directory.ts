import type { UnitLevel } from './vocabulary.ts';

/** What the domain needs to know of a division: a GB/T 2260 code with its ancestors (nearest first, itself left out). */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly ancestors: readonly string[];
}

/** What the domain needs to know of a unit. `ancestors` follows `superiorId` up to the top, nearest first. */
export interface Unit {
  readonly id: string;
  /** `<function>.<division>`, readable and unique. */
  readonly code: string;
  readonly name: string;
  readonly function: string;
  readonly division: string;
  readonly level: UnitLevel;
  readonly superiorId: string | null;
  readonly ancestors: readonly string[];
  readonly reviewUnitIds: readonly string[];
}

export interface Category {
  readonly code: string;
  /** `level 1/level 2/level 3` in Chinese. */
  readonly path: string;
  readonly owner: string;
  readonly lowestLevel: UnitLevel;
  readonly desk?: string;
}

/** A read-only view of the city's organisation, held in memory; the domain does no I/O. */
export interface Directory {
  division(code: string): Division | undefined;
  unit(id: string): Unit | undefined;
  unitOf(fn: string, divisionCode: string): Unit | undefined;
  category(code: string): Category | undefined;
  categories(): readonly Category[];
  divisions(): readonly Division[];
  units(): readonly Unit[];
  /** The rule of routing that a ruling on jurisdiction left for a kind of matter at a place (nearest first), where there is one. */
  ruling?(categoryCode: string, path: readonly string[]): { readonly function: string } | undefined;
  /** Every unit below this one (its `ancestors` contain it), at any depth; empty for a unit without any or an unknown id. */
  unitsUnder(id: string): readonly Unit[];
}
