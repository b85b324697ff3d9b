import { RUNG_EDITION } from '#libs/domain';
import type { Actor, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import { ClockEstimate } from './clock-estimate.ts';
import type { DueRung, RungStore } from './engine-store.ts';
import type { ProcessTime } from './process-time.ts';
import { PROCESS_TIME } from './process-time.ts';
import type { ExecuteRequest, Outcome } from './requests.ts';

export const ENGINE_ACTOR: Actor = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null };

/** After so many failures a rung becomes a dead letter and is left alone until somebody redrives it. */
export const RUNG_ATTEMPTS = 5;

/** Rungs asked for at a time. */
const PAGE = 250;

export interface SweepResult {
  /** Deadlines that changed to fired. */
  readonly fired: number;
  /** Rungs of all kinds: reminders, expiries, urging, supervision, escalation. */
  readonly climbed: number;
}

/** A rung that will be due, and when by this process's steady clock, ms; rather a millisecond late than early. */
export interface UpcomingRung {
  readonly rung: DueRung;
  readonly at: number;
}

interface Page {
  readonly rungs: number;
  readonly climbed: Promise<SweepResult>;
}

/** Climbs the rungs that are due, through the engine's grouped commit. One at a time in a process; between processes the versions decide. */
export class Sweep {
  #last: Promise<unknown> = Promise.resolve();
  /** Deadlines whose rung is being climbed. */
  readonly #out = new Set<string>();
  readonly #clock: ClockEstimate;

  constructor(
    private readonly rungs: RungStore,
    /** `patient`: what comes at its instant, and what people ask for, goes first. */
    private readonly submit: (request: ExecuteRequest, rung: DueRung, patient: boolean) => Promise<Outcome>,
    private readonly time: ProcessTime = PROCESS_TIME,
  ) {
    this.#clock = new ClockEstimate(time);
  }

  fireDue(limit: number): Promise<SweepResult> {
    const run = this.#last.then(() => this.#sweep(limit));
    this.#last = run.catch(() => undefined);
    return run;
  }

  nextRungAt(): Promise<Instant | null> {
    return this.rungs.next();
  }

  /** What falls due in the next `withinMs` of real time, earliest first, at most so many; nothing under the manual clock. */
  async upcoming(withinMs: number, limit: number): Promise<readonly UpcomingRung[]> {
    const { rungs, told } = await this.rungs.upcoming(withinMs, limit);
    this.#clock.told(told);
    const now = this.#clock.now();
    if (now === undefined) return [];
    const offset = Date.parse(now.realNow) - this.time.now();
    return rungs.map(({ due, ...rung }) => ({ rung, at: due.getTime() - offset }));
  }

  /** Climbs these, as far as nobody is climbing them. What can't be climbed is left to the sweep, which counts failures. */
  async climb(rungs: readonly DueRung[]): Promise<SweepResult> {
    return resultOf(await Promise.all(this.#free(rungs).map((rung) => this.#climbOne(rung, false).catch(() => null))));
  }

  /** The next page is read while the last one is being climbed, so that the engine never waits for it. */
  async #sweep(limit: number): Promise<SweepResult> {
    const sum = { fired: 0, climbed: 0 };
    let last: Page | undefined;
    for (;;) {
      const room = limit - sum.climbed - (last?.rungs ?? 0);
      const rungs = room > 0 ? this.#free(await this.rungs.due(Math.min(PAGE, room), [...this.#out])) : [];
      if (rungs.length > 0) reachFaultPoint('engine.rungs-selected');
      const page = rungs.length === 0 ? undefined : { rungs: rungs.length, climbed: this.#climbPage(rungs) };
      // Whoever waits for it hears of its failure; if nobody does any more, the one before it has failed.
      page?.climbed.catch(() => undefined);
      if (last !== undefined) {
        const done = await last.climbed;
        if (done.climbed > 0) reachFaultPoint('engine.after-rungs');
        sum.fired += done.fired;
        sum.climbed += done.climbed;
        // Nothing moved: what is left belongs to another sweep, or waits for its next attempt.
        if (page === undefined && done.climbed === 0) return sum;
      } else if (page === undefined) {
        return sum;
      }
      last = page;
    }
  }

  async #climbPage(rungs: readonly DueRung[]): Promise<SweepResult> {
    const climbed = rungs.map(async (rung) => {
      try {
        return await this.#climbOne(rung, true);
      } catch (error) {
        await this.#failed(rung, error instanceof Error ? error.message : String(error));
        return null;
      }
    });
    return resultOf(await Promise.all(climbed));
  }

  /** True: its deadline fired; false: another rung. @throws when it wasn't climbed */
  async #climbOne(rung: DueRung, patient: boolean): Promise<boolean> {
    const { caseId, deadlineId, step, version } = rung;
    this.#out.add(deadlineId);
    try {
      const payload = { deadlineId, edition: RUNG_EDITION, step, version };
      const outcome = await this.submit({ caseId, actor: ENGINE_ACTOR, type: 'DEADLINE_STEP', payload }, rung, patient);
      if (outcome.kind === 'done') return outcome.facts.some(({ type }) => type === 'deadline.passed');
      // Stale is what another sweep has done already; if the rung is still there, the refusal is a defect and counts as a failure.
      throw new Error(outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
    } finally {
      this.#out.delete(deadlineId);
    }
  }

  async #failed(rung: DueRung, reason: string): Promise<void> {
    const told = reason.slice(0, 500);
    const attempts = await this.rungs.failed(rung, told);
    if (attempts >= RUNG_ATTEMPTS) await this.rungs.bury(rung, told, attempts);
  }

  #free(rungs: readonly DueRung[]): readonly DueRung[] {
    return rungs.filter(({ deadlineId }) => !this.#out.has(deadlineId));
  }
}

function resultOf(outcomes: readonly (boolean | null)[]): SweepResult {
  const climbed = outcomes.filter((outcome) => outcome !== null);
  return { climbed: climbed.length, fired: climbed.filter((fired) => fired).length };
}
