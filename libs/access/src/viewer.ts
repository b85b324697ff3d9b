import type { Actor, Role } from '#libs/domain';

/** Who is asking: a person of the staff with an open session. Never a name beyond the user name of the account. */
export interface Viewer {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unit: { readonly id: string; readonly name: string; readonly function: string; readonly division: string } | null;
}

/** The role a person's act is recorded under: the first of these that the account holds. */
const RECORDED_ROLE: readonly Role[] = ['head', 'handler', 'clerk', 'mediator', 'supervisor', 'leader', 'auditor', 'admin', 'operator'];

/** The viewer as the domain sees him. */
export function actorOf(viewer: Viewer): Actor {
  const role = RECORDED_ROLE.find((one) => viewer.roles.includes(one)) ?? viewer.roles[0];
  if (role === undefined) throw new Error('an account without a role has no session');
  return { userId: viewer.userId, role, roles: viewer.roles, unitId: viewer.unit?.id ?? null, division: viewer.unit?.division ?? null };
}

export const hasRole = (viewer: Viewer, ...roles: readonly Role[]): boolean => roles.some((role) => viewer.roles.includes(role));
