import { to, toIf } from '../chart/chart.ts';
import { cameFrom, merge, mergeTargetFits, undoMerger, undoWithdrawal, withdraw, withinUndoDays } from './interruption.ts';

export const interruptible = {
  WITHDRAW: to('withdrawn', withdraw),
  MERGE: to('merged', merge, mergeTargetFits),
};

/** Back from `withdrawn` to whichever of these states it came from. */
export function withdrawalUndoable(states: readonly string[]) {
  return { UNDO_WITHDRAW: states.map((state) => toIf(cameFrom(state), state, undoWithdrawal, withinUndoDays)) };
}

export function mergerUndoable(states: readonly string[]) {
  return { UNMERGE: states.map((state) => toIf(cameFrom(state), state, undoMerger)) };
}
