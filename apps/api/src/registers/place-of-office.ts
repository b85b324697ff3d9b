import { hasRole } from '#libs/access';
import type { Viewer } from '#libs/access';
import { liesWithin } from '#libs/domain';
import { problemOf } from '../http/problem-error.ts';

/** Registers of a place are kept by its supervisor, and by those of the places around it. @throws 403 */
export function permitForPlace(viewer: Viewer, division: string): void {
  if (!hasRole(viewer, 'supervisor') || viewer.unit === null || !liesWithin(division, viewer.unit.division))
    throw problemOf('access.forbidden');
}
