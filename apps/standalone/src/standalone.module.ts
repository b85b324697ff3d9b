import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { ApiModule } from '#apps/api';
import { EscalationModule } from '#apps/escalation';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { ConfigModule } from '#libs/config';
import type { Config } from '#libs/config';
import { ObservabilityModule } from '#libs/observability';
import type { Log, Tracing } from '#libs/observability';
import { PersistenceModule } from '#libs/persistence';
import { QueueBoardModule } from '#libs/queue-board';

/** Every app in one process, and the board of the queues: the API itself knows nothing of how they are kept. */
@Module({ imports: [PersistenceModule, ApiModule, RelayModule, EscalationModule, NotificationModule, QueueBoardModule] })
export class StandaloneModule {
  static with(config: Config, log: Log, tracing: Tracing | null): DynamicModule {
    return { module: StandaloneModule, imports: [ConfigModule.with(config), ObservabilityModule.with({ log, tracing })] };
  }
}
