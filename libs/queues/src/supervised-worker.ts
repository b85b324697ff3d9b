import type { Turn } from '#libs/polling';
import { PollingLoop } from '#libs/polling';
import type { RunnableWorker } from './queue-backend.ts';

export interface WorkerState {
  readonly queue: string;
  /** `away`, `paused`: it takes no jobs, for the given reason, and comes back by itself when that has gone. */
  readonly state: 'starting' | 'working' | 'away' | 'paused' | 'stopped';
  readonly reason: string | null;
}

/** What keeps a worker from taking jobs: something is wrong, or an operator has paused the queue. */
export interface Obstacle {
  readonly state: 'away' | 'paused';
  readonly reason: string;
}

export interface SupervisedWorkerOptions {
  readonly queue: string;
  /** Makes a worker that isn't running yet. */
  readonly make: () => RunnableWorker;
  /** Why it may not work at this moment; null when it may. */
  readonly obstacle: () => Promise<Obstacle | null>;
  readonly onChange: (state: WorkerState) => void;
  /** Pause in ms between two checks; default 2,000. */
  readonly checkEvery?: number;
}

/** How long a leaving worker may take to finish what it has in hand before it is dropped; its jobs are then delivered again. */
const LEAVE_WITHIN = 5000;

/**
 * A worker that works only while it can do no harm. BullMQ's own never recovers when the database is down at its start, takes
 * what isn't due and recovers what isn't stalled when its clock is fast, and spins when the server refuses it. So it is made
 * only after database and clock were found well, checked regularly, and dropped and made anew when something was wrong.
 */
export class SupervisedWorker {
  private worker: RunnableWorker | null = null;
  private current: WorkerState;
  private readonly loop: PollingLoop;

  constructor(private readonly options: SupervisedWorkerOptions) {
    this.current = { queue: options.queue, state: 'starting', reason: null };
    const checkEvery = options.checkEvery ?? 2000;
    this.loop = new PollingLoop(() => this.check(), {
      shortest: checkEvery,
      longest: checkEvery,
      longestAfterError: checkEvery,
      onError: (error) => {
        this.change('away', messageOf(error));
      },
    });
  }

  get state(): WorkerState {
    return this.current;
  }

  start(): void {
    this.loop.start();
  }

  /** Takes no more jobs, waits for those in hand. */
  async stop(): Promise<void> {
    await this.loop.stop();
    const worker = this.worker;
    this.worker = null;
    await worker?.close();
    this.change('stopped', null);
  }

  private async check(): Promise<Turn> {
    const obstacle = await this.options.obstacle();
    if (obstacle !== null) {
      await this.leave(obstacle);
    } else if (this.worker === null) {
      await this.enter();
    }
    return 'some';
  }

  private async enter(): Promise<void> {
    const worker = this.options.make();
    worker.on('error', () => {
      // The check finds out whether it was the database, and then stops the worker from asking it in circles.
      this.loop.nudge();
    });
    try {
      await worker.waitUntilReady();
    } catch (error) {
      await worker.close(true);
      throw error;
    }
    this.worker = worker;
    void worker.run().catch(() => {
      if (this.worker === worker) this.worker = null;
      this.loop.nudge();
    });
    this.change('working', null);
  }

  private async leave({ state, reason }: Obstacle): Promise<void> {
    this.change(state, reason);
    const worker = this.worker;
    if (worker === null) return;
    this.worker = null;
    await within(LEAVE_WITHIN, worker.close());
  }

  private change(state: WorkerState['state'], reason: string | null): void {
    if (this.current.state === state && this.current.reason === reason) return;
    const silent = this.current.state === state;
    this.current = { queue: this.options.queue, state, reason };
    // The measured skew changes with every check; that it is away is told once.
    if (!silent) this.options.onChange(this.current);
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
