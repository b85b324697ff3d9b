import { Inject, Injectable } from '@nestjs/common';
import type { Delivery } from '#libs/backlog';
import { causingCommands } from '#libs/backlog';
import { reachFaultPoint } from '#libs/fault-points';
import type { Tracing } from '#libs/observability';
import { TRACING } from '#libs/observability';
import type { JobHandler } from '#libs/queues';
import { DELIVER_NOTICES, HandlesJob, QUEUE_POOL } from '#libs/queues';
import type { Pool } from 'pg';
import { NoticeDelivery } from './notice-delivery.ts';

@Injectable()
@HandlesJob(DELIVER_NOTICES)
export class DeliverNoticesHandler implements JobHandler<Delivery> {
  constructor(
    @Inject(NoticeDelivery) private readonly delivery: NoticeDelivery,
    @Inject(QUEUE_POOL) private readonly pool: Pool,
    @Inject(TRACING) private readonly tracing: Tracing | null,
  ) {}

  async handle(batch: Delivery): Promise<void> {
    reachFaultPoint('notification.job-received');
    if (this.tracing === null) await this.delivery.deliver(batch);
    else {
      await this.tracing.batch('notices.deliver', await causingCommands(this.pool, batch.ids), () => this.delivery.deliver(batch));
    }
    reachFaultPoint('notification.after-commit');
  }
}
