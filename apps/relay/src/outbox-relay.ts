import type { LeasableOutbox, LeasedRow } from '#libs/backlog';
import { isSpent, reasonOf, TRIES_IN_COMPANY } from '#libs/backlog';
import { reachFaultPoint } from '#libs/fault-points';
import type { Turn } from '#libs/polling';
import type { JobProducer, NewJob, Waiting } from '#libs/queues';
import { BATCH_SIZE, DELIVER_NOTICES } from '#libs/queues';
import type { RelayOptions } from './relay-options.ts';

export interface RelayCounts {
  leased: number;
  jobs: number;
  buried: number;
}

/** Runs the adding of these rows' jobs within the traces of the commands that caused them. */
export type RelayTrace = (outboxIds: readonly string[], add: () => Promise<void>) => Promise<void>;

/** Rows tried alone that may wait in the queue at once. */
const ALONE_WAITING = 4;

/** The only topic there is: notices for the inboxes. */
const TOPIC = 'notice';

/**
 * Leases rows nobody has and puts one job for each batch of them into the queue. The lease is all that is written: whether a
 * row is done is the consumer's to say, in the transaction of the effect. A job that is lost costs one lease.
 */
export class OutboxRelay {
  readonly counts: RelayCounts = { leased: 0, jobs: 0, buried: 0 };
  /** Jobs that may still be added before the queue is asked again how many there are. */
  private room: Waiting = { first: 0, setBack: 0 };

  constructor(
    private readonly outbox: LeasableOutbox,
    private readonly producer: Pick<JobProducer, 'add' | 'waiting'>,
    private readonly options: RelayOptions,
    private readonly trace?: RelayTrace,
  ) {}

  /** One batch. */
  async turn(): Promise<Turn> {
    if (this.room.first <= 0 || this.room.setBack <= 0) {
      const { first, setBack } = await this.producer.waiting('notices');
      this.room = { first: this.options.jobsWaiting - first, setBack: ALONE_WAITING - setBack };
    }
    if (this.room.first <= 0) return 'some';
    const rows = await this.outbox.lease(BATCH_SIZE, this.options.lease, Math.max(0, this.room.setBack));
    if (rows.length === 0) return 'idle';
    reachFaultPoint('relay.after-lease');
    this.counts.leased += rows.length;
    const live = await this.bury(rows);
    const jobs = batches(live);
    try {
      await this.add(live, jobs);
    } catch (error) {
      // The queue is away: another relay, or a later turn, may have them at once.
      await this.outbox.release(live);
      throw error;
    }
    reachFaultPoint('relay.after-add');
    const setBack = jobs.filter((job) => job.setBack === true).length;
    this.room = { first: this.room.first - (jobs.length - setBack), setBack: this.room.setBack - setBack };
    this.counts.jobs += jobs.length;
    return rows.length >= BATCH_SIZE ? 'busy' : 'some';
  }

  private add(rows: readonly LeasedRow[], jobs: readonly NewJob<{ ids: string[]; careful: boolean }>[]): Promise<void> {
    const add = (): Promise<void> => this.producer.add(DELIVER_NOTICES, jobs);
    if (this.trace === undefined || rows.length === 0) return add();
    return this.trace(
      rows.map(({ id }) => id),
      add,
    );
  }

  /** Rows that nobody will ever finish leave the outbox; the others are returned. */
  private async bury(rows: readonly LeasedRow[]): Promise<readonly LeasedRow[]> {
    const hopeless = rows.filter((row) => row.topic !== TOPIC || isSpent(row, this.options.maxTries));
    if (hopeless.length === 0) return rows;
    this.counts.buried += await this.outbox.bury(
      hopeless.map((row) => ({ id: row.id, reason: row.topic === TOPIC ? reasonOf(row) : `nothing consumes the topic ${row.topic}` })),
    );
    reachFaultPoint('relay.after-bury');
    return rows.filter((row) => !hopeless.includes(row));
  }
}

/**
 * Rows that come for the first time travel together; those that came back without an error of their own travel in ever
 * smaller company, until the one that takes the process down with it is alone.
 */
function batches(rows: readonly LeasedRow[]): NewJob<{ ids: string[]; careful: boolean }>[] {
  const first = rows.filter(({ attempt }) => attempt === 1);
  const again = rows.filter(({ attempt }) => attempt > 1);
  const inCompany = again.filter(({ tries }) => tries > 0 && tries < TRIES_IN_COMPANY);
  const alone = again.filter(({ tries }) => tries >= TRIES_IN_COMPANY);
  return [
    ...chunks(first, BATCH_SIZE).map((batch) => jobOf(batch, false)),
    ...chunks(
      again.filter(({ tries }) => tries === 0),
      BATCH_SIZE,
    ).map((batch) => jobOf(batch, true)),
    ...chunks(inCompany, BATCH_SIZE / 10).map((batch) => jobOf(batch, true)),
    // Suspected rows are nobody else's delay: each may take its whole time limit.
    ...alone.map((row) => ({ ...jobOf([row], true), setBack: true })),
  ];
}

/** A row is leased only once with the same attempt, so row and attempt of the first make the id unique. */
function jobOf(batch: readonly LeasedRow[], careful: boolean): NewJob<{ ids: string[]; careful: boolean }> {
  const [first] = batch;
  if (first === undefined) throw new Error('a batch has at least one row');
  return { id: `n-${first.id}-${String(first.attempt)}`, payload: { ids: batch.map(({ id }) => id), careful } };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
