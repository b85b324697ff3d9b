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
