import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import { ChannelReader, Courier, writeChannelSettings } from '#libs/notifications';
import type { Log } from '#libs/observability';
import { LOG, METRICS } from '#libs/observability';
import { READ_POOL } from '#libs/persistence';
import { PollingLoop } from '#libs/polling';

const EVERY_MS = 30_000;

/** Says which channels are on, where the API may read it, and shows in the metrics how messages fare. */
@Injectable()
export class ChannelReport implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: PollingLoop;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CONFIG) config: Config,
    @Inject(Courier) private readonly courier: Courier,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(LOG) log: Log,
  ) {
    const write = async (): Promise<'some'> => {
      await writeChannelSettings(pool, config.channels);
      return 'some';
    };
    this.loop = new PollingLoop(write, {
      shortest: EVERY_MS,
      longest: EVERY_MS,
      onError: (error) => {
        log.warn('channels.report_failed', { error });
      },
    });
  }

  onApplicationBootstrap(): void {
    const { counts } = this.courier;
    new Counter({
      name: 'jiefen_messages_total',
      help: 'Messages to the outside by channel and what became of them in this process',
      labelNames: ['channel', 'outcome'],
      registers: [this.metrics],
      collect() {
        this.reset();
        for (const { channel, outcome, count } of counts.all()) this.inc({ channel, outcome }, count);
      },
    });
    const reader = new ChannelReader(this.pool);
    new Gauge({
      name: 'jiefen_messages_overdue_seconds',
      help: 'By how much the oldest message that may be sent is late, by channel',
      labelNames: ['channel'],
      registers: [this.metrics],
      async collect() {
        const states = await reader.read().catch(() => []);
        for (const { channel, overdueSeconds } of states) this.set({ channel }, overdueSeconds ?? 0);
      },
    });
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
  }
}
