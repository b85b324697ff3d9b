import { hasRole } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { Role } from '#libs/domain';
import { problemOf } from './problem-error.ts';

/** Called after the request has been validated, because 400 comes before 403. @throws 403 for other roles. */
export function permit(viewer: Viewer, ...roles: readonly Role[]): void {
  if (!hasRole(viewer, ...roles)) throw problemOf('access.forbidden');
}
