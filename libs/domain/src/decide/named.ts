import type { CaseSnapshot } from '../case/snapshot.ts';
import { COMMANDS } from '../definitions/commands.ts';

type Payload = Readonly<Record<string, unknown>>;

function idsIn(payload: Payload, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const value = payload[field];
    return typeof value === 'string' ? [value] : [];
  });
}

/**
 * Units the caller resolves from the directory into `command.units` before deciding: those the payload names (unknown ones
 * are 400), the holder (its reviewers) and the routed lead. An id the directory doesn't know is left out.
 */
export function namedUnits(snapshot: CaseSnapshot, type: string, payload: Payload): readonly string[] {
  const { holderUnitId, leadUnitId } = snapshot.context;
  return [...new Set([holderUnitId, leadUnitId, ...idsIn(payload, COMMANDS[type]?.unitFields ?? [])])];
}

/** Cases the payload names; only those the actor may know of go into `command.cases`. */
export function namedCases(type: string, payload: Payload): readonly string[] {
  return idsIn(payload, COMMANDS[type]?.caseFields ?? []);
}
