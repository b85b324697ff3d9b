import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { HealthChecks, METRICS } from '#libs/observability';
import { JobWorkers } from '#libs/queues';
import { NoticeDelivery } from './notice-delivery.ts';

/** Declares what this process consumes, and shows how it fares. */
@Injectable()
export class NotificationService implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(NoticeDelivery) private readonly delivery: NoticeDelivery,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {}

  onModuleInit(): void {
    for (const queue of ['notices', 'deliveries'] as const) {
      this.workers.consume(queue);
      this.health.register(`${queue}-worker`, () => this.workers.ensureWorking(queue), 'useful');
    }
  }

  onApplicationBootstrap(): void {
    const { counts } = this.delivery;
    new Counter({
      name: 'jiefen_notice_rows_total',
      help: 'Outbox rows by what became of them in this process',
      labelNames: ['outcome'],
      registers: [this.metrics],
      collect() {
        this.reset();
        this.inc({ outcome: 'delivered' }, counts.rows);
        this.inc({ outcome: 'failed' }, counts.failed);
        this.inc({ outcome: 'buried' }, counts.buried);
      },
    });
  }
}
