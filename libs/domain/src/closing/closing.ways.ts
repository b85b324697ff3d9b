import type { Deed } from '../chart/chart.ts';
import { stay, to } from '../chart/chart.ts';
import { archive, rate, recordVisit, redo } from './closing.deeds.ts';
import { closingConditions, firstUnitKnown, rateOnce, ratedDissatisfied, redoOnce } from './closing.rules.ts';

export const visited = {
  RETURN_VISIT: stay(recordVisit),
  RATE: stay(rate, rateOnce),
};

/** What a closed case still asks for, rules 9.8. */
export const closable = { ...visited, ARCHIVE: to('archived', archive, closingConditions) };

/**
 * Where some unit may have accepted it, it may be sent back to be done again; what was never accepted has nothing to do again.
 * @param deed `redo`, and what a procedure adds to it
 */
export function redoableBy(deed: Deed) {
  return { REDO: to('handling', deed, ratedDissatisfied, redoOnce, firstUnitKnown) };
}

export const redoable = redoableBy(redo);
