import type { Actor, Role } from '#libs/domain';
import { LISTING_PROCEDURES, RECORD_PROCEDURES } from '#libs/domain';

/** The procedures of cards and letters beside cases, as SQL writes a list. */
export const RECORD_PROCEDURE_LIST = RECORD_PROCEDURES.map((one) => `'${one}'`).join(', ');

/** Those that only list cases. */
const LISTING = LISTING_PROCEDURES.map((one) => `'${one}'`).join(', ');

const UNIT_ROLES: readonly Role[] = ['clerk', 'handler', 'head', 'mediator', 'supervisor'];
const PLACE_ROLES: readonly Role[] = ['supervisor', 'leader', 'auditor'];

/** Whether an office is for all of a place; others know of what their unit has to do with. */
export function isOfPlace({ roles }: Actor): boolean {
  return roles.some((role) => PLACE_ROLES.includes(role));
}

/** A SQL condition with numbered parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Of one row by its alias, whatever it belongs to. */
function knownBy(actor: Actor, of: string, [unit, user, place]: readonly [string, string, string]): string {
  const has = (roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));
  const mine = `${of}.viewer_unit_ids @> array[${unit}]`;
  const inPlace =
    actor.division === null ? 'false' : `${place} in (${of}.division_code, ${of}.county_code, ${of}.city_code, ${of}.province_code)`;
  const ordinary = [...(has(UNIT_ROLES) ? [mine] : []), ...(has(PLACE_ROLES) ? [inPlace] : [])];
  const kept = `${mine} and ${has(['clerk']) ? `coalesce(${of}.keeper_user_id = ${user}, true)` : `${of}.keeper_user_id = ${user}`}`;
  const hops = `jsonb_array_length(${of}.context::jsonb->'hops')`;
  const sealed = [
    `${hops} = 0 and ${kept}`,
    ...(has(['handler', 'head']) ? [`${hops} > 0 and ${mine}`] : []),
    ...(has(['auditor']) ? [`${hops} > 0 and ${inPlace}`] : []),
  ];
  const any = (conditions: readonly string[]): string =>
    conditions.length === 0 ? 'false' : conditions.map((one) => `(${one})`).join(' or ');
  const excluded = `${of}.context::jsonb->'excluded' @> jsonb_build_array(jsonb_build_object('unitId', ${unit}))`;
  return `((not ${of}.sealed and (${any(ordinary)})) or (${of}.sealed and not (${excluded}) and (${any(sealed)})))`;
}

/**
 * The cases a person may know of, as one SQL condition over `jiefen.cases c`; tested equal to the domain's `knowledge`. A record that
 * belongs to another case is known to nobody who may not know of that one, and to nobody at all once that one is sealed; one that is about cases
 * to nobody once one of them is.
 *
 * @param first number of the first free parameter
 */
export function visibleCases(actor: Actor, first: number): Condition {
  if (actor.unitId === null) return { sql: 'false', values: [] };
  const numbers = [`$${String(first)}::uuid`, `$${String(first + 1)}::uuid`, `$${String(first + 2)}::text`] as const;
  const [unit, user, place] = numbers;
  // Named once without effect: a parameter that no branch uses has no type otherwise.
  const named = `(${unit} is not null or ${user} is null or ${place} is null)`;
  // A letter of suggestion is for whoever it is addressed to, who needn't know the case; once that is sealed, nobody knows of it either.
  const main = `(c.main_case_id is null or exists (select from jiefen.cases m where m.id = c.main_case_id and not m.sealed
    and (c.procedure = 'suggestion-letter' or ${knownBy(actor, 'm', numbers)})))`;
  // A record about other cases is hidden by the seal of any of them, and from whoever is excluded from one, as they stand now.
  const about = `(c.class <> 'RECORD' or c.procedure in (${LISTING}) or not exists (select from jiefen.case_links l join jiefen.cases m on m.id = l.case_id
    where l.record_id = c.id and (m.sealed or m.context::jsonb->'excluded' @> jsonb_build_array(jsonb_build_object('unitId', ${unit})))))`;
  return {
    sql: `(${named} and ${knownBy(actor, 'c', numbers)} and ${main} and ${about})`,
    values: [actor.unitId, actor.userId, actor.division],
  };
}
