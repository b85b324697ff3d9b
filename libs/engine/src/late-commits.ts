import type { GroupSession, StandingEvent } from './engine-store.ts';
import type { Pending } from './pending.ts';
import type { CaseWrite } from './verdict.ts';

const placeOf = ({ commandId, caseId, seq }: StandingEvent): string => `${commandId} ${caseId} ${String(seq)}`;

/**
 * Commits whose connection broke and that weren't found afterwards. The statement may still be on its way to the server: before such a
 * command is decided again it is looked for, after its case was read. If it arrives later still, the case has moved for it or for
 * the new attempt, and one of the two finds so.
 */
export class LateCommits {
  readonly #lost = new Map<Pending, CaseWrite[]>();

  isOpen(pending: Pending): boolean {
    return this.#lost.has(pending);
  }

  add(write: CaseWrite): void {
    const known = this.#lost.get(write.pending);
    if (known === undefined) this.#lost.set(write.pending, [write]);
    else known.push(write);
  }

  /** The command has its outcome. */
  close(pending: Pending): void {
    this.#lost.delete(pending);
  }

  /** Of the group, what has arrived after all, as it was decided then. */
  async arrived(session: GroupSession, group: readonly Pending[]): Promise<readonly CaseWrite[]> {
    const lost = this.#lost.size === 0 ? [] : group.flatMap((pending) => this.#lost.get(pending) ?? []);
    return lost.length === 0 ? [] : standingWrites(lost, await session.standing(lost.map(soughtOf)));
  }
}

/** Where the event of a write would stand. */
export function soughtOf({ pending, after }: CaseWrite): StandingEvent {
  return { caseId: pending.caseId, seq: after.seq, commandId: pending.commandId };
}

/** Those whose own event stands in their place. */
export function standingWrites(writes: readonly CaseWrite[], standing: readonly StandingEvent[]): readonly CaseWrite[] {
  const places = new Set(standing.map(placeOf));
  return writes.filter((write) => places.has(placeOf(soughtOf(write))));
}
