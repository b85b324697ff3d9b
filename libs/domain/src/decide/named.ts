import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { COMMANDS } from '../definitions/commands.ts';
import { supervisingOrgans } from '../supervision/supervisor.ts';

type Payload = Readonly<Record<string, unknown>>;

function idsIn(payload: Payload, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const value = payload[field];
    return typeof value === 'string' ? [value] : [];
  });
}

/**
 * Units the caller resolves from the directory into `command.units` before deciding: those the payload names (unknown ones
 * are 400), and with them the holder (its reviewers) and the routed lead, which only commands that name a unit look at. An id the
 * directory doesn't know is left out. A rung that supervises (`DEADLINE_STEP`) looks at the organs that may have to.
 * @returns ids in order, each once
 */
export function namedUnits(snapshot: CaseSnapshot, type: string, payload: Payload, env: DomainEnv): readonly string[] {
  if (type === 'DEADLINE_STEP') return rungUnits(snapshot, payload, env);
  const fields = COMMANDS[type]?.unitFields ?? [];
  if (fields.length === 0) return [];
  const { holderUnitId, leadUnitId } = snapshot.context;
  return [...new Set([holderUnitId, leadUnitId, ...idsIn(payload, fields)])].sort();
}

function rungUnits({ context, open }: CaseSnapshot, payload: Payload, env: DomainEnv): readonly string[] {
  const step = payload['step'];
  const deadline = open.find((one) => one.id === payload['deadlineId']);
  return supervisingOrgans(context, deadline, typeof step === 'number' ? step : null, env);
}

/** Cases the payload names; only those the actor may know of go into `command.cases`. */
export function namedCases(type: string, payload: Payload): readonly string[] {
  return idsIn(payload, COMMANDS[type]?.caseFields ?? []);
}
