import { Inject, Injectable } from '@nestjs/common';
import type { Delivery } from '#libs/backlog';
import { reachFaultPoint } from '#libs/fault-points';
import type { JobHandler } from '#libs/queues';
import { DELIVER_NOTICES, HandlesJob } from '#libs/queues';
import { NoticeDelivery } from './notice-delivery.ts';

@Injectable()
@HandlesJob(DELIVER_NOTICES)
export class DeliverNoticesHandler implements JobHandler<Delivery> {
  constructor(@Inject(NoticeDelivery) private readonly delivery: NoticeDelivery) {}

  async handle(batch: Delivery): Promise<void> {
    reachFaultPoint('notification.job-received');
    await this.delivery.deliver(batch);
    reachFaultPoint('notification.after-commit');
  }
}
