import { randomUUID } from 'node:crypto';
import type { Viewer } from '#libs/access';
import { derivedCaseId } from '#libs/engine';

/**
 * The id of what a request makes: under an Idempotency-Key it follows from user, route and key, so that the same request sent again finds
 * what it made; without one it is new.
 */
export function keyedId(route: string, { userId }: Pick<Viewer, 'userId'>, key: string | undefined): string {
  return key === undefined ? randomUUID() : derivedCaseId(route, userId, key);
}
