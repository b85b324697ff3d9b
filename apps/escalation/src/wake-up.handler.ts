import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { reachFaultPoint } from '#libs/fault-points';
import type { Tracing } from '#libs/observability';
import { TRACING } from '#libs/observability';
import type { JobHandler } from '#libs/queues';
import { HandlesJob, NotDueYet, QUEUE_POOL, WAKE_UP } from '#libs/queues';
import { DueSweep } from './due-sweep.ts';

/** A job that waits on is looked at again after this many ms at most: this machine's clock may be wrong, the database's isn't. */
const LONGEST_WAIT = 60_000;

/** A wake-up is only a reason to look: what is due is the database's to say. */
@Injectable()
@HandlesJob(WAKE_UP)
export class WakeUpHandler implements JobHandler<{ readonly at: string }> {
  constructor(
    @Inject(DueSweep) private readonly sweep: DueSweep,
    @Inject(QUEUE_POOL) private readonly pool: Pool,
    @Inject(TRACING) private readonly tracing: Tracing | null,
  ) {}

  async handle({ at }: { readonly at: string }): Promise<void> {
    reachFaultPoint('escalation.wake-up-received');
    const { rows } = await this.pool.query<{ remaining: number }>(
      `select ceil(extract(epoch from $1::timestamptz - jiefen.app_now()) * 1000)::float8 as remaining`,
      [at],
    );
    const remaining = rows[0]?.remaining ?? 0;
    if (remaining > 0) throw new NotDueYet(Math.min(remaining, LONGEST_WAIT));
    await (this.tracing?.batch('deadlines.wake-up', [], () => this.sweep.run()) ?? this.sweep.run());
    reachFaultPoint('escalation.wake-up-swept');
  }
}
