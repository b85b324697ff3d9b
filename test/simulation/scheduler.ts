import type { SeededRandom } from '../support/seeded-random.ts';

/** Something whose doings can be ended at once or held for a while: a process of the product. */
export interface Life {
  readonly name: string;
  alive: boolean;
  /** Until then nothing of it happens (SIGSTOP). */
  frozenUntil: number;
}

interface Task {
  readonly at: number;
  /** Drawn: of two things at the same instant either may come first. */
  readonly rank: number;
  readonly life: Life | null;
  readonly run: () => void;
}

/**
 * All that happens in a simulation happens here, one thing after another, in an order that the seed alone decides. Its time costs
 * nothing: it jumps to the next thing. What a dead process had in hand is dropped, what a frozen one has waits.
 */
export class Scheduler {
  readonly #heap: Task[] = [];
  #now = 0;
  done = 0;

  constructor(private readonly random: SeededRandom) {}

  /** Milliseconds since the simulation began. */
  get now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void, life: Life | null = null): void {
    this.#push({ at: this.#now + Math.max(0, delayMs), rank: this.random.next(), life, run });
  }

  /**
   * Lets things happen until `enough` says so or nothing is left.
   * @throws when it takes more than `limit` things: something goes round in circles
   */
  async run(enough: () => boolean, limit: number): Promise<void> {
    while (!enough()) {
      const task = this.#pop();
      if (task === undefined) return;
      this.#now = Math.max(this.#now, task.at);
      if (task.life?.alive === false) continue;
      if (task.life !== null && task.life.frozenUntil > this.#now) {
        this.#push({ ...task, at: task.life.frozenUntil });
        continue;
      }
      this.done += 1;
      if (this.done > limit) throw new Error(`still busy after ${limit} steps, at ${this.#now.toFixed(0)} ms`);
      task.run();
      await everythingSettled();
    }
  }

  #push(task: Task): void {
    const heap = this.#heap;
    let place = heap.push(task) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !before(task, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = task;
  }

  #pop(): Task | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      let child = heap[below];
      if (child === undefined) break;
      const right = heap[below + 1];
      if (right !== undefined && before(right, child)) {
        below += 1;
        child = right;
      }
      if (!before(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first;
  }
}

function before(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.rank < b.rank);
}

/** Whatever follows from a thing by promises alone belongs to it: the event loop turns only when none is left. */
function everythingSettled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
