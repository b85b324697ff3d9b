import type { Directory, Unit } from '../case/directory.ts';
import type { Excluded } from '../case/snapshot.ts';
import type { ExclusionReason, Respondent } from './types.ts';

/** The organs complained about, each once, in the order named. An id the directory doesn't know is left to the caller's 400. */
export function respondentUnits(respondents: readonly Respondent[], directory: Directory): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const { unitId } of respondents) {
    const unit = unitId === null ? undefined : directory.unit(unitId);
    if (unit) units.set(unit.id, unit);
  }
  return [...units.values()];
}

/**
 * Who may never touch the case: a respondent is not its own judge and what it directs is not free to judge it. An
 * accusation also keeps away from the superior that leads the accused (Art 30(3)), except where the accused is a
 * discipline unit itself: then the next level's discipline unit is the competent one.
 */
export function exclusionsOf(accused: readonly Unit[], excludeSuperior: boolean, directory: Directory): readonly Excluded[] {
  const reasons = new Map<string, ExclusionReason>();
  const add = (unitId: string, reason: ExclusionReason): void => {
    if (!reasons.has(unitId)) reasons.set(unitId, reason);
  };
  for (const unit of accused) add(unit.id, 'respondent');
  for (const unit of accused) for (const lower of directory.unitsUnder(unit.id)) add(lower.id, 'under-respondent');
  if (excludeSuperior) {
    for (const unit of accused) {
      if (unit.superiorId !== null && unit.function !== 'discipline') add(unit.superiorId, 'superior-of-respondent');
    }
  }
  return [...reasons].map(([unitId, reason]) => ({ unitId, reason }));
}
