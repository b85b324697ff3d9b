import type { Category, DivisionRow, RoutingRuling, UnitLevel, UnitRow } from '#libs/domain';
import type { Pool } from 'pg';

export interface NamedUnitRow extends UnitRow {
  readonly nameEn: string;
}

export interface OrganisationRows {
  readonly divisions: readonly DivisionRow[];
  readonly units: readonly NamedUnitRow[];
  readonly categories: readonly Category[];
  readonly rulings: readonly RoutingRuling[];
}

interface CategoryRow {
  code: string;
  path: string;
  owner: string;
  lowestLevel: UnitLevel;
  desk: string | null;
}

/**
 * The whole organisation in four queries, ordered by code. Units that are no longer active are left out, and with them
 * the pointers to them: a superior that is gone reviews nobody.
 */
export async function readOrganisation(pool: Pick<Pool, 'query'>): Promise<OrganisationRows> {
  const divisions = await pool.query<DivisionRow>('select code, name, parent from jiefen.divisions order by code');
  const units = await pool.query<NamedUnitRow>(
    `select u.id, u.name, u.name_en as "nameEn", u.function, u.division, s.id as "superiorId", u.review_unit_ids as "reviewUnitIds"
       from jiefen.units u left join jiefen.units s on s.id = u.superior_id and s.active
      where u.active order by u.division, u.code`,
  );
  const categories = await pool.query<CategoryRow>(
    'select code, path, owner_function as owner, lowest_level as "lowestLevel", desk from jiefen.categories order by code',
  );
  const rulings = await pool.query<RoutingRuling>(
    'select id, category_code as "categoryCode", division_code as "divisionCode", function from jiefen.routing_rulings where accepted order by id',
  );
  return {
    rulings: rulings.rows,
    divisions: divisions.rows,
    units: units.rows,
    categories: categories.rows.map(({ desk, ...category }) => (desk === null ? category : { ...category, desk })),
  };
}
