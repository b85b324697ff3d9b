import { categoryParents, directoryFrom, rulingFor } from '#libs/domain';
import type { Category, Directory, Division, RoutingRuling, Unit, UnitLevel } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { readOrganisation } from './organisation-rows.ts';
import type { OrganisationRows } from './organisation-rows.ts';

export interface UnitFilter {
  readonly function?: string | undefined;
  /** That division only, not what lies below. */
  readonly division?: string | undefined;
  readonly level?: UnitLevel | undefined;
  /** Part of the name in either language, or of the code. */
  readonly q?: string | undefined;
}

interface Loaded {
  readonly directory: Directory;
  readonly namesEn: ReadonlyMap<string, string>;
  readonly categoryParents: ReadonlyMap<string, string | null>;
  readonly rulings: readonly RoutingRuling[];
}

const NOTHING: OrganisationRows = { divisions: [], units: [], categories: [], rulings: [] };

/**
 * The city's organisation in memory: loaded when the module starts, replaced as a whole by `reload()`, so that a decision
 * sees either the old or the new one, never half of each.
 */
@Injectable()
export class DirectoryService implements Directory, OnModuleInit {
  private loaded: Loaded = load(NOTHING);
  private readonly pool: Pool;

  constructor(@Inject(READ_POOL) pool: Pool) {
    this.pool = pool;
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  /** Reads everything again. A broken organisation throws and leaves the one that was loaded before. */
  async reload(): Promise<void> {
    this.loaded = load(await readOrganisation(this.pool));
  }

  division(code: string): Division | undefined {
    return this.loaded.directory.division(code);
  }

  unit(id: string): Unit | undefined {
    return this.loaded.directory.unit(id);
  }

  unitOf(fn: string, divisionCode: string): Unit | undefined {
    return this.loaded.directory.unitOf(fn, divisionCode);
  }

  category(code: string): Category | undefined {
    return this.loaded.directory.category(code);
  }

  categories(): readonly Category[] {
    return this.loaded.directory.categories();
  }

  divisions(): readonly Division[] {
    return this.loaded.directory.divisions();
  }

  units(): readonly Unit[] {
    return this.loaded.directory.units();
  }

  /** The rules of routing that rulings on jurisdiction left. */
  rulings(): readonly RoutingRuling[] {
    return this.loaded.rulings;
  }

  ruling(categoryCode: string, path: readonly string[]): RoutingRuling | undefined {
    return rulingFor(this.loaded.rulings, categoryCode, path);
  }

  unitsUnder(id: string): readonly Unit[] {
    return this.loaded.directory.unitsUnder(id);
  }

  /** The unit's English name; its Chinese one for a unit without. */
  nameEn(id: string): string | undefined {
    return this.loaded.namesEn.get(id) ?? this.unit(id)?.name;
  }

  /** Units that fit every given condition, ordered by division and code. */
  searchUnits(filter: UnitFilter): readonly Unit[] {
    const q = filter.q?.trim().toLowerCase() ?? '';
    return this.units().filter(
      (unit) =>
        (filter.function === undefined || unit.function === filter.function) &&
        (filter.division === undefined || unit.division === filter.division) &&
        (filter.level === undefined || unit.level === filter.level) &&
        (q === '' || [unit.name, unit.code, this.nameEn(unit.id) ?? ''].some((text) => text.toLowerCase().includes(q))),
    );
  }

  /** Divisions directly under a parent, or all of them; ordered by code. */
  divisionsUnder(parent: string | undefined): readonly Division[] {
    return parent === undefined ? this.divisions() : this.divisions().filter((division) => division.ancestors[0] === parent);
  }

  /** Categories directly under a parent, or all of them; ordered by code. */
  categoriesUnder(parent: string | undefined): readonly Category[] {
    return parent === undefined ? this.categories() : this.categories().filter(({ code }) => this.categoryParent(code) === parent);
  }

  /** The category one level up, or null at the top. */
  categoryParent(code: string): string | null {
    return this.loaded.categoryParents.get(code) ?? null;
  }
}

function load(rows: OrganisationRows): Loaded {
  return {
    directory: directoryFrom(rows),
    namesEn: new Map(rows.units.map(({ id, nameEn }) => [id, nameEn])),
    categoryParents: categoryParents(rows.categories),
    rulings: rows.rulings,
  };
}
