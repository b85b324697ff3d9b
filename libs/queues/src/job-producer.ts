import type { JobDefinition } from './job-definition.ts';
import type { OpenQueue, QueueBackend } from './queue-backend.ts';
import type { QueueName } from './queue-names.ts';
import { QUEUE_NAMES } from './queue-names.ts';

export interface NewJob<Payload> {
  /** Carries a version: adding a known id again is silently ignored by BullMQ. No colon, not a bare number. */
  readonly id: string;
  readonly payload: Payload;
  /** The job waits until then; default: it doesn't. */
  readonly due?: DueIn;
  /** Taken only while nothing else waits. */
  readonly setBack?: boolean;
}

/** Jobs that nobody has taken yet and that wait for no instant. */
export interface Waiting {
  readonly first: number;
  /** Those that are taken only while no other waits. */
  readonly setBack: number;
}

/**
 * An instant told by the database alone. BullMQ counts a delay from this process's clock unless it is told the time: a relay whose
 * clock is wrong would wake everybody at the wrong instant.
 */
export interface DueIn {
  /** ms since the epoch by the database's clock. */
  readonly now: number;
  /** ms from then. */
  readonly delay: number;
}

export interface QueueCounts {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  readonly paused: boolean;
}

/** BullMQ takes jobs without a priority first. */
const SET_BACK = 10;

/** On PostgreSQL BullMQ makes temporary tables for every bulk: up to so many jobs it costs more than adding them singly. */
const ONE_BY_ONE = 4;

/** Adds jobs, in bulk, and counts them. The queues are opened at first use: while the backend is away every call fails at once. */
export class JobProducer {
  private readonly queues = new Map<QueueName, OpenQueue>();
  private prepared: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly backend: QueueBackend,
    private readonly onError: (error: Error) => void,
  ) {}

  get backendKind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /** Makes the backend usable; after a failure the next call tries again. */
  async prepare(): Promise<void> {
    this.prepared ??= this.backend.prepare();
    try {
      await this.prepared;
    } catch (error) {
      this.prepared = null;
      throw error;
    }
  }

  async add<Payload>(job: JobDefinition<Payload>, jobs: readonly NewJob<Payload>[]): Promise<void> {
    if (jobs.length === 0) return;
    const queue = await this.queue(job.queue);
    const added = jobs.map(({ id, payload, due, setBack }) => ({
      name: job.name,
      data: job.payload.parse(payload),
      opts: {
        ...job.options,
        jobId: id,
        ...(setBack === true ? { priority: SET_BACK } : {}),
        ...(due === undefined ? {} : { delay: due.delay, timestamp: due.now }),
      },
    }));
    if (added.length > ONE_BY_ONE) await queue.addBulk(added);
    else for (const { name, data, opts } of added) await queue.add(name, data, opts);
  }

  async waiting(name: QueueName): Promise<Waiting> {
    const queue = await this.queue(name);
    const { waiting = 0, prioritized = 0 } = await queue.getJobCounts('waiting', 'prioritized');
    return { first: waiting, setBack: prioritized };
  }

  /** Jobs that are neither finished nor waiting for an instant. */
  async inFlight(name: QueueName): Promise<number> {
    const queue = await this.queue(name);
    return sumOf(await queue.getJobCounts('waiting', 'active', 'prioritized'));
  }

  /** Pauses these queues and lets all others run: what PostgreSQL says, after a lost queue too. */
  async keepPaused(names: ReadonlySet<string>): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const queue = await this.queue(name);
      const wanted = names.has(name);
      if ((await queue.isPaused()) === wanted) continue;
      await (wanted ? queue.pause() : queue.resume());
    }
  }

  /** @throws as `QueueBackend.verify` does */
  async verify(): Promise<void> {
    await this.prepare();
    await this.backend.verify();
  }

  async counts(): Promise<readonly QueueCounts[]> {
    return Promise.all(
      QUEUE_NAMES.map(async (name) => {
        const queue = await this.queue(name);
        const [counts, paused] = await Promise.all([
          queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
          queue.isPaused(),
        ]);
        const count = (state: string): number => counts[state] ?? 0;
        return {
          queue: name,
          waiting: count('waiting') + count('prioritized'),
          active: count('active'),
          delayed: count('delayed'),
          failed: count('failed'),
          paused,
        };
      }),
    );
  }

  /** The open queue itself, for the board. */
  async queue(name: QueueName): Promise<OpenQueue> {
    if (this.closed) throw new Error('the queues are closed');
    await this.prepare();
    let queue = this.queues.get(name);
    if (queue === undefined) {
      queue = this.backend.queue(name);
      queue.on('error', this.onError);
      this.queues.set(name, queue);
    }
    try {
      await queue.waitUntilReady();
    } catch (error) {
      // Its readiness is remembered for ever, failed or not: the next call opens a new one.
      this.queues.delete(name);
      await queue.close().catch(() => undefined);
      throw error;
    }
    return queue;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
