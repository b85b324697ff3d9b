import type { Actor, Role } from '#libs/domain';

const UNIT_ROLES: readonly Role[] = ['clerk', 'handler', 'head', 'mediator', 'supervisor'];
const PLACE_ROLES: readonly Role[] = ['supervisor', 'leader', 'auditor'];

/** A SQL condition with numbered parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The cases a person may know of, as one SQL condition over `jiefen.cases c`; tested equal to the domain's `knowledge`.
 *
 * @param first number of the first free parameter
 */
export function visibleCases(actor: Actor, first: number): Condition {
  if (actor.unitId === null) return { sql: 'false', values: [] };
  const has = (roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));
  const [unit, user, place] = [`$${String(first)}::uuid`, `$${String(first + 1)}::uuid`, `$${String(first + 2)}::text`];
  const mine = `c.viewer_unit_ids @> array[${unit}]`;
  const inPlace = actor.division === null ? 'false' : `${place} in (c.division_code, c.county_code, c.city_code, c.province_code)`;
  const ordinary = [...(has(UNIT_ROLES) ? [mine] : []), ...(has(PLACE_ROLES) ? [inPlace] : [])];
  const kept = `${mine} and ${has(['clerk']) ? `coalesce(c.keeper_user_id = ${user}, true)` : `c.keeper_user_id = ${user}`}`;
  const sealed = [
    `jsonb_array_length(c.context::jsonb->'hops') = 0 and ${kept}`,
    ...(has(['handler', 'head']) ? [`jsonb_array_length(c.context::jsonb->'hops') > 0 and ${mine}`] : []),
    ...(has(['auditor']) ? [`jsonb_array_length(c.context::jsonb->'hops') > 0 and ${inPlace}`] : []),
  ];
  const any = (conditions: readonly string[]): string =>
    conditions.length === 0 ? 'false' : conditions.map((one) => `(${one})`).join(' or ');
  // Named once without effect: a parameter that no branch uses has no type otherwise.
  const named = `(${unit} is not null or ${user} is null or ${place} is null)`;
  const excluded = `c.context::jsonb->'excluded' @> jsonb_build_array(jsonb_build_object('unitId', ${unit}))`;
  return {
    sql: `(${named} and ((not c.sealed and (${any(ordinary)})) or (c.sealed and not (${excluded}) and (${any(sealed)}))))`,
    values: [actor.unitId, actor.userId, actor.division],
  };
}
