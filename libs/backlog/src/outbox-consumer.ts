import { reachFaultPoint } from '#libs/fault-points';
import { isConnectionLoss } from '#libs/persistence';
import { isSpent, MAX_TRIES } from './limits.ts';
import type { ConsumableOutbox } from './outbox-store.ts';

/** A batch of outbox rows as a job brings it: ids alone. */
export interface Delivery {
  readonly ids: readonly string[];
  /** The rows were delivered before without being finished: each try is written down before it is made. */
  readonly careful: boolean;
}

export interface DeliveryResult {
  /** Rows that gave an error of their own this time. */
  readonly failed: number;
  /** Of these, rows that became dead letters. */
  readonly buried: number;
}

export interface OutboxConsumerOptions {
  readonly maxTries?: number;
  /** Pause before a failed row's second try, doubled with every further one; default 1,000 ms. */
  readonly retryAfter?: number;
}

/**
 * How long the database may take for a statement, ms. Rows together take milliseconds; when they don't, they are parted, which blames none of
 * them and must not take long, because nobody else is told anything by this slot meanwhile. One alone is blamed: it gets more time.
 */
const TOGETHER_MS = 1_000;
const ALONE_MS = 5_000;

/** Into so many parts a failed batch falls: one row of five hundred that hangs is alone after the third time limit, halving needs nine. */
const PARTS = 8;

/**
 * Applies a batch in one transaction; when it fails, parts it down to the rows that can't be applied, so that one bad row
 * blocks no other. What a row has cost is kept in its own columns: the queue may forget, the database doesn't.
 */
export class OutboxConsumer<Transaction> {
  private readonly maxTries: number;
  private readonly retryAfter: number;

  constructor(
    private readonly outbox: ConsumableOutbox<Transaction>,
    options: OutboxConsumerOptions = {},
  ) {
    this.maxTries = options.maxTries ?? MAX_TRIES;
    this.retryAfter = options.retryAfter ?? 1000;
  }

  /**
   * `apply` gets an open transaction and writes the effect and `done_at` of the rows that aren't done yet; a second delivery
   * must find nothing left to do.
   * @throws whatever means that the database is away; the rows' leases then run out and bring them back
   */
  async consume(delivery: Delivery, apply: (transaction: Transaction, ids: readonly string[]) => Promise<void>): Promise<DeliveryResult> {
    if (delivery.careful) {
      await this.outbox.countTry(delivery.ids);
      reachFaultPoint('notification.try-counted');
    }
    const failures: { id: string; reason: string }[] = [];
    await this.inParts(delivery.ids, apply, failures);
    if (failures.length === 0) return { failed: 0, buried: 0 };
    return this.record(failures, delivery.careful);
  }

  private async inParts(
    ids: readonly string[],
    apply: (transaction: Transaction, ids: readonly string[]) => Promise<void>,
    failures: { id: string; reason: string }[],
  ): Promise<void> {
    const [first] = ids;
    if (first === undefined) return;
    try {
      await this.outbox.inTransaction((transaction) => apply(transaction, ids), ids.length === 1 ? ALONE_MS : TOGETHER_MS);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      if (ids.length === 1) {
        failures.push({ id: first, reason: reasonFrom(error) });
        return;
      }
      const size = Math.ceil(ids.length / PARTS);
      for (let from = 0; from < ids.length; from += size) await this.inParts(ids.slice(from, from + size), apply, failures);
    }
  }

  /** Writes the tries down, lets the rows rest, and buries those that have had enough. */
  private async record(failures: readonly { id: string; reason: string }[], counted: boolean): Promise<DeliveryResult> {
    const rows = await this.outbox.rest(failures, counted, this.retryAfter);
    const spent = rows.filter((row) => isSpent(row, this.maxTries));
    const buried = spent.length === 0 ? 0 : await this.outbox.bury(spent.map(({ id, error }) => ({ id, reason: error })));
    return { failed: rows.length, buried };
  }
}

/** Rows hold codes and ids only, so the database's message about one names nobody. */
function reasonFrom(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return `${code}${message}`.slice(0, 500);
}
