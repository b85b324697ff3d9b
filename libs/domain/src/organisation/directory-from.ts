import type { Category, Directory, Division, Unit } from '../case/directory.ts';
import type { UnitLevel } from '../case/vocabulary.ts';

export interface DivisionRow {
  /** GB/T 2260, 6, 9 or 12 digits. */
  readonly code: string;
  readonly name: string;
  /** Given by the data: some villages stand directly under a county, so a prefix says nothing. */
  readonly parent: string | null;
}

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly function: string;
  readonly division: string;
  readonly superiorId: string | null;
  /** null: the superior reviews (the default). */
  readonly reviewUnitIds?: readonly string[] | null;
}

export interface OrganisationData {
  readonly divisions: readonly DivisionRow[];
  readonly units: readonly UnitRow[];
  readonly categories: readonly Category[];
}

/** The level of a division by the length and the zeros of its code: …0000 province, …00 city, 6 county, 9 township, 12 village. */
export function levelOfDivision(code: string): UnitLevel {
  if (code.length === 12) return 'village';
  if (code.length === 9) return 'township';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** `<function>.<division>`, the readable and unique name of a unit; account names are made of it. */
export function unitCode(fn: string, division: string): string {
  return `${fn}.${division}`;
}

/**
 * A directory held in memory, from plain rows in any order. Throws `RangeError` for a parent, superior or division that
 * isn't there, for a circle, and for two units of one function in one division: a broken organisation must not boot.
 */
export function directoryFrom(data: OrganisationData): Directory {
  const divisionRows = index(data.divisions, (row) => row.code, 'division');
  const unitRows = index(data.units, (row) => row.id, 'unit');
  const categories = index(data.categories, (row) => row.code, 'category');

  const divisions = new Map<string, Division>();
  for (const row of data.divisions) {
    const ancestors = climb(row.code, (code) => found(divisionRows, code, 'division').parent, 'division');
    divisions.set(row.code, { code: row.code, name: row.name, level: levelOfDivision(row.code), ancestors });
  }

  const units = new Map<string, Unit>();
  const byCode = new Map<string, Unit>();
  const under = new Map<string, Unit[]>();
  for (const row of data.units) {
    const code = unitCode(row.function, row.division);
    if (byCode.has(code)) throw new RangeError(`two units are called ${code}`);
    const ancestors = climb(row.id, (id) => found(unitRows, id, 'unit').superiorId, 'unit');
    const reviewUnitIds = row.reviewUnitIds ?? (row.superiorId === null ? [] : [row.superiorId]);
    // In the order of canonical JSON: every command that names the unit is stored with it.
    const unit: Unit = {
      ancestors,
      code,
      division: row.division,
      function: row.function,
      id: row.id,
      level: found(divisions, row.division, 'division').level,
      name: row.name,
      reviewUnitIds,
      superiorId: row.superiorId,
    };
    units.set(unit.id, unit);
    byCode.set(code, unit);
    for (const id of ancestors) {
      const list = under.get(id);
      if (list) list.push(unit);
      else under.set(id, [unit]);
    }
  }

  const lists = { divisions: [...divisions.values()], units: [...units.values()], categories: [...categories.values()] };
  return {
    division: (code) => divisions.get(code),
    unit: (id) => units.get(id),
    unitOf: (fn, divisionCode) => byCode.get(unitCode(fn, divisionCode)),
    category: (code) => categories.get(code),
    categories: () => lists.categories,
    divisions: () => lists.divisions,
    units: () => lists.units,
    unitsUnder: (id) => under.get(id) ?? [],
  };
}

function index<T>(rows: readonly T[], keyOf: (row: T) => string, what: string): Map<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    if (map.has(key)) throw new RangeError(`two of ${what} ${key}`);
    map.set(key, row);
  }
  return map;
}

function found<T>(map: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no ${what} ${key}`);
  return value;
}

function climb(from: string, parentOf: (key: string) => string | null, what: string): readonly string[] {
  const path: string[] = [];
  for (let at = parentOf(from); at !== null; at = parentOf(at)) {
    if (at === from || path.includes(at)) throw new RangeError(`${what} ${from} is its own superior`);
    path.push(at);
  }
  return path;
}
