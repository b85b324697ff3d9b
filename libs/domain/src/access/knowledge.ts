import type { Actor, CaseContext } from '../case/snapshot.ts';
import type { Role } from '../case/vocabulary.ts';
import { hasRole, isExcluded, isUnforwarded, keeperOf } from './people.ts';

/** `existence`: that there is such a case, its state and clocks, no content (auditor of a sealed case). */
export type Knowledge = 'full' | 'existence' | 'none';

/** Roles that work on cases of their unit. Administrators and operators read no case content. */
const UNIT_ROLES: readonly Role[] = ['clerk', 'handler', 'head', 'mediator', 'supervisor'];
/** Roles that answer for a place. */
const PLACE_ROLES: readonly Role[] = ['supervisor', 'leader', 'auditor'];

/**
 * Units that a case has reached, minus those excluded from it; the same list stands in the case row. Of an ordinary case the
 * centre and the registering unit keep the sight of what they registered, even when it complains about them: they pass it
 * on. A sealed one leaves the accused unit's sight at once (Art 30(3)).
 */
export function viewerUnits(context: CaseContext): readonly string[] {
  if (context.sealed) return isExcluded(context, context.holderUnitId) ? [] : [context.holderUnitId];
  const { centreUnitId, registeredBy, holderUnitId, earlierHolders, assisting } = context;
  const units = [centreUnitId];
  if (registeredBy.unitId !== null) addOnce(units, registeredBy.unitId);
  addUnlessExcluded(units, context, holderUnitId);
  for (const unitId of earlierHolders) addUnlessExcluded(units, context, unitId);
  for (const unitId of assisting) addUnlessExcluded(units, context, unitId);
  return units;
}

/** Of a handful of units, a list is searched faster than a set is made. */
function addOnce(units: string[], unitId: string): void {
  if (!units.includes(unitId)) units.push(unitId);
}

function addUnlessExcluded(units: string[], context: CaseContext, unitId: string): void {
  if (!isExcluded(context, unitId)) addOnce(units, unitId);
}

function knowsOfSealed(context: CaseContext, viewer: Actor): Knowledge {
  const mine = viewer.unitId !== null && viewerUnits(context).includes(viewer.unitId);
  if (isUnforwarded(context)) {
    const keeper = keeperOf(context);
    return mine && (keeper === null ? hasRole(viewer, 'clerk') : viewer.userId === keeper) ? 'full' : 'none';
  }
  if (mine && hasRole(viewer, 'handler', 'head')) return 'full';
  // The auditor sees that the seal is kept, never what is under it (Art 30(3)).
  return hasRole(viewer, 'auditor') && answersForPlace(context, viewer) ? 'existence' : 'none';
}

function answersForPlace(context: CaseContext, viewer: Actor): boolean {
  return viewer.division !== null && context.divisionPath.includes(viewer.division);
}

/**
 * What a staff member may know of a case; `none` is told as 404. Of a sealed case an excluded unit knows nothing, whatever
 * else it is. The petitioner has his own page and never comes here.
 */
export function knowledge(context: CaseContext, viewer: Actor): Knowledge {
  if (viewer.unitId === null) return 'none';
  if (context.sealed) return isExcluded(context, viewer.unitId) ? 'none' : knowsOfSealed(context, viewer);
  if (hasRole(viewer, ...UNIT_ROLES) && viewerUnits(context).includes(viewer.unitId)) return 'full';
  return hasRole(viewer, ...PLACE_ROLES) && answersForPlace(context, viewer) ? 'full' : 'none';
}
