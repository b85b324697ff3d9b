import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import { configuredChannels, NotificationsModule, quietHoursOf } from '#libs/notifications';
import { QUEUE_POOL, QueuesModule } from '#libs/queues';
import { ChannelReport } from './channel-report.ts';
import { DeliverMessageHandler } from './deliver-message.handler.ts';
import { DeliverNoticesHandler } from './deliver-notices.handler.ts';
import { NoticeDelivery } from './notice-delivery.ts';
import { NotificationService } from './notification.service.ts';
import type { OutwardSettings } from './outward-settings.ts';
import { OUTWARD_SETTINGS } from './outward-settings.ts';

/** Tells people: in the in-app inbox, by live updates, and on the channels that are switched on. */
@Module({
  imports: [QueuesModule, NotificationsModule],
  providers: [
    {
      provide: OUTWARD_SETTINGS,
      inject: [CONFIG],
      useFactory: ({ channels, city }: Config): OutwardSettings => ({
        channels: configuredChannels(channels),
        quietHours: quietHoursOf(channels),
        region: city,
        petitioners: channels.petitionerSms,
      }),
    },
    {
      provide: NoticeDelivery,
      inject: [QUEUE_POOL, OUTWARD_SETTINGS],
      useFactory: (pool: Pool, outward: OutwardSettings) => new NoticeDelivery(pool, {}, outward),
    },
    DeliverNoticesHandler,
    DeliverMessageHandler,
    ChannelReport,
    NotificationService,
  ],
})
export class NotificationModule {}
