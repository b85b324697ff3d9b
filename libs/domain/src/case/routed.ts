import type { CaseCommand } from './command.ts';
import type { Excluded } from './snapshot.ts';

/** What a command carries of the routing: who leads, who assists, who may never touch the case. */
export interface CarriedRouting {
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
  readonly excluded: readonly Excluded[];
}

function isExcludedUnit(value: unknown): value is Excluded {
  return (
    typeof value === 'object' &&
    value !== null &&
    'unitId' in value &&
    typeof value.unitId === 'string' &&
    'reason' in value &&
    typeof value.reason === 'string'
  );
}

/** The units in the payload's field `excluded`. */
export function excludedOf(command: CaseCommand): readonly Excluded[] {
  const value = command.payload['excluded'];
  return Array.isArray(value) ? value.filter(isExcludedUnit).map(({ unitId, reason }) => ({ unitId, reason })) : [];
}

/** The routing in the payload's field `routing`, or null. Put there by the caller from the directory of the day. */
export function routingOf(command: CaseCommand): CarriedRouting | null {
  const value = command.payload['routing'];
  if (typeof value !== 'object' || value === null || !('leadUnitId' in value) || typeof value.leadUnitId !== 'string') return null;
  const assist = 'assistUnitIds' in value && Array.isArray(value.assistUnitIds) ? value.assistUnitIds : [];
  const excluded = 'excluded' in value && Array.isArray(value.excluded) ? value.excluded : [];
  return {
    leadUnitId: value.leadUnitId,
    assistUnitIds: assist.filter((one): one is string => typeof one === 'string'),
    excluded: excluded.filter(isExcludedUnit).map(({ unitId, reason }) => ({ unitId, reason })),
  };
}
