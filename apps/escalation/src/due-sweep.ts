import type { Engine } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';

export interface SweepResult {
  readonly fired: number;
  readonly climbed: number;
}

/**
 * Climbs every rung that is due, through the engine's grouped commit. The periodic sweep and the wake-ups of a process share
 * it: two at once would only decide the same rungs twice.
 */
export class DueSweep {
  private running: Promise<SweepResult> | null = null;
  private again = false;

  constructor(
    private readonly engine: Pick<Engine, 'fireDue'>,
    private readonly batch: number,
  ) {}

  /** Resolves when nothing is due that was due at the call. */
  run(): Promise<SweepResult> {
    // The running one may have looked before what this caller knows of became due.
    if (this.running !== null) this.again = true;
    this.running ??= this.sweep().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async sweep(): Promise<SweepResult> {
    this.again = false;
    let fired = 0;
    let climbed = 0;
    for (;;) {
      const step = await this.engine.fireDue({ limit: this.batch });
      fired += step.fired;
      climbed += step.climbed;
      if (step.climbed === 0 && !this.takeAgain()) return { fired, climbed };
      reachFaultPoint('escalation.between-batches');
    }
  }
  /** Whether somebody joined since the last look. */
  private takeAgain(): boolean {
    const { again } = this;
    this.again = false;
    return again;
  }
}
