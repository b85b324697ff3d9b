import { Module } from '@nestjs/common';
import { DEFAULT_DELIVERY_OPTIONS, DELIVERY_OPTIONS } from '#libs/notifications';
import { QueuesModule } from '#libs/queues';
import { StreamModule } from '#libs/stream';
import { DEFAULT_RELAY_OPTIONS, RELAY_OPTIONS } from './relay-options.ts';
import { RelayService } from './relay.service.ts';

/** Moves what was committed to the queues. No domain logic, and the only producer there is. */
@Module({
  imports: [QueuesModule, StreamModule],
  providers: [
    { provide: RELAY_OPTIONS, useValue: DEFAULT_RELAY_OPTIONS },
    { provide: DELIVERY_OPTIONS, useValue: DEFAULT_DELIVERY_OPTIONS },
    RelayService,
  ],
  exports: [RelayService],
})
export class RelayModule {}
