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

/** A group of nothing but patient commands: small, because what comes meanwhile has to wait for it. */
const PATIENT_GROUP = 96;
/** Of them that go with every group. */
const LEAST_PATIENT = 8;

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

  /**
   * The next group: oldest first, each case and key once, nothing whose case or key is out. Those that waited too long are answered. Patient
   * ones follow the others and make the group no larger than need be, but a few go with each, so that none waits for ever.
   */
  take(atMost: number): Pending[] {
    const now = this.time.now();
    this.#waiting = this.#waiting.filter((pending) => !this.#expire(pending, now));
    const group: Pending[] = [];
    // What an older command must wait for, a younger one of the same case must wait for too.
    const claimed = new Set(this.#busy);
    const patient = this.#patient();
    const takeFrom = (from: readonly Pending[], room: number): void => {
      for (const pending of from) {
        if (group.length >= room) return;
        const claims = claimsOf(pending);
        if (!claims.some((claim) => claimed.has(claim))) group.push(pending);
        for (const claim of claims) claimed.add(claim);
      }
    };
    takeFrom(patient.size === 0 ? this.#waiting : this.#waiting.filter((pending) => !patient.has(pending)), atMost);
    takeFrom([...patient], Math.max(Math.min(atMost, PATIENT_GROUP), group.length + LEAST_PATIENT));
    const taken = new Set(group);
    this.#waiting = this.#waiting.filter((pending) => !taken.has(pending));
    for (const pending of group) for (const claim of claimsOf(pending)) this.#busy.add(claim);
    return group;
  }

  /** The command has its outcome; others of its case may follow. */
  release(pending: Pending): void {
    for (const claim of claimsOf(pending)) this.#busy.delete(claim);
  }

  /** Those that others go before: not where another waits for the same case, or the order of its commands would change. */
  #patient(): ReadonlySet<Pending> {
    const found = this.#waiting.filter(({ patient }) => patient);
    if (found.length === 0 || found.length === this.#waiting.length) return new Set(found);
    const wanted = new Set(this.#waiting.flatMap((pending) => (pending.patient ? [] : claimsOf(pending))));
    return new Set(found.filter((pending) => !claimsOf(pending).some((claim) => wanted.has(claim))));
  }

  #limitOf({ registers }: Pending): WaitingLimit {
    return registers ? this.limits.intake : this.limits.commands;
  }

  #longestWait(): number {
    const oldest = this.#waiting.find(({ patient }) => !patient);
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
