import type { OpenDeadline } from '../case/deadline.ts';
import { isOverdueDuty } from './projection.ts';

const earliest = (deadlines: readonly OpenDeadline[]): OpenDeadline | null =>
  deadlines.reduce<OpenDeadline | null>((first, one) => (first === null || one.dueAt < first.dueAt ? one : first), null);

/**
 * The one deadline that whoever reads a list must mind: a duty that is overdue, else what falls due next, else a clock that
 * stands still. A right that has lapsed is nobody's to mind.
 */
export function clockToMind(open: readonly OpenDeadline[]): OpenDeadline | null {
  return (
    earliest(open.filter(isOverdueDuty)) ??
    earliest(open.filter((one) => one.state === 'armed')) ??
    earliest(open.filter((one) => one.state === 'paused'))
  );
}
