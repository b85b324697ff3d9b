import { RUNG_EDITION } from '#libs/domain';
import type { Actor, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import type { DueRung, RungStore } from './engine-store.ts';
import type { ExecuteRequest, Outcome } from './requests.ts';

export const ENGINE_ACTOR: Actor = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null };

/** After so many failures a rung becomes a dead letter and is left alone until somebody redrives it. */
export const RUNG_ATTEMPTS = 5;

export interface SweepResult {
  /** Deadlines that changed to fired. */
  readonly fired: number;
  /** Rungs of all kinds: reminders, expiries, urging, supervision, escalation. */
  readonly climbed: number;
}

/** Climbs the rungs that are due, through the engine's grouped commit. One at a time in a process; between processes the versions decide. */
export class Sweep {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly rungs: RungStore,
    private readonly climb: (request: ExecuteRequest, rung: DueRung) => Promise<Outcome>,
  ) {}

  fireDue(limit: number): Promise<SweepResult> {
    const run = this.#last.then(() => this.#sweep(limit));
    this.#last = run.catch(() => undefined);
    return run;
  }

  nextRungAt(): Promise<Instant | null> {
    return this.rungs.next();
  }

  async #sweep(limit: number): Promise<SweepResult> {
    let fired = 0;
    let climbed = 0;
    while (climbed < limit) {
      const due = await this.rungs.due(limit - climbed);
      if (due.length > 0) reachFaultPoint('engine.rungs-selected');
      const outcomes = await Promise.all(due.map((rung) => this.#climbOne(rung)));
      const done = outcomes.filter((outcome) => outcome !== null);
      if (done.length > 0) reachFaultPoint('engine.after-rungs');
      climbed += done.length;
      fired += done.filter((passed) => passed).length;
      // Nothing moved: what is left belongs to another sweep, or waits for its next attempt.
      if (done.length === 0) break;
    }
    return { fired, climbed };
  }

  /** True: its deadline fired; false: another rung; null: nothing was climbed. */
  async #climbOne(rung: DueRung): Promise<boolean | null> {
    try {
      const { caseId, deadlineId, step, version } = rung;
      const outcome = await this.climb(
        { caseId, actor: ENGINE_ACTOR, type: 'DEADLINE_STEP', payload: { deadlineId, edition: RUNG_EDITION, step, version } },
        rung,
      );
      if (outcome.kind === 'done') return outcome.facts.some(({ type }) => type === 'deadline.passed');
      // Stale is what another sweep has done already; if the rung is still there, the refusal is a defect and counts as a failure.
      await this.#failed(rung, outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
    } catch (error) {
      await this.#failed(rung, error instanceof Error ? error.message : String(error));
    }
    return null;
  }

  async #failed(rung: DueRung, reason: string): Promise<void> {
    const told = reason.slice(0, 500);
    const attempts = await this.rungs.failed(rung, told);
    if (attempts >= RUNG_ATTEMPTS) await this.rungs.bury(rung, told, attempts);
  }
}
