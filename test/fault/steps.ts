import type { SeededRandom } from '../support/seeded-random.ts';
import type { Condition } from './condition.ts';
import type { People } from './people.ts';

/** A case as its registration answered. */
export interface OpenedCase {
  readonly id: string;
  readonly routing: { readonly lead: { readonly unitId: string; readonly function: string; readonly division: string } };
}

/** What a caseworker does step by step; each step may be cut off, repeated or turned away. */
export interface Steps {
  readonly random: SeededRandom;
  readonly people: People;
  /** Relied on by whoever acts for the duty, taken away by whoever hands it over. */
  readonly duty: Condition;
  /** @returns null where it isn't known to be registered */
  register(clerk: string, patch: Readonly<Record<string, unknown>>): Promise<OpenedCase | null>;
  /** A record beside a case. @returns its id; null where it isn't known to be there */
  raise(username: string, path: string, body: Readonly<Record<string, unknown>>): Promise<string | null>;
  /** The legal time as it was last heard, an instant. */
  now(): string;
  /** Civil date so many days after it. */
  dayIn(days: number): string;
  /** @returns whether it is known to be done */
  command(caseId: string, username: string, type: string, payload?: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Civil date by the legal clock; null where nobody answered. */
  today(username: string): Promise<string | null>;
  /** Body of the answer; null where nobody answered. */
  read(username: string, path: string): Promise<unknown>;
  /** Whether the case is left lying here. */
  leaves(): boolean;
}

/** One way that a case may take, from its registration on. */
export type Matter = (steps: Steps, clerk: string) => Promise<void>;

/** One thing that is asked of somebody: by whom, which, and with what. */
export type Asked = readonly [username: string, type: string, payload?: Readonly<Record<string, unknown>>];

/** Does one after the other, until one isn't known to be done or the case is left lying. @returns whether all were done */
export async function inOrder(steps: Steps, caseId: string, asked: readonly Asked[]): Promise<boolean> {
  for (const [i, [username, type, payload]] of asked.entries()) {
    if (!(await steps.command(caseId, username, type, payload))) return false;
    if (i + 1 < asked.length && steps.leaves()) return false;
  }
  return true;
}

/** Who acts for the unit that it was routed to. */
export function handlerOf({ routing: { lead } }: OpenedCase): string {
  return `${lead.function}.${lead.division}.handler`;
}
