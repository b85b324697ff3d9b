import type { CivilDate } from './deadline.ts';
import type { NamedLeader } from './leader-case.ts';

/**
 * 领导接访: the days on which a leader receives people, one after the other. What is late is the day that a level owes, counted for places;
 * who the leader is stands in it so that people know whom they see.
 */
export interface ReceptionRecord {
  readonly leader: NamedLeader;
  /** The day that is fixed, how many people can be seen on it, and the unit where: the leader may go down to a township (下访). */
  readonly day?: { readonly on: CivilDate; readonly seats: number; readonly unitId: string };
  /** Cases whose people are booked on that day. */
  readonly booked: readonly string[];
  /** Days that were held so far. */
  readonly held: number;
  /** Cases that were opened at the table, all days together. */
  readonly opened: readonly string[];
}
