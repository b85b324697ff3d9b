import { databaseError } from './memory-commit.ts';

/** As the pools have it. */
const LOCK_TIMEOUT_MS = 5_000;

/** Whatever holds cases: one connection's open transaction. */
export interface Holder {
  readonly held: Set<string>;
}

interface Waiting {
  readonly holder: Holder;
  readonly caseIds: readonly string[];
  readonly then: () => void;
  gone: boolean;
}

/** Rows that transactions hold, and who waits for them. */
export class CaseLocks {
  readonly #holders = new Map<string, Holder>();
  readonly #waiting: Waiting[] = [];

  /** @param later runs something on the server after so many ms, if it lives then */
  constructor(private readonly later: (ms: number, run: () => void) => void) {}

  hold(holder: Holder, caseIds: readonly string[]): void {
    for (const id of caseIds) {
      this.#holders.set(id, holder);
      holder.held.add(id);
    }
  }

  /** Goes on when nobody else holds any of the cases, at once or later. */
  whenFree(holder: Holder, caseIds: readonly string[], then: () => void, otherwise: (error: Error) => void): void {
    const waiting: Waiting = { holder, caseIds, then, gone: false };
    if (this.#isFree(waiting)) {
      then();
      return;
    }
    this.#waiting.push(waiting);
    this.later(LOCK_TIMEOUT_MS, () => {
      if (waiting.gone) return;
      waiting.gone = true;
      otherwise(databaseError('55P03', 'canceling statement due to lock timeout'));
    });
  }

  letGo(holder: Holder): void {
    for (const id of holder.held) if (this.#holders.get(id) === holder) this.#holders.delete(id);
    holder.held.clear();
    for (const waiting of this.#waiting.splice(0)) {
      if (waiting.gone) continue;
      if (this.#isFree(waiting)) {
        waiting.gone = true;
        waiting.then();
      } else this.#waiting.push(waiting);
    }
  }

  /** The server has died, and every transaction with it. */
  forget(): void {
    for (const waiting of this.#waiting.splice(0)) waiting.gone = true;
    this.#holders.clear();
  }

  #isFree({ holder, caseIds }: Waiting): boolean {
    return caseIds.every((id) => (this.#holders.get(id) ?? holder) === holder);
  }
}
