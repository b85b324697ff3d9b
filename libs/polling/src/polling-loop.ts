/** What a turn found: `busy` asks for the next turn at once, `some` at the shortest pause, `idle` for ever longer pauses. */
export type Turn = 'busy' | 'some' | 'idle';

export interface PollingOptions {
  /** Pause in ms after a turn that found something. */
  readonly shortest: number;
  /** Pause in ms that a row of idle turns grows to. */
  readonly longest: number;
  /** Told of every turn that throws; the loop goes on after a pause that grows up to `longestAfterError`. */
  readonly onError: (error: unknown) => void;
  /** Default 5,000 ms. */
  readonly longestAfterError?: number;
}

/**
 * Runs one turn after another, never two at once, until stopped. Polling is what makes the work certain; `nudge` only makes
 * it prompt, so a lost nudge costs one pause and nothing else.
 */
export class PollingLoop {
  private pause: number;
  private stopped = false;
  private nudged = false;
  private wake: (() => void) | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly turn: () => Promise<Turn>,
    private readonly options: PollingOptions,
  ) {
    this.pause = options.shortest;
  }

  /** Starts the loop; a second call changes nothing. */
  start(): void {
    if (this.stopped) return;
    this.running ??= this.run();
  }

  /** Ends the present pause, or spares the next one. */
  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  /** No turn starts after this; resolves when the present one has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped()) {
      this.nudged = false;
      const pause = await this.take();
      if (pause > 0 && !this.isNudged()) await this.rest(pause);
    }
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  /** Whether the pause is to be spared. */
  private isNudged(): boolean {
    return this.nudged || this.stopped;
  }

  /** One turn; the pause after it in ms. */
  private async take(): Promise<number> {
    try {
      const found = await this.turn();
      if (found === 'busy') return 0;
      this.pause = found === 'some' ? this.options.shortest : Math.min(this.pause * 2, this.options.longest);
      return this.pause;
    } catch (error) {
      this.options.onError(error);
      this.pause = Math.min(Math.max(this.pause * 2, 100), this.options.longestAfterError ?? 5000);
      return this.pause;
    }
  }

  private rest(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
