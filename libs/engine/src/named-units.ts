import type { Directory, Unit } from '#libs/domain';

/** The directory's facts of the day about the units named, for the command to carry; unknown ids are left out (the domain refuses). */
export function resolveUnits(ids: Iterable<string>, directory: Directory): Readonly<Record<string, Unit>> {
  const units: Record<string, Unit> = {};
  for (const id of ids) {
    const unit = directory.unit(id);
    if (unit !== undefined) units[id] = unit;
  }
  return units;
}

/** Every unit that a registration's payload names, however deep (`unitId` of routing, parties, exclusions). */
export function unitsNamedIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) unitsNamedIn(one, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (typeof one === 'string' && key.toLowerCase().endsWith('unitid')) found.add(one);
      else unitsNamedIn(one, found);
    }
  }
  return found;
}
