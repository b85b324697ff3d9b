import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Engine, LATENCY_BUCKETS_MS } from '#libs/engine';
import { METRICS } from '#libs/observability';
import { Gauge, Registry } from 'prom-client';

/** The engine's counters for Prometheus; no unit, class or place among the labels. */
@Injectable()
export class EngineMetrics implements OnModuleInit {
  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    private readonly engine: Engine,
  ) {}

  onModuleInit(): void {
    const engine = this.engine;
    new Gauge({
      name: 'jiefen_engine_commands',
      help: 'Commands since the process started, by outcome; queued: waiting now',
      labelNames: ['outcome'],
      registers: [this.registry],
      collect() {
        const { committed, refused, replayed, failed, conflicts, halvings, groups, shed, queued } = engine.stats();
        for (const [outcome, n] of Object.entries({ committed, refused, replayed, failed, conflicts, halvings, groups, shed, queued }))
          this.set({ outcome }, n);
      },
    });
    new Gauge({
      name: 'jiefen_engine_latency_commands',
      help: 'Commands answered within so many milliseconds (cumulative)',
      labelNames: ['le'],
      registers: [this.registry],
      collect() {
        const { latency } = engine.stats();
        let sum = 0;
        for (const [i, n] of latency.entries()) {
          sum += n;
          this.set({ le: String(LATENCY_BUCKETS_MS[i] ?? '+Inf') }, sum);
        }
      },
    });
  }
}
