import { hasRole } from '../access/people.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { CaseCommand } from '../case/command.ts';
import type { AllowedCommand, BlockedCommand } from '../case/decision.ts';
import type { Instant } from '../case/deadline.ts';
import type { Unit } from '../case/directory.ts';
import type { DomainEnv } from '../case/env.ts';
import { chartContext } from '../case/memo.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import type { Step } from '../chart/rule.ts';
import { COMMANDS } from '../definitions/commands.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { lawOf } from './law.ts';
import { knowsAll, refusalBefore, wayRefusal, waysHere } from './judge.ts';

export interface Options {
  readonly allowed: readonly AllowedCommand[];
  readonly blocked: readonly BlockedCommand[];
}

/** The units a decision on this case looks at besides those the payload names. */
export function unitsOf(snapshot: CaseSnapshot, actor: Actor, env: DomainEnv): Readonly<Record<string, Unit>> {
  const { holderUnitId, leadUnitId } = snapshot.context;
  const units: Record<string, Unit> = {};
  for (const id of [holderUnitId, leadUnitId, actor.unitId]) {
    const unit = id === null ? undefined : env.directory.unit(id);
    if (unit !== undefined) units[unit.id] = unit;
  }
  return units;
}

/**
 * Exactly what this person may send now, and of what his roles are for what he may not, with the reason, who may and from
 * when. What depends on the payload alone (which unit, which date) doesn't count. Nothing for whoever may not know the case.
 */
export function options(snapshot: CaseSnapshot, actor: Actor, at: Instant, env: DomainEnv): Options {
  const context = chartContext(snapshot.context);
  if (!knowsAll(context, actor)) return { allowed: [], blocked: [] };
  const definition = proceduresOf(env).of(snapshot.procedure, snapshot.procedureVersion);
  const asked = { payload: {}, documents: [], units: unitsOf(snapshot, actor, env), cases: {} };
  const { open, state } = snapshot;
  const today = civilDateOf(at);
  const law = lawOf(snapshot, at, env);
  const allowed: AllowedCommand[] = [];
  const blocked: BlockedCommand[] = [];
  for (const type of definition.commands) {
    const spec = COMMANDS[type];
    if (spec === undefined || !hasRole(actor, ...spec.roles)) continue;
    const command: CaseCommand = { type, commandId: '', at, by: actor, ...asked };
    const step: Step = { type, command, open, today, state, law };
    const no = refusalBefore(definition, spec, context, step, false) ?? wayRefusal(waysHere(definition, step), context, step, false);
    const { label } = spec;
    if (no === null) allowed.push({ type, label });
    else blocked.push({ type, label, code: no.code, reason: no.reason, basis: no.basis, whoMay: no.whoMay, from: no.from });
  }
  return { allowed, blocked };
}
