import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { QUEUE_POOL, QueuesModule } from '#libs/queues';
import { DeliverNoticesHandler } from './deliver-notices.handler.ts';
import { NoticeDelivery } from './notice-delivery.ts';
import { NotificationService } from './notification.service.ts';

/** Tells people: today in the in-app inbox and by live updates. */
@Module({
  imports: [QueuesModule],
  providers: [
    { provide: NoticeDelivery, inject: [QUEUE_POOL], useFactory: (pool: Pool) => new NoticeDelivery(pool) },
    DeliverNoticesHandler,
    NotificationService,
  ],
})
export class NotificationModule {}
