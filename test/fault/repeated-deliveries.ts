import type pg from 'pg';
import { createQueuePool, DELIVER_NOTICES, JobProducer, PostgresQueues, RedisQueues, WAKE_UP } from '#libs/queues';
import type { SeededRandom } from '../support/seeded-random.ts';

const ROWS_AT_ONCE = 120;
const HOUR = 3_600_000;

/** Puts jobs into the product's own queues once more: rows that were delivered already, in another order, and wake-ups for no reason. */
export class RepeatedDeliveries {
  /** Jobs added. */
  jobs = 0;
  /** Of the rows in them, those that had been delivered before. */
  repeated = 0;
  /** Jobs whose rows stand in another order than they were written. */
  reordered = 0;
  /** Wake-ups for instants long past or yet to come. */
  wakeups = 0;
  readonly #pool: pg.Pool;
  readonly #producer: JobProducer;

  constructor(
    databaseUrl: string,
    private readonly random: SeededRandom,
    redisUrl: string | null = null,
  ) {
    this.#pool = createQueuePool(databaseUrl, { max: 2 });
    const backend = redisUrl === null ? new PostgresQueues(this.#pool, databaseUrl) : new RedisQueues(redisUrl, () => undefined);
    this.#producer = new JobProducer(backend, () => undefined);
  }

  /** One round. @returns false while the server is away */
  async addOnce(legalTime: number): Promise<boolean> {
    try {
      await this.#addNotices();
      await this.#addWakeups(legalTime);
      return true;
    } catch {
      return false;
    }
  }

  /** Jobs, ours and the product's own, that nobody has finished yet. */
  async waiting(): Promise<number> {
    return (await this.#producer.inFlight('notices')) + (await this.#producer.inFlight('wakeups'));
  }

  async close(): Promise<void> {
    await this.#producer.close();
    await this.#pool.end();
  }

  async #addNotices(): Promise<void> {
    const { random } = this;
    const { rows } = await this.#pool.query<{ id: string; done: boolean }>(
      'select id::text, done_at is not null as done from jiefen.outbox order by id desc limit $1',
      [ROWS_AT_ONCE * 5],
    );
    const taken = random.shuffled(rows).slice(0, ROWS_AT_ONCE);
    const jobs: { id: string; payload: { ids: string[]; careful: boolean } }[] = [];
    for (let from = 0; from < taken.length;) {
      const size = random.between(1, 40);
      const batch = taken.slice(from, from + size);
      from += size;
      jobs.push({ id: this.#id('notices'), payload: { ids: batch.map(({ id }) => id), careful: random.chance(0.3) } });
    }
    await this.#producer.add(DELIVER_NOTICES, jobs);
    this.jobs += jobs.length;
    this.repeated += taken.filter(({ done }) => done).length;
    this.reordered += jobs.filter(({ payload: { ids } }) => ids.some((id, i) => i > 0 && BigInt(id) < BigInt(ids[i - 1] ?? id))).length;
  }

  async #addWakeups(legalTime: number): Promise<void> {
    const { random } = this;
    const jobs = Array.from({ length: 4 }, () => ({
      id: this.#id('wake-up'),
      payload: { at: new Date(legalTime + random.between(-500, 0) * HOUR).toISOString() },
    }));
    await this.#producer.add(WAKE_UP, jobs);
    this.wakeups += jobs.length;
  }

  #id(kind: string): string {
    return `again-${kind}-${String(this.random.between(0, 0xffff_ffff))}-${String(this.jobs)}`;
  }
}
