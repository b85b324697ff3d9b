import type { SeededRandom } from '../support/seeded-random.ts';
import { times } from './seed.ts';

/**
 * What is killed with `kill -9`; `both`: the server first, the product while it is bringing it back. `stopped`: no kill, the
 * product is asked to stop by SIGTERM while it is busy.
 */
export type Victim = 'standalone' | 'database' | 'both' | 'stopped';

export interface PlannedKill {
  readonly victim: Victim;
  /** Acknowledgements that the clients get between the recovery from the last kill and this one. */
  readonly afterAcknowledged: number;
}

/** A kill that was carried out, with how long it took until work moved again; ms. */
export interface CarriedOutKill {
  readonly victim: Victim;
  /** Process numbers that were killed. */
  readonly pids: readonly number[];
  /** Until a request was acknowledged that had been sent after the kill. */
  readonly workAgainAfter: number;
  /** With which code the product ended when it was asked to stop; undefined where it was killed. */
  readonly exitCode?: number | null;
}

/** How often each victim is killed. */
export const KILLS: readonly (readonly [Victim, number])[] = [
  ['standalone', times(10, 50)],
  ['database', times(3, 50)],
  ['both', times(1, 10)],
  ['stopped', times(1, 10)],
];

/** All kills in an order and at moments that the seed decides. */
export function planKills(random: SeededRandom): readonly PlannedKill[] {
  const victims = KILLS.flatMap(([victim, times]) => Array.from({ length: times }, () => victim));
  return random.shuffled(victims).map((victim) => ({ victim, afterAcknowledged: random.between(15, 120) }));
}
