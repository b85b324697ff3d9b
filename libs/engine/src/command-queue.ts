import { EngineOverloaded, EngineUnavailable } from './errors.ts';
import type { Pending } from './pending.ts';
import { keyOf } from './pending.ts';
import type { ProcessTime } from './process-time.ts';
import { PROCESS_TIME } from './process-time.ts';

/** How many may wait and how long: beyond it 503. */
export interface WaitingLimit {
  readonly queued: number;
  readonly waitMs: number;
}

export interface WaitingLimits {
  readonly commands: WaitingLimit;
  readonly intake: WaitingLimit;
}

/** Intake is shed last: the counter can't send people home. */
export const WAITING_LIMITS: WaitingLimits = { commands: { queued: 2_000, waitMs: 500 }, intake: { queued: 4_000, waitMs: 1_500 } };

/** Commands in order of arrival. At most one command of a case, and one of an Idempotency-Key, is out at a time. */
export class CommandQueue {
  #waiting: Pending[] = [];
  readonly #busy = new Set<string>();
  #closed = false;
  shed = 0;

  constructor(
    private readonly limits: WaitingLimits = WAITING_LIMITS,
    private readonly time: ProcessTime = PROCESS_TIME,
  ) {}

  get length(): number {
    return this.#waiting.length;
  }

  close(): void {
    this.#closed = true;
  }

  /** @throws EngineOverloaded EngineUnavailable */
  push(pending: Pending): void {
    if (this.#closed) throw new EngineUnavailable('the engine is stopping');
    const limit = this.#limitOf(pending);
    if (!pending.internal && (this.#waiting.length >= limit.queued || this.#longestWait() > limit.waitMs)) {
      this.shed += 1;
      throw new EngineOverloaded(1);
    }
    this.#waiting.push(pending);
  }

  /** The next group: oldest first, each case and key once, nothing whose case or key is out. Those that waited too long are answered. */
  take(atMost: number): Pending[] {
    const group: Pending[] = [];
    const left: Pending[] = [];
    const now = this.time.now();
    // What an older command must wait for, a younger one of the same case must wait for too.
    const claimed = new Set<string>();
    for (const pending of this.#waiting) {
      if (group.length >= atMost) {
        left.push(pending);
        continue;
      }
      const claims = claimsOf(pending);
      if (claims.some((claim) => this.#busy.has(claim) || claimed.has(claim))) {
        if (this.#expire(pending, now)) continue;
        left.push(pending);
      } else {
        if (this.#expire(pending, now)) continue;
        group.push(pending);
      }
      for (const claim of claims) claimed.add(claim);
    }
    this.#waiting = left;
    for (const pending of group) for (const claim of claimsOf(pending)) this.#busy.add(claim);
    return group;
  }

  /** The command has its outcome; others of its case may follow. */
  release(pending: Pending): void {
    for (const claim of claimsOf(pending)) this.#busy.delete(claim);
  }

  #limitOf({ registers }: Pending): WaitingLimit {
    return registers ? this.limits.intake : this.limits.commands;
  }

  #longestWait(): number {
    const oldest = this.#waiting[0];
    return oldest === undefined ? 0 : this.time.now() - oldest.arrivedAt;
  }

  #expire(pending: Pending, now: number): boolean {
    const limit = this.#limitOf(pending);
    if (pending.internal || now - pending.arrivedAt <= limit.waitMs) return false;
    this.shed += 1;
    pending.fail(new EngineOverloaded(1));
    return true;
  }
}

function claimsOf(pending: Pending): readonly string[] {
  const key = keyOf(pending);
  const cases = pending.registers ? pending.related : [pending.caseId, ...pending.related];
  return key === null ? cases : [...cases, key];
}
