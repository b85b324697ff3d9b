import type { Actor, CaseContext } from '../case/snapshot.ts';
import type { Role } from '../case/vocabulary.ts';

/** Units whose work is to pass petitions on, Art 22: they route within their own division and below. */
const PETITION_OFFICES: ReadonlySet<string> = new Set(['petition-office', 'governance-centre']);

export function isPetitionOffice(unitFunction: string): boolean {
  return PETITION_OFFICES.has(unitFunction);
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  for (const role of roles) if (actor.roles.includes(role)) return true;
  return false;
}

/** The roles that do a unit's work on a case: the counter at the centre, handler and head elsewhere. */
export function workingRoles(context: Pick<CaseContext, 'centreUnitId'>, unitId: string): readonly Role[] {
  return unitId === context.centreUnitId ? ['clerk', 'supervisor', 'handler', 'head'] : ['handler', 'head'];
}

/** The roles to be told when something concerns a unit. */
export function addresseesOf(context: Pick<CaseContext, 'centreUnitId'>, unitId: string): readonly Role[] {
  return unitId === context.centreUnitId ? ['clerk', 'supervisor'] : ['handler', 'head'];
}

export function worksFor(context: Pick<CaseContext, 'centreUnitId'>, actor: Actor, unitId: string): boolean {
  return actor.unitId === unitId && hasRole(actor, ...workingRoles(context, unitId));
}

export function isExcluded(context: Pick<CaseContext, 'excluded'>, unitId: string | null): boolean {
  if (unitId === null) return false;
  for (const one of context.excluded) if (one.unitId === unitId) return true;
  return false;
}

/**
 * A sealed case that nobody has passed on yet is known to one person alone. Null: to the clerks of the registering unit,
 * where no person registered it (filed by the public) and somebody has to pass it on.
 */
export function keeperOf(context: CaseContext): string | null {
  const keeper = context.memo['keeper'];
  return typeof keeper === 'string' ? keeper : context.registeredBy.userId;
}

/** True while a sealed case still waits to be passed on. */
export function isUnforwarded(context: Pick<CaseContext, 'hops'>): boolean {
  return context.hops.length === 0;
}
