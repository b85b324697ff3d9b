import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import { IdentityModule, IdentityService } from '#libs/identity';
import { PersistenceModule, READ_POOL } from '#libs/persistence';
import { channelAdapters } from './channel-adapters.ts';
import { Courier } from './courier.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { DEFAULT_DELIVERY_OPTIONS, DELIVERY_OPTIONS } from './delivery-options.ts';
import { DeliveryStore } from './delivery-store.ts';
import { quietHoursOf } from './quiet-hours-of.ts';
import { checkTemplates } from './render-template.ts';

/** For the processes that send. A template that contradicts itself stops them at the start. */
@Module({
  imports: [PersistenceModule, IdentityModule],
  providers: [
    { provide: DELIVERY_OPTIONS, useValue: DEFAULT_DELIVERY_OPTIONS },
    {
      provide: Courier,
      inject: [READ_POOL, IdentityService, CONFIG, DELIVERY_OPTIONS],
      useFactory: (pool: Pool, identity: IdentityService, config: Config, options: DeliveryOptions): Courier => {
        checkTemplates();
        return new Courier({
          store: new DeliveryStore(pool, options),
          adapters: channelAdapters(pool, identity, config, options),
          options,
          quietHours: quietHoursOf(config.channels),
          region: config.city,
          random: Math.random,
        });
      },
    },
  ],
  exports: [Courier, DELIVERY_OPTIONS],
})
export class NotificationsModule {}
