import { setTimeout as pause } from 'node:timers/promises';
import type { OnModuleDestroy } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Instant } from '#libs/domain';
import { Engine, LegalClock } from '#libs/engine';
import { reachFaultPoint } from '#libs/fault-points';
import { READ_POOL } from '#libs/persistence';
import { problemOf } from '../http/problem-error.ts';

const RUNGS_AT_ONCE = 500;
/** Between two looks at the outbox, in milliseconds of real time. */
const LOOK_EVERY = 20;
const DRAIN_WITHIN = 60_000;

/** The test clock: jumps from rung to rung, so that everything that falls due on the way happens in order, at its own instant. */
@Injectable()
export class ManualClock implements OnModuleDestroy {
  #turn: Promise<unknown> = Promise.resolve();
  #stopping = false;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly engine: Engine,
    private readonly time: LegalClock,
  ) {}

  /** The process stops: relay and notification will tell nothing more, so nobody is kept waiting for it. */
  onModuleDestroy(): void {
    this.#stopping = true;
  }

  /** One jump at a time. @throws 409 when the target lies in the past. */
  moveTo(target: Instant): Promise<{ now: Instant; fired: number }> {
    const mine = this.#turn.then(() => this.#move(target));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #move(target: Instant): Promise<{ now: Instant; fired: number }> {
    const start = await this.time.now();
    if (target < start)
      throw problemOf('clock.backwards', { reason: { zh: `时钟已到 ${start}`, en: `The clock already stands at ${start}` } });
    const before = await this.#firedSince(start);
    for (let next = await this.engine.nextRungAt(); next !== null && next <= target;) {
      if (next > (await this.time.now())) await this.engine.setManualClock(next);
      const climbed = await this.#climbDue();
      await this.#recordsOpened();
      reachFaultPoint('api.between-clock-steps');
      const following = await this.engine.nextRungAt();
      // A rung that can't be climbed is retried by the sweep and ends as a dead letter; time goes on meanwhile.
      if (climbed === 0 && following === next) break;
      next = following;
    }
    await this.engine.setManualClock(target);
    await this.#climbDue();
    await this.#recordsOpened();
    await this.#drained();
    return { now: target, fired: (await this.#firedSince(start)) - before };
  }

  /** Counted in the table: the sweep and the wake-ups fire too, and may have been quicker. */
  async #firedSince(instant: Instant): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>('select count(*)::int as n from jiefen.deadlines where fired_at >= $1', [
      instant,
    ]);
    return rows[0]?.n ?? 0;
  }

  async #climbDue(): Promise<number> {
    let sum = 0;
    for (;;) {
      const { climbed } = await this.engine.fireDue({ limit: RUNGS_AT_ONCE });
      if (climbed === 0) return sum;
      sum += climbed;
    }
  }

  /** Until the records that these rungs asked for are there: their own clocks run from this instant, and may fall due on the way. */
  #recordsOpened(): Promise<void> {
    return this.#until("topic = 'record'");
  }

  /**
   * Until relay and notification, which live in real time, have done every outbox row that there is by now: where others go on
   * working there may always be a newer one.
   */
  async #drained(): Promise<void> {
    const newest = (await this.pool.query<{ id: string | null }>('select max(id)::text as id from jiefen.outbox')).rows[0]?.id ?? null;
    await this.#until('id <= $1', newest);
  }

  /** Until the outbox has no undone row of these. */
  async #until(rows: string, ...values: readonly (string | null)[]): Promise<void> {
    const until = Date.now() + DRAIN_WITHIN;
    while (Date.now() < until && !this.#stopping) {
      const left = await this.pool.query(`select 1 from jiefen.outbox where done_at is null and ${rows} limit 1`, [...values]);
      if (left.rows.length === 0) return;
      await pause(LOOK_EVERY);
    }
    throw problemOf('engine.overloaded', {
      retryAfter: 5,
      reason: { zh: '时钟已拨，消息仍在投递', en: 'The clock has moved; messages are still being delivered' },
    });
  }
}
