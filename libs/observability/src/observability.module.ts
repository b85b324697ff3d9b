import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { HealthChecks } from './health-checks.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { TRACING } from './tracing/tracing.ts';
import type { Tracing } from './tracing/tracing.ts';

/** Injection token of the process's `Log`. */
export const LOG = Symbol('LOG');
/** Injection token of the process's prom-client `Registry`. */
export const METRICS = Symbol('METRICS');

/** One log, one registry, one list of health checks and, where a collector is configured, one tracing for the whole process. */
@Module({})
export class ObservabilityModule {
  static with(options: { readonly log: Log; readonly metrics?: Registry; readonly tracing?: Tracing | null }): DynamicModule {
    return {
      module: ObservabilityModule,
      global: true,
      providers: [
        { provide: LOG, useValue: options.log },
        { provide: METRICS, useFactory: () => options.metrics ?? createMetrics() },
        { provide: TRACING, useValue: options.tracing ?? null },
        HealthChecks,
      ],
      exports: [LOG, METRICS, TRACING, HealthChecks],
    };
  }
}
