import { writeSync } from 'node:fs';
import { FAULT_POINTS } from './fault-points.ts';
import type { FaultPoint } from './fault-points.ts';

/** Where this process is to be killed, as `FAULT_POINT` names it. */
export interface PlannedDeath {
  readonly name: string;
  /** The how many-eth time that it is reached; from 1. */
  readonly nth: number;
}

/** What a process writes to standard error before it kills itself; the name follows. */
export const DEATH_NOTE = 'jiefen: killed at fault point';

const STANDARD_ERROR = 2;

/** A death was planned at a point that doesn't exist; the message is one line for whoever started the process. */
export class FaultPointUnknown extends Error {
  override readonly name = 'FaultPointUnknown';
}

let strike: ((name: FaultPoint) => void) | null = null;

/** Says that execution has come to a named place. Without a planned death, which production refuses, it does nothing. */
export function reachFaultPoint(name: FaultPoint): void {
  strike?.(name);
}

/**
 * From now on this process dies by SIGKILL when it reaches the point; null: no longer.
 * @param die tests of this library alone pass something milder
 * @throws FaultPointUnknown
 */
export function planDeath(planned: PlannedDeath | null, die: (name: FaultPoint) => void = killSelf): void {
  strike = null;
  if (planned === null) return;
  const { name, nth } = planned;
  if (!isFaultPoint(name))
    throw new FaultPointUnknown(`FAULT_POINT: there is no ${name}; there are ${Object.keys(FAULT_POINTS).join(', ')}`);
  let left = nth;
  strike = (reached) => {
    if (reached !== name) return;
    left -= 1;
    if (left === 0) die(reached);
  };
}

function isFaultPoint(name: string): name is FaultPoint {
  return Object.hasOwn(FAULT_POINTS, name);
}

/** Synchronous: what would be written or sent in the same turn of the event loop never is. */
function killSelf(name: FaultPoint): void {
  writeSync(STANDARD_ERROR, `${DEATH_NOTE} ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}
