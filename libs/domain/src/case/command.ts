import type { Instant } from './deadline.ts';
import type { Unit } from './directory.ts';
import type { Actor, CaseSnapshot } from './snapshot.ts';

/** A free text of a command, kept encrypted elsewhere; the event holds its id and the digest of its ciphertext only. */
export interface DocumentRef {
  readonly id: string;
  /** The payload field it came from: `reason`, `opinion`, … */
  readonly field: string;
  readonly digest: string;
}

/** What another case named by a command (prior case, merge target) was at the moment of deciding. */
export interface ReferencedCase {
  readonly id: string;
  readonly snapshot: CaseSnapshot;
}

/**
 * A command as the pure domain sees it, and as it is stored in the event log. Everything it depends on is inside: the
 * instant, the actor, the directory's facts of the day. Folding stored commands gives the same state again.
 */
export interface CaseCommand {
  readonly type: string;
  /** UUID; ids of what the command makes are derived from it (`childId`). */
  readonly commandId: string;
  readonly at: Instant;
  readonly by: Actor;
  /** Codes, ids, dates, numbers. Free text has been taken out into `documents`. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly documents: readonly DocumentRef[];
  /** Units the payload names or the step needs (target, reviewers), resolved by the caller from the directory, by id. */
  readonly units: Readonly<Record<string, Unit>>;
  /** Other cases the payload names, by id. */
  readonly cases: Readonly<Record<string, ReferencedCase>>;
  /** The edition of the law that it was decided under (`law/`); left out where the law never changes: the one as shipped. */
  readonly edition?: number;
}

/**
 * The id of the n-th thing (deadline, document, party) a command makes: the command's UUID with its last two hex digits
 * replaced. Command ids are minted with `00` there, so the result is unique and the same on every replay.
 */
export function childId(commandId: string, n: number): string {
  if (n < 1 || n > 255) throw new RangeError(`a command makes at most 255 things, asked for number ${String(n)}`);
  return commandId.slice(0, 34) + n.toString(16).padStart(2, '0');
}
