import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { poolConfig } from '#libs/persistence';
import { PgListener } from './pg-listener.ts';
import { StreamHub } from './stream-hub.ts';

/** One listening connection a process, and the hub of its live updates. No BullMQ behind it: the API may import it. */
@Module({
  providers: [
    {
      provide: PgListener,
      inject: [CONFIG, LOG],
      useFactory: (config: Config, log: Log) =>
        new PgListener({
          connection: poolConfig(config.databaseUrl, { name: 'listener', max: 1 }),
          onError: (error) => {
            log.warn('stream.listener_failed', { error });
          },
        }),
    },
    { provide: StreamHub, inject: [PgListener], useFactory: (listener: PgListener) => new StreamHub(listener) },
  ],
  exports: [PgListener, StreamHub],
})
export class StreamModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(PgListener) private readonly listener: PgListener,
    @Inject(StreamHub) private readonly hub: StreamHub,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listener.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.hub.close();
    await this.listener.close();
  }
}
