import type { Actor, CaseContext, CaseSnapshot } from '../case/snapshot.ts';
import { chartContext } from '../case/memo.ts';
import { mediates } from '../mediation/record.ts';
import { knowledge } from './knowledge.ts';
import { hasRole, isUnforwarded } from './people.ts';

const holds = (context: CaseContext, actor: Actor): boolean =>
  (actor.unitId === context.holderUnitId && hasRole(actor, 'handler', 'head')) || mediates(chartContext(context), actor.userId);
const inCentre = (context: CaseContext, actor: Actor): boolean =>
  actor.unitId === context.centreUnitId && hasRole(actor, 'clerk', 'supervisor');

/** Whoever wrote the names down; for a matter filed by the public, the counter that has to pass it on. */
function registered(snapshot: CaseSnapshot, actor: Actor): boolean {
  const { state, context } = snapshot;
  if (state !== 'registered') return false;
  return context.registeredBy.userId === null
    ? inCentre(context, actor) && hasRole(actor, 'clerk')
    : actor.userId === context.registeredBy.userId;
}

/**
 * Whether a person reads the parties' names in clear on the case page (phone and ID number never are there): the present
 * holder of a CLAIM, who must serve and visit, and while it is registered its registrar; of a confidential case only the
 * centre; of a sealed one its holder. Everybody else sees masks. The caller audits every reading in clear.
 */
export function readsNames(snapshot: CaseSnapshot, actor: Actor): boolean {
  const { context } = snapshot;
  if (knowledge(context, actor) !== 'full') return false;
  if (actor.userId !== null && context.recusedUsers.includes(actor.userId)) return false;
  if (context.sealed) return isUnforwarded(context) ? registered(snapshot, actor) : holds(context, actor);
  if (context.confidential) return inCentre(context, actor);
  return registered(snapshot, actor) || (context.class === 'CLAIM' && holds(context, actor));
}
