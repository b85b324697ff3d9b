import type { OnApplicationBootstrap } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { civilDateOf } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { READ_POOL } from '#libs/persistence';

/** What another process has changed is seen here after so many ms. */
const FRESH_MS = 1_000;

interface Span {
  readonly unit_id: string;
  readonly from: string;
  readonly until: string;
}

/** Which units have a yellow card now, in memory: it is shown wherever a unit is, and nobody waits for it to be looked up. */
@Injectable()
export class YellowCardsInForce implements OnApplicationBootstrap {
  #spans: readonly Span[] = [];
  #readAt = 0;
  /** Of readings: an earlier one that comes back later says nothing any more. */
  #latest = 0;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(LOG) private readonly log: Log,
    private readonly time: LegalClock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.reload();
  }

  async reload(): Promise<void> {
    this.#readAt = Date.now();
    this.#latest += 1;
    const mine = this.#latest;
    const { rows } = await this.pool.query<Span>(
      'select unit_id, from_date::text as "from", until_date::text as until from jiefen.yellow_cards where lifted_at is null',
    );
    if (mine === this.#latest) this.#spans = rows;
    // What is asked for without waiting is asked of the clock as it was last told.
    if (rows.length > 0) await this.time.now();
  }

  /** Whether the unit has one on the day that legal time has come to, as far as this process knows. */
  has(unitId: string): boolean {
    if (Date.now() - this.#readAt > FRESH_MS) this.#refresh();
    if (this.#spans.length === 0) return false;
    const today = civilDateOf(this.time.atLeast);
    return this.#spans.some((span) => span.unit_id === unitId && span.from <= today && today <= span.until);
  }

  /** For whoever asks next. */
  #refresh(): void {
    this.reload().catch((error: unknown) => {
      this.log.warn('yellow_cards.reload_failed', { error });
    });
  }
}
