import type { JobProducer } from '#libs/queues';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { Weather } from './weather.ts';

type Payload = Readonly<Record<string, unknown>>;
type Handler = (job: string, payload: Payload) => Promise<void>;

const ADDED_WITHIN_MS = 5;
const LATE_MS = 8_000;

/** A queue that may forget jobs, hand them out twice, late and in any order; it promises nothing, and nothing may depend on it. */
export class SimulatedQueue {
  /** Who takes jobs at present. */
  readonly workers = new Map<Life, Handler>();
  /** By id: whether it is set back. */
  readonly #open = new Map<string, boolean>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: SeededRandom,
    readonly weather: () => Weather,
  ) {}

  /** The queue as one process adds to it. */
  producer(life: Life): Pick<JobProducer, 'add' | 'waiting'> {
    return {
      add: async (job, jobs) => {
        await this.#answered(life);
        if (this.random.chance(this.weather().jobsLost / 4)) throw new Error('the queue is away');
        for (const { id, payload, setBack = false } of jobs) this.#take(job.name, { id, setBack }, payload as Payload);
      },
      waiting: async () => {
        await this.#answered(life);
        const setBack = [...this.#open.values()].filter(Boolean).length;
        return { first: this.#open.size - setBack, setBack };
      },
    };
  }

  #answered(life: Life): Promise<void> {
    return new Promise((resolve) => {
      this.scheduler.after(this.random.next() * ADDED_WITHIN_MS, resolve, life);
    });
  }

  /** A known id is ignored, as BullMQ does. */
  #take(job: string, { id, setBack }: { readonly id: string; readonly setBack: boolean }, payload: Payload): void {
    if (this.#open.has(id)) return;
    const { jobsLost, jobsTwice } = this.weather();
    if (this.random.chance(jobsLost)) return;
    this.#open.set(id, setBack);
    this.#deliverAfter(this.random.next() * 10, job, id, payload);
    if (this.random.chance(jobsTwice)) this.#deliverAfter(this.random.next() * LATE_MS, job, id, payload);
  }

  #deliverAfter(delay: number, job: string, id: string, payload: Payload): void {
    this.scheduler.after(delay, () => {
      this.#open.delete(id);
      const alive = [...this.workers].filter(([life]) => life.alive);
      if (alive.length === 0) return;
      const [life, handle] = this.random.pick(alive);
      this.scheduler.after(0, () => void handle(job, payload).catch(() => undefined), life);
    });
  }
}
